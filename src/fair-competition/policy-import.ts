import type { PolicyClause } from '../domain/fair-competition/policy';
import type { Day } from '../domain/shared/instant';
import { isDay } from '../domain/shared/instant';
import { cellsIn } from '../http/pasted-table';
import type { Words } from '../words/words';
import { readClause, type ClauseFault } from './clause-cells';
import type { PolicyGiven } from './policies.service';

/** Columns of the list: one row for each clause, the policy's own columns repeated. */
export const importColumns = [
  'title',
  'documentNo',
  'issuer',
  'validFrom',
  'validTo',
  'code',
  'text',
  'types',
  'words',
  'cap',
] as const;

export type ImportFault =
  'columns' | 'title' | 'documentNo' | 'issuer' | 'validFrom' | 'validTo' | 'differs' | ClauseFault;

export interface ImportProblem {
  /** As the person counts, the first line of what was pasted is 1. */
  readonly line: number;
  readonly fault: ImportFault;
}

export interface ReadImport {
  readonly policies: readonly PolicyGiven[];
  readonly problems: readonly ImportProblem[];
}

/** More rows than this are no list of a city's policies. */
export const mostImportRows = 2000;

/**
 * Reads a list that was copied from a spreadsheet or written as CSV. A first line of column names is passed over. Every
 * row is looked at, so that all that is wrong is told at once.
 */
export function readImport(pasted: string, words: Words): ReadImport {
  const rows = cellsIn(pasted).slice(0, mostImportRows);
  const problems: ImportProblem[] = [];
  const byDocument = new Map<string, PolicyGiven & { clauses: PolicyClause[] }>();
  for (const { line, cells } of rows) {
    if (line === 1 && cells[0] === words.t('policies.import.title')) continue;
    const read = readRow(cells, words);
    if ('fault' in read) {
      problems.push({ line, fault: read.fault });
      continue;
    }
    const known = byDocument.get(read.policy.documentNo);
    if (known === undefined)
      byDocument.set(read.policy.documentNo, { ...read.policy, clauses: [read.clause] });
    else if (saysOtherwise(known, read.policy)) problems.push({ line, fault: 'differs' });
    else if (known.clauses.some(({ code }) => code === read.clause.code))
      problems.push({ line, fault: 'code' });
    else known.clauses.push(read.clause);
  }
  return { policies: [...byDocument.values()], problems };
}

type Row = { policy: Omit<PolicyGiven, 'clauses'>; clause: PolicyClause } | { fault: ImportFault };

function readRow(cells: readonly string[], words: Words): Row {
  if (cells.length < 7 || cells.length > importColumns.length) return { fault: 'columns' };
  const [title = '', documentNo = '', issuer = '', from = '', to = '', code = '', text = ''] = cells;
  const [, , , , , , , types = '', known = '', cap = ''] = cells;
  if (title === '' || title.length > 100) return { fault: 'title' };
  if (documentNo === '' || documentNo.length > 60) return { fault: 'documentNo' };
  if (issuer === '' || issuer.length > 60) return { fault: 'issuer' };
  const [validFrom, validTo] = [dayIn(from), to === '' ? null : dayIn(to)];
  if (validFrom === null) return { fault: 'validFrom' };
  if (to !== '' && (validTo === null || validTo < validFrom)) return { fault: 'validTo' };
  const clause = readClause({ code, text, types, words: known, cap }, words);
  if ('fault' in clause) return { fault: clause.fault };
  return { policy: { title, documentNo, issuer, validFrom, validTo, withdrawn: false }, clause };
}

function saysOtherwise(one: PolicyGiven, other: Omit<PolicyGiven, 'clauses'>): boolean {
  return (
    one.title !== other.title ||
    one.issuer !== other.issuer ||
    one.validFrom !== other.validFrom ||
    one.validTo !== other.validTo
  );
}

/** `2025-01-01`, `2025/1/1`, `2025.1.1` or `2025年1月1日`; null for anything that is no day. */
export function dayIn(text: string): Day | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}
