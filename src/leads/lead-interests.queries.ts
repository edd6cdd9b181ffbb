import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { LeadTies } from '../domain/round/recusal-suggestions';
import { LeadInterest } from './lead-interest.entity';
import { LeadsQueries } from './leads.queries';

/** What ties a lead to people and firms; the caller adds which item it is. */
export type TiesOfLead = Omit<LeadTies, 'itemId'>;

interface TieRow {
  id: string;
  scoutId: string;
  scoutUnitId: string;
  investor: string;
  parent: string | null;
  uscc: string | null;
  industryCode: string | null;
}

/** Reads who has an interest in which lead, and what leads are tied to. */
@Injectable()
export class LeadInterestsQueries {
  constructor(private readonly leads: LeadsQueries) {}

  ofRound(source: Source, roundId: string): Promise<LeadInterest[]> {
    return source.find(LeadInterest, sql`where round_id = ${roundId} order by noted_at, id`);
  }

  /** By lead, as last submitted, in three statements; `roundId` is the round that asks, whose own records do not count. */
  async ties(source: Source, leadIds: readonly string[], roundId: string): Promise<Map<string, TiesOfLead>> {
    if (leadIds.length === 0) return new Map();
    const these = sql.list([...new Set(leadIds)]);
    const rows = await source.rows<TieRow>(
      sql`select id, scout_id as "scoutId", scout_unit_id as "scoutUnitId", investor_key as investor,
            parent_key as parent, uscc, industry_code as "industryCode" from lead where id in ${these}`,
    );
    const contents = await this.leads.newest(source, leadIds);
    const earlier = await source.rows<{ leadId: string; personId: string }>(
      sql`select distinct lead_id as "leadId", person_id as "personId" from lead_interest
          where lead_id in ${these} and round_id <> ${roundId} and standing = 'confirmed' and keeps_away = 1`,
    );
    return new Map(
      rows.map(({ id, parent, ...row }) => {
        const content = contents.get(id)?.content;
        const found = earlier.filter(({ leadId }) => leadId === id).map(({ personId }) => personId);
        const ties: TiesOfLead = {
          ...row,
          parent: parent ?? '',
          coScoutAccounts: content?.coScouts?.flatMap(({ account }) => account ?? []) ?? [],
          referrer: { name: content?.referrer?.name ?? null, contact: content?.referrer?.contact ?? null },
          earlier: new Set(found),
        };
        return [id, ties];
      }),
    );
  }
}
