import { quorum, type Quorum } from './quorum';
import { assignedSeats, eligibleSeats, type Seat } from './roll';
import type { RuleSet } from '../rubric/rule-set';

/** Who has done what on one item, by seat id; never what they wrote. */
export type ItemAttendance = {
  readonly itemId: string;
  /** The seats that stand on this item; all of the roll where it is not said. */
  readonly assigned?: ReadonlySet<string>;
  readonly recused: ReadonlySet<string>;
  readonly cast: ReadonlySet<string>;
};

export type SeatProgress = {
  readonly seatId: string;
  readonly cast: number;
  readonly recused: number;
  /** Items on which a ballot is still awaited. */
  readonly awaited: number;
};

export type RoundProgress = {
  readonly items: readonly { readonly itemId: string; readonly awaited: number; readonly quorum: Quorum }[];
  readonly seats: readonly SeatProgress[];
  /** Ballots cast and ballots that could be, over all items. */
  readonly cast: number;
  readonly eligible: number;
  readonly awaited: number;
  readonly itemsShort: number;
};

/** How far an open round is, from attendance alone. */
export function roundProgress(
  roll: readonly Seat[],
  attendance: readonly ItemAttendance[],
  rules: RuleSet['quorum'],
): RoundProgress {
  const items = attendance.map(({ itemId, assigned, recused, cast }) => {
    const reached = quorum(assignedSeats(roll, assigned), recused, cast, rules);
    return { itemId, awaited: reached.eligible - reached.cast, quorum: reached };
  });
  const seats = roll.map(({ seatId }): SeatProgress => {
    const own = attendance.filter(({ assigned }) => assigned?.has(seatId) ?? true);
    const recused = own.filter((item) => item.recused.has(seatId)).length;
    const cast = own.filter((item) => item.cast.has(seatId) && !item.recused.has(seatId)).length;
    return { seatId, cast, recused, awaited: own.length - recused - cast };
  });
  const sum = (pick: (item: (typeof items)[number]) => number): number =>
    items.reduce((total, item) => total + pick(item), 0);
  return {
    items,
    seats,
    cast: sum((item) => item.quorum.cast),
    eligible: sum((item) => item.quorum.eligible),
    awaited: sum((item) => item.awaited),
    itemsShort: items.filter((item) => !item.quorum.met).length,
  };
}

/** The seats that still owe a ballot on at least one item: whom a reminder goes to. */
export function seatsAwaited(roll: readonly Seat[], attendance: readonly ItemAttendance[]): readonly Seat[] {
  const owing = new Set(
    attendance.flatMap((item) =>
      eligibleSeats(assignedSeats(roll, item.assigned), item.recused).flatMap(({ seatId }) =>
        item.cast.has(seatId) ? [] : [seatId],
      ),
    ),
  );
  return roll.filter(({ seatId }) => owing.has(seatId));
}

/** Turnout as progress and quorum take it: a seat stands on an item where it has a mark, whatever the mark. */
export function attendanceOf(
  items: readonly { readonly id: string }[],
  turnout: readonly { readonly itemId: string; readonly roundSeatId: string; readonly state: string }[],
): ItemAttendance[] {
  const byItem = new Map(
    items.map(({ id }) => [
      id,
      { assigned: new Set<string>(), recused: new Set<string>(), cast: new Set<string>() },
    ]),
  );
  for (const { itemId, roundSeatId, state } of turnout) {
    const own = byItem.get(itemId);
    own?.assigned.add(roundSeatId);
    if (state === 'recused' || state === 'cast') own?.[state].add(roundSeatId);
  }
  return [...byItem].map(([itemId, sets]) => ({ itemId, ...sets }));
}
