import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { groupBy } from '../domain/shared/grouped';
import type { Override } from '../domain/followup/override';
import type { Instant } from '../domain/shared/instant';
import { Decision } from './decision.entity';
import type { Decided } from './outcome.entity';
import { OverrideAct } from './override.entity';

export type StandingOverride = OverrideAct;

/** What another announced round made of a lead. */
export interface EarlierJudgement {
  readonly leadId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly announcedAt: Instant;
  readonly decided: Decided;
  /** Exact fraction; null when incomplete. */
  readonly score: string | null;
  readonly position: number;
}

/** A decision taken after the announcement, with the letter that tells of it. */
export type LaterDecision = Decision & {
  readonly letterId: string | null;
  readonly letterNumber: string | null;
  readonly fileId: string | null;
  readonly stood: Override | null;
};

export interface RoundHistory {
  readonly overrides: ReadonlyMap<string, StandingOverride>;
  readonly earlier: ReadonlyMap<string, EarlierJudgement[]>;
  readonly later: ReadonlyMap<string, LaterDecision[]>;
}

/** Reads what was made of leads before and after one round. */
@Injectable()
export class HistoriesQueries {
  /** In three queries, whatever the number of items. */
  async ofRound(source: Source, roundId: string, leadIds: readonly string[]): Promise<RoundHistory> {
    const overrides = await source.find(
      OverrideAct,
      sql`where round_id = ${roundId} and announced = 0 order by at, id`,
    );
    const decisions = await this.decisions(source, roundId);
    return {
      // The newest of several stands.
      overrides: new Map(overrides.map((act) => [act.outcomeId, act])),
      earlier: groupBy(await this.judgements(source, leadIds, roundId), ({ leadId }) => leadId),
      later: groupBy(decisions, ({ outcomeId }) => outcomeId),
    };
  }

  /** What announced rounds made of these leads, the newest first. */
  judgements(source: Source, leadIds: readonly string[], exceptRoundId: string): Promise<EarlierJudgement[]> {
    if (leadIds.length === 0) return Promise.resolve([]);
    return source.rows<EarlierJudgement>(
      sql`select outcome.lead_id as "leadId", round.id as "roundId", round.number as "roundNumber",
            round.announced_at as "announcedAt", outcome.decided, outcome.score, outcome.position
          from outcome join round on round.id = outcome.round_id
          where outcome.lead_id in ${sql.list([...leadIds])} and outcome.decided is not null
            and round.id <> ${exceptRoundId}
          order by round.announced_at desc, round.id desc`,
    );
  }

  /** How often each lead was sent back for material, by rounds other than this one and by later decisions. */
  async timesSentBack(
    source: Source,
    leadIds: readonly string[],
    exceptRoundId: string,
  ): Promise<Map<string, number>> {
    if (leadIds.length === 0) return new Map();
    const ids = sql.list([...leadIds]);
    const rows = await source.rows<{ leadId: string; times: number | string }>(
      sql`select lead_id as "leadId", count(*) as times from
            (select lead_id from outcome where decided = 'resubmit' and round_id <> ${exceptRoundId}
                and lead_id in ${ids}
              union all select lead_id from decision where result = 'resubmit' and lead_id in ${ids}) sent
          group by lead_id`,
    );
    return new Map(rows.map(({ leadId, times }) => [leadId, Number(times)]));
  }

  private decisions(source: Source, roundId: string): Promise<LaterDecision[]> {
    return source.rows<LaterDecision>(
      sql`select decision.id, decision.outcome_id as "outcomeId", decision.round_id as "roundId",
            decision.lead_id as "leadId", decision.cause, decision.cause_id as "causeId", decision.result,
            decision.reason, decision.document_number as "documentNumber", decision.materials,
            decision.cage_no as "cageNo", decision.by_id as "byId", decision.by_label as "byLabel", decision.at,
            letter.id as "letterId", letter.number as "letterNumber", override_act.file_id as "fileId",
            override_act.stood
          from decision left join letter on letter.decision_id = decision.id
            left join override_act on override_act.id = decision.cause_id
          where decision.round_id = ${roundId} order by decision.at, decision.id`,
    );
  }
}
