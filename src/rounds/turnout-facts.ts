import type { ItemAttendance } from '../domain/round/progress';
import type { Seat } from '../domain/round/roll';
import type { RoundItem, RoundSeat, Turnout } from './round.entity';

/** Turnout as the rules of progress and quorum take it: for each item who is recused and who has cast. */
export function attendance(
  items: readonly Pick<RoundItem, 'id'>[],
  turnout: readonly Pick<Turnout, 'itemId' | 'roundSeatId' | 'state'>[],
): ItemAttendance[] {
  const byItem = new Map(
    items.map(({ id }) => [id, { recused: new Set<string>(), cast: new Set<string>() }]),
  );
  for (const { itemId, roundSeatId, state } of turnout) {
    if (state !== 'waiting') byItem.get(itemId)?.[state].add(roundSeatId);
  }
  return [...byItem].map(([itemId, { recused, cast }]) => ({ itemId, recused, cast }));
}

/** The frozen roll as the rules take it; its seats are named by the ids of their round seats. */
export function rollSeats(roll: readonly RoundSeat[]): Seat[] {
  return roll.map((seat) => ({ seatId: seat.id, kind: seat.kind, function: seat.function }));
}
