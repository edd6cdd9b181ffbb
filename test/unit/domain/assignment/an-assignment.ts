import fc from 'fast-check';
import {
  kindProblems,
  pairKey,
  type AssignmentProblem,
  type AssignmentSeat,
  type Pair,
} from '../../../../src/domain/assignment/assignment';
import { evenShares, loadPoints, mismatchPoints } from '../../../../src/domain/assignment/cost';
import { DIFFICULTIES, type Difficulty } from '../../../../src/domain/assignment/difficulty';
import { gradeMatch, noExpertise } from '../../../../src/domain/assignment/match';
import { PANEL_KINDS, type PanelKind } from '../../../../src/domain/rubric/panel-kind';

const fields = ['C3670', 'C3612', 'C3071'];

export const perKind = (n: number): Record<PanelKind, number> => ({
  park: n,
  support: n,
  institute: n,
  enterprise: n,
});

export function aSeat(seatId: string, kind: PanelKind, change: Partial<AssignmentSeat> = {}): AssignmentSeat {
  return { seatId, kind, expertise: noExpertise, everyItem: false, ...change };
}

export function anItem(itemId: string, difficulty: Difficulty = 1, industryCode: string | null = null) {
  return { itemId, difficulty, subject: { industryCode, chain: null } };
}

export function aProblem(change: Partial<AssignmentProblem> = {}): AssignmentProblem {
  return {
    items: ['1', '2', '3', '4'].map((id) => anItem(id)),
    seats: PANEL_KINDS.flatMap((kind) => [1, 2].map((n) => aSeat(`${kind}${n}`, kind))),
    rules: { perKind: perKind(1), most: null },
    forbidden: [],
    ...change,
  };
}

/** Problems small enough to try every assignment: up to 4 items and 4 seats of one kind, and a seat of which none is wanted. */
export const smallProblems: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    items: fc.array(
      fc.record({ difficulty: fc.constantFrom(...DIFFICULTIES), field: fc.constantFrom(null, ...fields) }),
      { minLength: 1, maxLength: 4 },
    ),
    seats: fc.array(
      fc.record({
        field: fc.constantFrom(null, ...fields, 'C36'),
        every: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    want: fc.integer({ min: 0, max: 3 }),
    most: fc.option(fc.integer({ min: 1, max: 4 })),
    forbidden: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 5 }),
  })
  .map(({ items, seats, want, most, forbidden }) => ({
    items: items.map(({ difficulty, field }, at) => anItem(`i${at}`, difficulty, field)),
    seats: [
      ...seats.map(({ field, every }, at) =>
        aSeat(`s${at}`, 'institute', {
          expertise: { industries: field === null ? [] : [field], chains: [] },
          everyItem: every,
        }),
      ),
      aSeat('p', 'park'),
    ],
    rules: { perKind: { park: 0, support: 0, institute: want, enterprise: 0 }, most },
    forbidden: forbidden.map(([item, seat]) => ({ itemId: `i${item}`, seatId: `s${seat}` })),
  }));

/** What an assignment costs, counted anew from the sentence at the top of `cost.ts`. */
export function costOf(problem: AssignmentProblem, pairs: readonly Pair[]): number {
  const given = new Set(pairs.map(pairKey));
  const difficulties = problem.items.map(({ difficulty }) => difficulty);
  return kindProblems(problem).reduce((total, kind) => {
    const shares = evenShares(kind, difficulties);
    const bySeat = kind.seats.map((at) => {
      const seat = problem.seats[at];
      if (seat === undefined) return 0;
      const own = problem.items.filter(({ itemId }) => given.has(pairKey({ seatId: seat.seatId, itemId })));
      const misfit = own.map(({ subject }) => mismatchPoints * gradeMatch(seat.expertise, subject));
      const loads = DIFFICULTIES.flatMap((level) =>
        own
          .filter(({ difficulty }) => difficulty >= level)
          .map((_, nth) => loadPoints(nth + 1, shares[level - 1] ?? 1)),
      );
      return [...misfit, ...loads].reduce((sum, points) => sum + points, 0);
    });
    return total + bySeat.reduce((sum, points) => sum + points, 0);
  }, 0);
}

/** Every way of giving each item at most the seats it wants, within cap and what is forbidden. */
export function everyAssignment(problem: AssignmentProblem, fixed: readonly Pair[]): { pairs: Pair[] }[] {
  const kept = new Set([...problem.forbidden, ...fixed].map(pairKey));
  const most = problem.rules.most ?? problem.items.length;
  let found: { pairs: Pair[]; load: Map<string, number> }[] = [{ pairs: [...fixed], load: new Map() }];
  for (const kind of kindProblems(problem)) {
    const seats = kind.seats.flatMap((at) => problem.seats[at] ?? []);
    problem.items.forEach(({ itemId }, row) => {
      found = found.flatMap((one) =>
        subsets(
          seats.filter(({ seatId }) => !kept.has(pairKey({ seatId, itemId }))),
          kind.need[row] ?? 0,
        ).flatMap((chosen) => {
          const load = new Map(one.load);
          for (const { seatId } of chosen) load.set(seatId, (load.get(seatId) ?? 0) + 1);
          if ([...load.values()].some((n) => n > most)) return [];
          return [{ pairs: [...one.pairs, ...chosen.map(({ seatId }) => ({ seatId, itemId }))], load }];
        }),
      );
    });
  }
  return found;
}

/** All choices of at most `n` seats. */
function subsets<T>(all: readonly T[], n: number): T[][] {
  const [first, ...rest] = all;
  if (first === undefined || n === 0) return [[]];
  return [...subsets(rest, n), ...subsets(rest, n - 1).map((chosen) => [first, ...chosen])];
}
