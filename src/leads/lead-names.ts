import type { CompanyName } from '../domain/claim/company-name';
import type { DuplicateSignature } from '../domain/lead/duplicates';
import { LeadName } from './lead-name.entity';

/** The rows of a lead's names, in the order in which they were read. */
export function namesOf(leadId: string, { names, parents }: DuplicateSignature): LeadName[] {
  const rows = [
    ...names.map((name) => ({ name, kind: name.kind })),
    ...parents.map((name) => ({ name, kind: 'parent' as const })),
  ];
  return rows.map(({ name, kind }, i) => ({
    leadId,
    position: i + 1,
    kind,
    nameKey: name.key,
    brand: name.brand,
    region: name.region?.slice(0, 40) ?? null,
    registered: name.registered ? 1 : 0,
  }));
}

/** The names that stored rows stand for. */
export function namesFrom(rows: readonly Omit<LeadName, 'leadId' | 'position'>[]): {
  names: CompanyName[];
  parents: CompanyName[];
} {
  const read = ({ kind, nameKey, brand, region, registered }: (typeof rows)[number]): CompanyName => ({
    kind: kind === 'former' ? 'former' : 'current',
    key: nameKey,
    brand,
    region,
    registered: registered === 1,
  });
  return {
    names: rows.filter(({ kind }) => kind !== 'parent').map(read),
    parents: rows.filter(({ kind }) => kind === 'parent').map(read),
  };
}
