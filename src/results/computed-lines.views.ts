import type { CountedVersion } from '../ballots/ballots.queries';
import { exactly } from '../domain/lead/decimals';
import { computedScore } from '../domain/rubric/computed-score';
import { formulaAt } from '../domain/rubric/formulas';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { NO_FIGURES } from '../domain/lead/objective-figures';
import { Fraction } from '../domain/shared/fraction';
import { formatsFor } from '../words/formats';
import { appliedWords, valueWords } from '../words/formulas';
import type { Words } from '../words/words';

/**
 * For each criterion that scored itself, in one sentence: the formula, the figure of the form with the score that
 * follows, how many confirmed it, and each correction with its reason; no seat is named. By criterion code.
 */
export function computedLines(
  { criteria }: Pick<RubricContent, 'criteria'>,
  ballots: readonly Pick<CountedVersion, 'computed' | 'reasons'>[],
  words: Words,
): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const criterion of criteria) {
    const { code } = criterion;
    const said = ballots.flatMap((ballot) => {
      const choice = ballot.computed?.[code];
      return choice ? [{ ...choice, reason: ballot.reasons[code] ?? '' }] : [];
    });
    const first = said.find((one) => one.stated !== undefined);
    const applied = first && formulaAt(criterion, first.formula ?? 0);
    if (!applied || first?.stated === undefined) continue;
    const { stated } = first;
    const { formula } = applied;
    const value = Fraction.parse(stated);
    const { score } = computedScore(formula, { ...NO_FIGURES, [formula.input]: value });
    const corrections = said.flatMap(({ input, reason }) =>
      input === null
        ? []
        : [
            words.t('ballots.computed.corrected', {
              value: valueWords(formula.input, exactly(input), words),
              reason,
            }),
          ],
    );
    const basis = words.t('ballots.computed.basis', {
      formula: appliedWords(applied, words),
      value: valueWords(formula.input, value, words),
      score: score ?? 0,
      n: said.length - corrections.length,
    });
    lines.set(
      code,
      corrections.length === 0
        ? basis
        : words.t('ballots.computed.also', {
            basis,
            corrections: formatsFor(words).list(corrections.sort()),
          }),
    );
  }
  return lines;
}
