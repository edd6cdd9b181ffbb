import { fixedPairs, kindProblems, type AssignmentProblem, type Pair } from './assignment';
import { shortagesOf, type Shortage } from './shortage';
import { solveKind } from './solve-kind';

/** Who judges what, and what could not be had. */
export interface Assignment {
  /** Item by item in the order of the agenda, seats in the order of the roll. */
  readonly pairs: readonly Pair[];
  /** What each kind lacks, by cause; none when every item has its seats. */
  readonly shortages: readonly Shortage[];
}

/**
 * The cheapest assignment that gives each item its seats of each kind, none above the cap, none that is forbidden; what
 * cheapest means stands in `cost.ts`. Where that cannot be done it gives as many as can be given, evenly over the items,
 * and says which kind is short by how much. The same problem always has the same answer.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const { items, seats } = problem;
  const difficulties = items.map(({ difficulty }) => difficulty);
  const given = items.map(() => new Set<number>());
  const place = new Map(seats.map(({ seatId }, at) => [seatId, at]));
  const row = new Map(items.map(({ itemId }, at) => [itemId, at]));
  for (const { seatId, itemId } of fixedPairs(problem))
    given[row.get(itemId) ?? -1]?.add(place.get(seatId) ?? -1);
  const shortages = kindProblems(problem).flatMap((kind) => {
    const { has, missing } = solveKind(kind, difficulties);
    given.forEach((own, item) => {
      kind.seats.forEach((seat, column) => {
        if (has[item * kind.seats.length + column] === 1) own.add(seat);
      });
    });
    return shortagesOf(kind, missing, problem);
  });
  const pairs = items.flatMap(({ itemId }, item) =>
    seats.flatMap(({ seatId }, seat) => (given[item]?.has(seat) ? [{ seatId, itemId }] : [])),
  );
  return { pairs, shortages };
}
