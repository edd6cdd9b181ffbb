import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { gradeDuplicate, type DuplicateFinding, type DuplicateSignature } from '../domain/lead/duplicates';
import { gramsOf } from '../domain/lead/name-grams';
import type { LeadState } from '../domain/lead/states';
import { fromHundredths, wanText } from '../domain/shared/wan';
import { LeadName } from './lead-name.entity';
import { namesFrom } from './lead-names';
import { LIVE_STATES } from './lead-tabs';

/** Another live lead, and why it may be the same one. */
export interface DuplicateCandidate extends DuplicateFinding {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly state: LeadState;
  readonly unitName: string;
  /** The first submission. */
  readonly submittedAt: string;
}

interface Row extends Omit<DuplicateCandidate, keyof DuplicateFinding> {
  uscc: string | null;
  investorKey: string;
  parentKey: string | null;
  titleKey: string;
  mobileHash: string | null;
  industryCode: string | null;
  totalInvestment: number | null;
}

/** A pair of symbols that more leads have tells names apart no better than chance. */
const commonFrom = 400;
/** Leads of one brand that are compared, the newest first; the same name is found whatever their number. */
const mostOfBrand = 400;

/** Finds live leads that may be the same project (lead-form 3.6): by code, parent, name, telephone, title. */
@Injectable()
export class LeadDuplicatesQueries {
  /** Strongest grade first, then the earliest reported. `exceptId` is the lead itself. Three statements. */
  async find(source: Source, wanted: DuplicateSignature, exceptId: string): Promise<DuplicateCandidate[]> {
    const rows = await source.rows<Row>(
      sql`select lead.id as "leadId", lead.number, lead.title, lead.investor_name as "investorName", lead.state,
            lead.submitted_at as "submittedAt", lead.claimed_uscc as uscc, lead.investor_key as "investorKey",
            lead.parent_key as "parentKey", lead.title_key as "titleKey", lead.mobile_hash as "mobileHash",
            lead.industry_code as "industryCode", lead.total_investment as "totalInvestment",
            unit.name as "unitName"
          from lead join unit on unit.id = lead.scout_unit_id
          where lead.id in (${sql.join(await this.grounds(source, wanted), ' union ')})
            and lead.id <> ${exceptId} and lead.state in ${sql.list(LIVE_STATES)}`,
    );
    const names = await this.names(source, rows);
    return rows
      .flatMap((row) => {
        const finding = gradeDuplicate(wanted, signatureOf(row, names.get(row.leadId) ?? []));
        return finding === null ? [] : [{ ...shown(row), ...finding }];
      })
      .sort((a, b) => inOrder(a.grade, b.grade) || inOrder(a.submittedAt, b.submittedAt));
  }

  /**
   * One select of lead ids for each thing two leads may have in common; each reads an index. Parents are looked up
   * among the names: few leads state one, which SQLite takes for a reason to read the whole table.
   */
  private async grounds(source: Source, wanted: DuplicateSignature): Promise<Sql[]> {
    const keys = [wanted.investor, wanted.parent].filter((name) => name !== null && name !== '');
    const named = [...wanted.names, ...wanted.parents];
    const brands = wanted.names.map(({ brand }) => brand);
    const rare = await this.tellingGrams(source, wanted.names[0]?.key ?? wanted.investor);
    return [
      sql`select id from lead where investor_key in ${sql.list(keys)}`,
      sql`select lead_id from lead_name where name_key in ${sql.list(named.map(({ key }) => key))}`,
      ...[...new Set(brands)].map(
        (brand) => sql`select lead_id from (select lead_id from lead_name where brand = ${brand}
          order by lead_id desc limit ${mostOfBrand}) as branded`,
      ),
      ...(wanted.uscc ? [sql`select id from lead where claimed_uscc = ${wanted.uscc}`] : []),
      ...(wanted.mobileHash ? [sql`select id from lead where mobile_hash = ${wanted.mobileHash}`] : []),
      ...(wanted.title ? [sql`select id from lead where title_key = ${wanted.title}`] : []),
      ...rare.map((gram) => sql`select lead_id from lead_gram where gram = ${gram}`),
    ];
  }

  /** By lead, in one statement. */
  private async names(source: Source, rows: readonly Row[]): Promise<Map<string, LeadName[]>> {
    const found = new Map<string, LeadName[]>();
    if (rows.length === 0) return found;
    const ids = rows.map(({ leadId }) => leadId);
    for (const name of await source.find(
      LeadName,
      sql`where lead_id in ${sql.list(ids)} order by lead_id, position`,
    ))
      found.set(name.leadId, [...(found.get(name.leadId) ?? []), name]);
    return found;
  }

  /**
   * Names as alike as 0.85 share at least 17 in 23 of their pairs, so among any 6 in 23 of them and one more there
   * is a shared one: the rarest are looked up. A name made of common pairs alone is found only when it is the same.
   */
  private async tellingGrams(source: Source, name: string): Promise<string[]> {
    const grams = [...new Set(gramsOf(name))].slice(0, 60);
    if (grams.length === 0) return [];
    const counts = await source.rows<{ gram: string; held: number | string }>(
      sql.join(
        grams.map(
          (gram) => sql`select ${gram} as gram, count(*) as held
            from (select 1 from lead_gram where gram = ${gram} limit ${commonFrom}) as bounded`,
        ),
        ' union all ',
      ),
    );
    const needed = Math.floor((grams.length * 6) / 23) + 1;
    return counts
      .map(({ gram, held }) => ({ gram, held: Number(held) }))
      .filter(({ held }) => held < commonFrom)
      .sort((a, b) => a.held - b.held)
      .slice(0, needed)
      .map(({ gram }) => gram);
  }
}

/** A lead of before names were kept is compared by its key. */
function signatureOf(row: Row, stored: readonly LeadName[]): DuplicateSignature {
  const { totalInvestment } = row;
  const bare = { kind: 'current' as const, key: row.investorKey, region: null, registered: true };
  const read = namesFrom(stored);
  return {
    uscc: row.uscc,
    investor: row.investorKey,
    parent: row.parentKey,
    names:
      read.names.length > 0 ? read.names : [{ ...bare, brand: [...row.investorKey].slice(0, 2).join('') }],
    parents: read.parents,
    title: row.titleKey,
    mobileHash: row.mobileHash,
    totalInvestmentWan: totalInvestment === null ? null : wanText(fromHundredths(totalInvestment)),
    industryCode: row.industryCode,
  };
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function shown({ leadId, number, title, investorName, state, unitName, submittedAt }: Row) {
  return { leadId, number, title, investorName, state, unitName, submittedAt };
}
