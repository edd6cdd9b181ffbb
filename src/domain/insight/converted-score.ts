import type { CountedBallot } from '../tally/tally-result';
import type { RubricContent } from '../rubric/rubric-content';
import { Fraction } from '../shared/fraction';

/**
 * What one ballot alone would have given: the weighted mean of the criteria it scored, brought to 0–100. Null for a
 * ballot without a score. For showing the spread; nothing is decided by it.
 */
export function convertedScore(
  ballot: Pick<CountedBallot, 'scores'>,
  { criteria, scale }: Pick<RubricContent, 'criteria' | 'scale'>,
): Fraction | null {
  let weighed = 0;
  let weights = 0;
  for (const { code, weight } of criteria) {
    const score = ballot.scores[code];
    if (score === undefined) continue;
    weighed += weight * score;
    weights += weight;
  }
  return weights === 0 ? null : Fraction.of(weighed * 100, weights * scale.highest);
}
