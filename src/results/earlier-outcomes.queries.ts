import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import type { RequestKind } from '../domain/round/two-people';
import { refuse, Refused } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { RoundsQueries, type RoundRead } from '../rounds/rounds.queries';
import { EarlierOutcome } from './earlier-outcome.entity';

/** Two people, their reason, and what they put aside. */
export interface EarlierResult {
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly reason: string;
  readonly remark: string;
  readonly askedBy: string;
  readonly carriedOutBy: string;
  readonly at: Instant;
  readonly outcomes: readonly { readonly outcome: EarlierOutcome; readonly lead: LeadCard | null }[];
}

export interface EarlierResults {
  readonly round: RoundRead;
  /** The newest first. */
  readonly results: readonly EarlierResult[];
}

type RequestRow = Omit<EarlierResult, 'outcomes'>;

/** Reads what rounds had come to before they were reopened or voided. */
@Injectable()
export class EarlierOutcomesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rounds: RoundsQueries,
    private readonly leads: LeadsQueries,
  ) {}

  /**
   * While a reopened round is voted on, its earlier result is shown to nobody: it would tell how others have voted.
   * @throws Refused 404 where there is no such round, or not for this viewer; 409 'resultsNotYet' before the new count
   */
  async ofRound(viewer: Viewer, roundId: string): Promise<EarlierResults> {
    const mayRead = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
    const round = mayRead ? await this.rounds.round(this.reader, roundId) : null;
    if (round === null) throw new Refused(refuse('noSuchResults'), 404);
    if (!['closed', 'announced', 'voided'].includes(round.state))
      throw new Refused(refuse('resultsNotYet'), 409);
    const rows = await this.reader.find(EarlierOutcome, sql`where round_id = ${roundId} order by position`);
    const requests = await this.reader.rows<RequestRow>(
      sql`select id as "requestId", kind, reason, remark, asked_by_label as "askedBy",
            answered_by_label as "carriedOutBy", answered_at as at
          from round_request where round_id = ${roundId} and state = 'carriedOut' order by answered_at desc, id desc`,
    );
    const cards = await this.leads.cards(
      this.reader,
      rows.map(({ leadId }) => leadId),
    );
    const results = requests.map((request) => ({
      ...request,
      outcomes: rows
        .filter(({ requestId }) => requestId === request.requestId)
        .map((outcome) => ({ outcome, lead: cards.get(outcome.leadId) ?? null })),
    }));
    return { round, results };
  }
}
