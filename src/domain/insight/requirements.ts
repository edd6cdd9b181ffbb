import type { ItemAttendance } from '../round/progress';
import { quorum } from '../round/quorum';
import { assignedSeats, eligibleSeats, type Seat } from '../round/roll';
import type { RuleSet } from '../rubric/rule-set';

/** What a quorum still lacks: of these seats, which have not voted yet, at least so many have to. */
export interface Requirement {
  readonly missing: number;
  readonly seats: readonly string[];
}

/** What every item of a round still lacks; an item with its quorum gives none. */
export function requirementsOf(
  roll: readonly Seat[],
  attendance: readonly ItemAttendance[],
  rules: RuleSet['quorum'],
): Requirement[][] {
  return attendance.flatMap((item) => {
    const own = assignedSeats(roll, item.assigned);
    const waiting = eligibleSeats(own, item.recused).filter(({ seatId }) => !item.cast.has(seatId));
    const reached = quorum(own, item.recused, item.cast, rules);
    const lacking = [
      requirement(reached.needed - reached.cast, waiting),
      ...reached.kinds.map(({ kind, needed, cast }) =>
        requirement(
          needed - cast,
          waiting.filter((seat) => seat.kind === kind),
        ),
      ),
      ...reached.functions.map(({ function: duty, met }) =>
        requirement(
          met ? 0 : 1,
          waiting.filter((seat) => seat.function === duty),
        ),
      ),
    ].filter(({ missing }) => missing > 0);
    return lacking.length === 0 ? [] : [lacking];
  });
}

/** Each once, whichever items it comes from; of two about the same seats the one that asks for more. */
export function together(items: readonly (readonly Requirement[])[]): Requirement[] {
  const bySeats = new Map<string, Requirement>();
  for (const one of items.flat()) {
    const key = one.seats.join(' ');
    const known = bySeats.get(key);
    if (known === undefined || known.missing < one.missing) bySeats.set(key, one);
  }
  return [...bySeats.values()];
}

const requirement = (missing: number, seats: readonly Seat[]): Requirement => ({
  missing,
  seats: seats.map(({ seatId }) => seatId),
});
