import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql, type Sql } from '../database/sql';
import { voterOf, type SeatVoter } from '../domain/round/seat-voter';
import type { RoundSeat } from './round.entity';
import { SeatHandover } from './seat-handover.entity';

export type HandoverRead = SeatHandover;

/**
 * Joins the last hand-over of each `round_seat` as `handed`; all of its columns are null for a seat that its holder has
 * always voted for. The voter is `coalesce(handed.to_id, round_seat.holder_id)`.
 */
export const lastHandover: Sql = sql`left join seat_handover handed on handed.round_seat_id = round_seat.id
  and not exists (select 1 from seat_handover later where later.round_seat_id = handed.round_seat_id
    and later.position > handed.position)`;

/**
 * Who votes for the seats of a round. Whatever mails to a seat, lets somebody in or names somebody asks here, not the
 * roll: the roll says who held the seat when the round opened.
 */
@Injectable()
export class SeatVotersQueries {
  /** Every hand-over of a round, in the order of the acts. */
  handovers(source: Source, roundId: string): Promise<HandoverRead[]> {
    return source.find(SeatHandover, sql`where round_id = ${roundId} order by at, id`);
  }

  /** Those of one seat, the last one last. */
  ofSeat(source: Source, roundSeatId: string): Promise<HandoverRead[]> {
    return source.find(SeatHandover, sql`where round_seat_id = ${roundSeatId} order by position`);
  }

  /** The voter of each seat, by the seat's id on the roll; one statement. */
  async of(source: Source, roundId: string, roll: readonly RoundSeat[]): Promise<Map<string, SeatVoter>> {
    return votersOf(roll, await this.handovers(source, roundId));
  }
}

/** The voter of each seat, by the seat's id on the roll. Pure. */
export function votersOf(
  roll: readonly RoundSeat[],
  handovers: readonly Pick<SeatHandover, 'roundSeatId' | 'position' | 'toPost'>[],
): Map<string, SeatVoter> {
  const last = new Map<string, Pick<SeatHandover, 'position' | 'toPost'>>();
  for (const one of handovers)
    if (one.position > (last.get(one.roundSeatId)?.position ?? 0)) last.set(one.roundSeatId, one);
  return new Map(roll.map((seat) => [seat.id, voterOf(seat, last.get(seat.id)?.toPost ?? null)]));
}
