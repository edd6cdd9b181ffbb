import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { neverJudges } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import type { LeadTies } from '../domain/round/recusal-suggestions';
import { LeadInterest } from './lead-interest.entity';
import { peopleOfRevisions } from './lead-people';
import { LeadsQueries } from './leads.queries';

/** The leads that no interest keeps from the viewer, as a condition on the lead named. For every list and count. */
export function notKeptFrom(viewer: Viewer, leadId: Sql = sql`lead.id`): Sql {
  if (neverJudges(viewer)) return sql`1 = 1`;
  return sql`not exists (select 1 from lead_interest kept where kept.person_id = ${viewer.personId}
    and kept.lead_id = ${leadId} and kept.keeps_away = 1)
    and not exists (select 1 from chair_recusal apart where apart.person_id = ${viewer.personId}
      and apart.lead_id = ${leadId})`;
}

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

  /** Those of these leads that an interest keeps from the viewer. */
  async keptFrom(source: Source, viewer: Viewer, leadIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (neverJudges(viewer)) return new Set();
    const rows = await source.rows<{ leadId: string }>(
      sql`select lead_id as "leadId" from lead_interest where person_id = ${viewer.personId}
          and lead_id in ${sql.list(leadIds)} and keeps_away = 1
          union select lead_id from chair_recusal where person_id = ${viewer.personId}
          and lead_id in ${sql.list(leadIds)}`,
    );
    return new Set(rows.map(({ leadId }) => leadId));
  }

  /** Whom an interest keeps from a lead. */
  async keptAway(source: Source, leadId: string): Promise<ReadonlySet<string>> {
    const rows = await source.rows<{ personId: string }>(
      sql`select person_id as "personId" from lead_interest where lead_id = ${leadId} and keeps_away = 1
          union select person_id from chair_recusal where lead_id = ${leadId}`,
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  ofRound(source: Source, roundId: string): Promise<LeadInterest[]> {
    return source.find(LeadInterest, sql`where round_id = ${roundId} order by noted_at, id`);
  }

  /** By lead, as last submitted, in four statements; `roundId` is the round that asks, whose own records do not count. */
  async ties(source: Source, leadIds: readonly string[], roundId: string): Promise<Map<string, TiesOfLead>> {
    if (leadIds.length === 0) return new Map();
    const these = sql.list([...new Set(leadIds)]);
    const rows = await source.rows<TieRow>(
      sql`select id, scout_id as "scoutId", scout_unit_id as "scoutUnitId", investor_key as investor,
            parent_key as parent, uscc, industry_code as "industryCode" from lead where id in ${these}`,
    );
    const contents = await this.leads.newest(source, leadIds);
    const people = await peopleOfRevisions(
      source,
      [...contents.values()].map(({ id }) => id),
    );
    const earlier = await source.rows<{ leadId: string; personId: string }>(
      sql`select distinct lead_id as "leadId", person_id as "personId" from lead_interest
          where lead_id in ${these} and round_id <> ${roundId} and standing = 'confirmed' and keeps_away = 1`,
    );
    return new Map(
      rows.map(({ id, parent, ...row }) => {
        const newest = contents.get(id);
        const content = newest?.content;
        const referrer = people.get(newest?.id ?? '')?.referrer ?? content?.referrer;
        const found = earlier.filter(({ leadId }) => leadId === id).map(({ personId }) => personId);
        const ties: TiesOfLead = {
          ...row,
          parent: parent ?? '',
          coScoutAccounts: content?.coScouts?.flatMap(({ account }) => account ?? []) ?? [],
          referrer: { name: referrer?.name ?? null, contact: referrer?.contact ?? null },
          earlier: new Set(found),
        };
        return [id, ties];
      }),
    );
  }
}
