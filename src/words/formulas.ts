import { exactly, grouped } from '../domain/lead/decimals';
import { FIGURE_UNITS, type ObjectiveFigure } from '../domain/lead/objective-figures';
import { FIGURE_PLACES, formulaSentence, type ComputedScore } from '../domain/rubric/computed-score';
import { allFormulas, type AppliedFormula, type Formulas } from '../domain/rubric/formulas';
import type { Fraction } from '../domain/shared/fraction';
import type { Words } from './words';

/** A formula as it is published: which figure, how it is worked out, which score follows from how much. */
export function formulaWords(computed: ComputedScore, words: Words): string {
  const { key, args } = formulaSentence(computed);
  const figure = computed.input;
  const shown = (decimal: string): string => grouped(exactly(decimal).toDecimal(FIGURE_PLACES));
  const named = {
    figure: words.t(`figure.${figure}`),
    reckoned: words.t(`figure.${figure}.from`),
    unit: unitWords(figure, words),
  };
  if (computed.shape === 'linear')
    return words.t(key, { ...named, zeroAt: shown(computed.zeroAt), fullAt: shown(computed.fullAt) });
  const pairs = String(args['steps'])
    .split(',')
    .map((pair) => pair.split(':'));
  const steps = pairs.map(([from = '0', score = '0']) =>
    words.t(`computed.step.${computed.better}`, { from: shown(from), score }),
  );
  const last = shown(pairs.at(-1)?.[0] ?? '0');
  return words.t(key, { ...named, steps: steps.join(words.t('computed.steps.between')), last });
}

/** A formula with what calls for it, where it is not the one for all leads. */
export function appliedWords({ when, formula }: Omit<AppliedFormula, 'at'>, words: Words): string {
  const said = formulaWords(formula, words);
  return when === null
    ? said
    : words.t('computed.when', { when: words.t(`formulaWhen.${when}`), formula: said });
}

/**
 * Every formula of a criterion as it is published, each with what calls for it; '' for one that is scored by hand, and
 * as long as a draft has not said by which figure.
 */
export function formulasWords(criterion: Formulas, words: Words): string {
  const all = allFormulas(criterion);
  if (all.some(({ formula }) => formula.input.length === 0)) return '';
  const one = all.length === 1;
  return all
    .map(({ when, formula }) =>
      when === null && !one
        ? words.t('computed.otherwise', { formula: formulaWords(formula, words) })
        : appliedWords({ when, formula }, words),
    )
    .join(words.t('computed.formulas.between'));
}

/** `423.08万元/亩`: a figure with its unit, at most four decimals, half-up. The score comes from the exact value. */
export function valueWords(figure: ObjectiveFigure, value: Fraction, words: Words): string {
  const n = grouped(value.toDecimal(FIGURE_PLACES));
  return words.t(`figureValue.${FIGURE_UNITS[figure]}`, { n });
}

/** `万元/亩`, beside a box in which the figure is typed. */
export function unitWords(figure: ObjectiveFigure, words: Words): string {
  return words.t(`figureUnit.${FIGURE_UNITS[figure]}`);
}
