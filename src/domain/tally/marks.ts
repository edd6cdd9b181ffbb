import type { CriterionResult } from './tally-result';

/** One mark as it is shown: without a name, struck through when it was dropped. */
export type Mark = { readonly score: number; readonly dropped: boolean };

/** The marks of a criterion from low to high. */
export function marksOf(
  { counts, n, dropped }: Pick<CriterionResult, 'counts' | 'n' | 'dropped'>,
  lowest: number,
): readonly Mark[] {
  const scores = counts.flatMap((count, step) => new Array<number>(count).fill(lowest + step));
  return scores.map((score, at) => ({ score, dropped: at < dropped.lowest || at >= n - dropped.highest }));
}
