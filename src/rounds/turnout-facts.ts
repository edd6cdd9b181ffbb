import type { Seat } from '../domain/round/roll';
import type { RoundSeat } from './round.entity';

/** The frozen roll as the rules take it; its seats are named by the ids of their round seats. */
export function rollSeats(roll: readonly RoundSeat[]): Seat[] {
  return roll.map((seat) => ({ seatId: seat.id, kind: seat.kind, function: seat.function }));
}
