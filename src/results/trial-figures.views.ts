import type { RubricContent } from '../domain/rubric/rubric-content';
import { numberField, selectField, type Field } from '../http/views/fields';
import { appliedWords, unitWords } from '../words/formulas';
import type { Words } from '../words/words';
import { TRIAL_SITES, triedFormula, type TypedTrial } from './trial-form';

/**
 * The figures of a form on trial: on what the project stands, and one box for each criterion that scores itself, with
 * the formula that holds for it and the score that follows. None where every criterion is scored by hand.
 */
export function figureFields(
  typed: TypedTrial,
  rubric: RubricContent,
  messages: Readonly<Record<string, string>>,
  words: Words,
): Field[] {
  const figures = rubric.criteria.flatMap((criterion): Field[] => {
    const tried = triedFormula(typed, criterion);
    if (tried === null) return [];
    const { applied, score } = tried;
    const formula = appliedWords(applied, words);
    return [
      numberField({
        name: `figures[${criterion.code}]`,
        label: words.of(criterion.name),
        hint: score === null ? formula : words.t('trial.figure.follows', { formula, score }),
        unit: unitWords(applied.formula.input, words),
        value: typed.figures[criterion.code] ?? '',
        error: messages[`figures[${criterion.code}]`] ?? '',
      }),
    ];
  });
  if (figures.length === 0) return [];
  const site = selectField({
    name: 'site',
    label: words.t('trial.field.site'),
    hint: words.t('trial.field.site.hint'),
    options: TRIAL_SITES.map((value) => ({
      value,
      label: words.t(`trial.site.${value}`),
      selected: typed.site === value,
    })),
  });
  return [site, ...figures];
}
