import type { ObjectiveFigures } from '../domain/lead/objective-figures';
import { computedScore, readFigure } from '../domain/rubric/computed-score';
import { formulaFor } from '../domain/rubric/formulas';
import type { Criterion } from '../domain/rubric/rubric-content';
import { appliedWords, unitWords, valueWords } from '../words/formulas';
import type { Words } from '../words/words';
import type { TypedForm } from './ballot.form';

/** A criterion that scores itself: the figure, the formula, the score that follows, and what the seat says to it. */
export interface ComputedPart {
  readonly value: string;
  readonly score: string;
  readonly formula: string;
  readonly options: readonly {
    readonly value: string;
    readonly id: string;
    readonly label: string;
    readonly note: string;
    readonly checked: boolean;
  }[];
  readonly inputId: string;
  readonly input: string;
  readonly unit: string;
  /** What would follow from the figure typed; `''` as long as none can be read. */
  readonly follows: string;
}

/**
 * Null where the criterion has no formula, or the form lacks the figure of the one that its own data call for: it is
 * scored by hand then.
 */
export function computedPart(
  criterion: Criterion,
  figures: ObjectiveFigures,
  typed: TypedForm,
  words: Words,
): ComputedPart | null {
  const { code } = criterion;
  const applied = formulaFor(criterion, figures);
  if (applied === null) return null;
  const { formula } = applied;
  const { score, value } = computedScore(formula, figures);
  if (score === null || value === null) return null;
  const { input: figure } = formula;
  const own = (group: Readonly<Record<string, string>> = {}): string =>
    Object.hasOwn(group, code) ? (group[code] ?? '') : '';
  // A plain score that is the same counts as confirming; shown so, it is not asked for twice.
  const plain = own(typed.scores).trim() === String(score) && own(typed.computed) === '';
  const chosen = plain ? 'confirm' : own(typed.computed);
  const input = own(typed.inputs);
  const read = readFigure(input);
  const corrected = read === null ? null : computedScore(formula, figures, read);
  const shown = valueWords(figure, value, words);
  const option = (choice: string, note: string): ComputedPart['options'][number] => ({
    value: choice,
    id: `computed-${code}-${choice}`,
    label: words.t(`ballots.computed.${choice}`),
    note,
    checked: choice === chosen,
  });
  return {
    value: shown,
    score: words.t('ballots.computed.score', { score }),
    formula: words.t('ballots.computed.formula', { formula: appliedWords(applied, words) }),
    options: [
      option('confirm', words.t('ballots.computed.confirm.note', { value: shown, score })),
      option('correct', words.t('ballots.computed.correct.note')),
    ],
    inputId: `input-${code}`,
    input,
    unit: unitWords(figure, words),
    follows:
      corrected === null || corrected.value === null || corrected.score === null
        ? ''
        : words.t('ballots.computed.follows', {
            value: valueWords(figure, corrected.value, words),
            score: corrected.score,
          }),
  };
}
