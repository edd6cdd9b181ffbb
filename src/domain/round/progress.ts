import { quorum, type Quorum } from './quorum';
import { eligibleSeats, type Seat } from './roll';
import type { RuleSet } from '../rubric/rule-set';

/** Who has done what on one item, by seat id; never what they wrote. */
export type ItemAttendance = {
  readonly itemId: string;
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
  const items = attendance.map(({ itemId, recused, cast }) => {
    const reached = quorum(roll, recused, cast, rules);
    return { itemId, awaited: reached.eligible - reached.cast, quorum: reached };
  });
  const seats = roll.map(({ seatId }): SeatProgress => {
    const recused = attendance.filter((item) => item.recused.has(seatId)).length;
    const cast = attendance.filter((item) => item.cast.has(seatId) && !item.recused.has(seatId)).length;
    return { seatId, cast, recused, awaited: attendance.length - recused - cast };
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
      eligibleSeats(roll, item.recused).flatMap(({ seatId }) => (item.cast.has(seatId) ? [] : [seatId])),
    ),
  );
  return roll.filter(({ seatId }) => owing.has(seatId));
}
