import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql, type Sql } from '../database/sql';
import { groupBy } from '../domain/shared/grouped';
import { strongestMarks, type TargetMark } from '../domain/chain/target-mark';
import type { Locale } from '../words/catalogue';

interface Row {
  leadId: string;
  ground: TargetMark['ground'];
  name: string;
  wanted: string;
  zh: string;
  en: string;
}

/**
 * Ids of the submitted leads that the city has been looking for: the investor is a target firm by code or normalised
 * name, or the lead speaks of a segment that is a gap. Driven from the few firms and gaps, each through an index.
 */
export const WANTED_LEADS: Sql = sql.raw(`(
  select wanted.id from target_firm join lead wanted on wanted.uscc = target_firm.uscc
    where target_firm.state <> 'dropped' and wanted.revision > 0
  union select wanted.id from target_firm join lead wanted on wanted.investor_key = target_firm.name_key
    where target_firm.state <> 'dropped' and wanted.revision > 0
  union select chain_lead_segment.lead_id from chain_segment
    join chain_lead_segment on chain_lead_segment.segment_id = chain_segment.id
    where chain_segment.is_gap = 1)`);

/** The same for the single lead of a row that a page shows, by three look-ups. */
export const IS_WANTED: Sql = sql.raw(`case when lead.revision > 0 and (
  exists (select 1 from target_firm where target_firm.uscc = lead.uscc and target_firm.state <> 'dropped')
  or exists (select 1 from target_firm
    where target_firm.name_key = lead.investor_key and target_firm.state <> 'dropped')
  or exists (select 1 from chain_lead_segment join chain_segment on chain_segment.id = chain_lead_segment.segment_id
    where chain_lead_segment.lead_id = lead.id and chain_segment.is_gap = 1)) then 1 else 0 end`);

/** The marks of a lead, with the names that each language has. */
export type LeadMarks = Readonly<Record<Locale, readonly TargetMark[]>>;

/** Reads why leads are wanted. Who may see the lead the caller has decided. */
@Injectable()
export class TargetMarksQueries {
  constructor(private readonly reader: Reader) {}

  /** By lead, in one statement; leads without a mark are missing. */
  async of(leadIds: readonly string[], source: Source = this.reader): Promise<Map<string, LeadMarks>> {
    if (leadIds.length === 0) return new Map();
    const these = sql.list([...new Set(leadIds)]);
    const firm = sql.raw(`firm.name, '' as wanted, chain.name_zh as zh, chain.name_en as en`);
    const rows = await source.rows<Row>(
      sql`select lead.id as "leadId", 'code' as ground, ${firm}
            from lead join target_firm firm on firm.uscc = lead.uscc join chain on chain.id = firm.chain_id
            where lead.id in ${these} and lead.revision > 0 and firm.state <> 'dropped'
          union all select lead.id, 'name', ${firm}
            from lead join target_firm firm on firm.name_key = lead.investor_key
            join chain on chain.id = firm.chain_id
            where lead.id in ${these} and lead.revision > 0 and firm.state <> 'dropped'
          union all select spoken.lead_id, 'gap', segment.name, segment.wanted, chain.name_zh, chain.name_en
            from chain_lead_segment spoken join chain_segment segment on segment.id = spoken.segment_id
            join chain on chain.id = segment.chain_id
            where spoken.lead_id in ${these} and segment.is_gap = 1`,
    );
    return new Map(
      [...groupBy(rows, ({ leadId }) => leadId)].map(([leadId, own]) => [
        leadId,
        { 'zh-CN': marksIn('zh-CN', own), en: marksIn('en', own) },
      ]),
    );
  }
}

function marksIn(locale: Locale, rows: readonly Row[]): TargetMark[] {
  return strongestMarks(
    rows.map(({ ground, name, wanted, zh, en }) => {
      const chain = locale === 'en' ? en : zh;
      return ground === 'gap' ? { ground, segment: name, chain, wanted } : { ground, firm: name, chain };
    }),
  );
}
