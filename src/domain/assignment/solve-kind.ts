import type { KindProblem } from './assignment';
import { evenShares } from './cost';
import type { Difficulty } from './difficulty';
import { KindFlow } from './kind-flow';

export interface KindSolution {
  /** Row by row for each item: 1 where the seat of the column has it. */
  readonly has: Uint8Array;
  /** For each item how many places could not be filled. */
  readonly missing: readonly number[];
}

/** Fills the first place of every item, then the second of every item, and so on: a shortage falls on all alike. */
export function solveKind(kind: KindProblem, difficulties: readonly Difficulty[]): KindSolution {
  const flow = new KindFlow(kind, difficulties, evenShares(kind, difficulties));
  const missing = kind.need.map(() => 0);
  const most = kind.need.reduce((high, n) => Math.max(high, n), 0);
  for (let place = 1; place <= most; place += 1) {
    kind.need.forEach((need, item) => {
      if (place > need) return;
      // Where no chain of changes helped an item once, none helps it later.
      const isShort = (missing[item] ?? 0) > 0 || !flow.fill(item);
      if (isShort) missing[item] = (missing[item] ?? 0) + 1;
    });
  }
  return { has: flow.has, missing };
}
