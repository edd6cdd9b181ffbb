import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { elapsedShare, type PastResponse } from '../domain/insight/response';
import type { Instant } from '../domain/shared/instant';
import type { Round, RoundSeat } from './round.entity';

/** Rounds further back say little about who holds the seats now. */
const MOST_ROUNDS = 12;

interface PastRow {
  readonly roundId: string;
  readonly seatId: string;
  readonly openedAt: Instant;
  readonly deadlineAt: Instant;
  readonly waiting: number | string;
  readonly doneAt: Instant | null;
}

/** How fast the seats of a panel were done in past rounds: from who voted and when, never from what. */
@Injectable()
export class PastResponsesQueries {
  constructor(private readonly reader: Reader) {}

  /**
   * Of the panel's last counted rounds, by the ids that the seats have on the roll of this round. A seat was done when
   * it voted last; one that had nothing to vote on says nothing. One statement.
   */
  async of(round: Round, roll: readonly RoundSeat[]): Promise<PastResponse[]> {
    const rows = await this.reader.rows<PastRow>(
      sql`select past.id as "roundId", round_seat.seat_id as "seatId", past.opened_at as "openedAt",
            past.first_deadline_at as "deadlineAt",
            sum(case when turnout.state = 'waiting' then 1 else 0 end) as waiting,
            max(case when turnout.state = 'cast' then turnout.at end) as "doneAt"
          from (select id, opened_at, first_deadline_at from round
              where panel_id = ${round.panelId} and id <> ${round.id} and state in ('closed', 'announced')
              order by opened_at desc, id limit ${MOST_ROUNDS}) past
            join round_seat on round_seat.round_id = past.id
            join turnout on turnout.round_seat_id = round_seat.id
          where turnout.state <> 'recused'
          group by past.id, round_seat.seat_id, past.opened_at, past.first_deadline_at
          order by past.id, round_seat.seat_id`,
    );
    const onRoll = new Map(roll.map((seat) => [seat.seatId, seat.id]));
    return rows.map(({ roundId, seatId, openedAt, deadlineAt, waiting, doneAt }) => ({
      roundId,
      seatId: onRoll.get(seatId) ?? seatId,
      doneAt: Number(waiting) > 0 || doneAt === null ? null : elapsedShare(openedAt, deadlineAt, doneAt),
    }));
  }
}
