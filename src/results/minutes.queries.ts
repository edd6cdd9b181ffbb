import { Injectable } from '@nestjs/common';
import type { ChairRecusal, ChairStandIn } from '../chairs/chair.entity';
import { ChairsQueries } from '../chairs/chairs.queries';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { LedgerHead } from '../ledger/ledger-head.entity';
import { PanelsQueries } from '../panels/panels.queries';
import type { RoundAct } from '../rounds/round.entity';
import { RoundsQueries } from '../rounds/rounds.queries';
import { SeatVotersQueries } from '../rounds/seat-voters.queries';
import { announcementCause } from './announcements.service';
import { ResultsQueries, type RoundResults } from './results.queries';

/** A seat that took no part in an item; `reason` is null where it reported the lead itself. */
export interface MinutedRecusal {
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly reason: string | null;
}

/** Everything the minutes of a round are written from. */
export interface Minutes {
  readonly results: RoundResults;
  readonly panelName: string;
  readonly chairName: string;
  /** What was done to the round, in order. */
  readonly acts: readonly RoundAct[];
  readonly recusals: readonly MinutedRecusal[];
  /** Seats of the roll that were handed over to their alternate. */
  readonly stoodIn: ReadonlySet<string>;
  /** Interests noted of those who would have presided, and who was named in their place. */
  readonly chairRecusals: readonly ChairRecusal[];
  readonly standIns: readonly ChairStandIn[];
  /** The ledger's head when the round was announced; null before. */
  readonly announced: { readonly seq: number; readonly hash: string; readonly at: Instant } | null;
}

/** Reads the minutes of a counted round, in a fixed number of queries. */
@Injectable()
export class MinutesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly results: ResultsQueries,
    private readonly rounds: RoundsQueries,
    private readonly voters: SeatVotersQueries,
    private readonly panels: PanelsQueries,
    private readonly chairs: ChairsQueries,
  ) {}

  /** @throws Refused as `ResultsQueries.round` does: 404, or 409 before closing */
  async of(viewer: Viewer, roundId: string): Promise<Minutes> {
    const results = await this.results.round(viewer, roundId);
    const { round } = results.material;
    const [acts, recusals, panel, announced, handovers, chairRecusals, standIns] = await Promise.all([
      this.rounds.acts(this.reader, roundId),
      this.recusals(roundId),
      this.panels.asOf(round.panelId, round.closedAt ?? round.deadlineAt),
      this.reader.findOne(LedgerHead, sql`where cause = ${announcementCause(round.number)}`),
      this.voters.handovers(this.reader, roundId),
      this.chairs.recusals(roundId),
      this.chairs.standIns(roundId),
    ]);
    const { name: panelName = '', chairName = '' } = panel ?? {};
    const stoodIn = new Set(handovers.map(({ roundSeatId }) => roundSeatId));
    const named = { panelName, chairName };
    return { results, ...named, acts, recusals, stoodIn, chairRecusals, standIns, announced };
  }

  private recusals(roundId: string): Promise<MinutedRecusal[]> {
    return this.reader.rows<MinutedRecusal>(
      sql`select turnout.item_id as "itemId", turnout.round_seat_id as "roundSeatId", ballot_version.note as reason
          from turnout
            join round_item on round_item.id = turnout.item_id
            join round_seat on round_seat.id = turnout.round_seat_id
            left join current_ballot on current_ballot.item_id = turnout.item_id
              and current_ballot.round_seat_id = turnout.round_seat_id
            left join ballot_version on ballot_version.id = current_ballot.ballot_version_id
              and ballot_version.kind = 'recusal'
          where turnout.round_id = ${roundId} and turnout.state = 'recused'
          order by round_item.position, round_seat.position`,
    );
  }
}
