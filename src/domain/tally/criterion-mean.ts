import type { CriterionResult } from './tally-result';
import type { RuleSet } from '../rubric/rule-set';
import type { RubricContent } from '../rubric/rubric-content';
import { Fraction } from '../shared/fraction';

export type CriterionMean = Pick<CriterionResult, 'n' | 'dropped' | 'method' | 'mean'>;

/**
 * The mean of one criterion from how often each score was given: from the rule's number of scores on, the lowest
 * and highest are dropped first; below it the plain mean; none without a score.
 */
export function criterionMean(
  counts: readonly number[],
  na: number,
  { lowest }: RubricContent['scale'],
  trim: RuleSet['score']['trim'],
): CriterionMean {
  let n = 0;
  let sum = 0;
  counts.forEach((count, step) => {
    n += count;
    sum += count * (lowest + step);
  });
  if (n === 0) return { n, dropped: { lowest: 0, highest: 0 }, method: na > 0 ? 'na' : 'none', mean: null };
  if (n < trim.from)
    return { n, dropped: { lowest: 0, highest: 0 }, method: 'plain', mean: Fraction.of(sum, n) };
  const low = endSum(counts, trim.lowest, lowest, 1);
  const high = endSum(counts, trim.highest, lowest, -1);
  return {
    n,
    dropped: { lowest: trim.lowest, highest: trim.highest },
    method: 'trimmed',
    mean: Fraction.of(sum - low - high, n - trim.lowest - trim.highest),
  };
}

/** Sum of the `take` lowest (direction 1) or highest (-1) marks. */
function endSum(counts: readonly number[], take: number, lowest: number, direction: 1 | -1): number {
  let sum = 0;
  let left = take;
  for (let step = direction === 1 ? 0 : counts.length - 1; left > 0 && step in counts; step += direction) {
    const taken = Math.min(left, counts[step] ?? 0);
    sum += taken * (lowest + step);
    left -= taken;
  }
  return sum;
}
