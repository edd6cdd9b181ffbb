import { COMPUTED_INPUTS, readFigure, type ComputedInput, type ComputedScore } from './computed-score';
import type { FormulaCondition, FormulaVariant } from './formulas';
import type { CriterionText, DraftCriterion } from './rubric-draft';

const STEP_SCORES = [1, 2, 3, 4, 5] as const;

/** The names under which one formula is typed; the steps from 1 to 5. */
export interface FormulaTexts {
  readonly scoring: CriterionText;
  readonly input: CriterionText;
  readonly better: CriterionText;
  readonly steps: readonly CriterionText[];
  readonly zeroAt: CriterionText;
  readonly fullAt: CriterionText;
}

export const MAIN_FORMULA: FormulaTexts = {
  scoring: 'scoring',
  input: 'input',
  better: 'better',
  steps: ['step1', 'step2', 'step3', 'step4', 'step5'],
  zeroAt: 'zeroAt',
  fullAt: 'fullAt',
};
/** The second one, for leads whose own data call for it. */
export const ALT_FORMULA: FormulaTexts = {
  scoring: 'altScoring',
  input: 'altInput',
  better: 'altBetter',
  steps: ['altStep1', 'altStep2', 'altStep3', 'altStep4', 'altStep5'],
  zeroAt: 'altZeroAt',
  fullAt: 'altFullAt',
};
/** A formula as it would have been typed, under these names. */
export function textsOfFormula(
  computed: ComputedScore | undefined,
  names: FormulaTexts,
): Partial<Record<CriterionText, string>> {
  const steps = computed?.shape === 'steps' ? computed.steps : [];
  return {
    [names.scoring]: computed?.shape ?? 'hand',
    [names.input]: computed?.input ?? '',
    [names.better]: computed?.better ?? '',
    ...Object.fromEntries(
      names.steps.map((name, at) => [name, steps.find(({ score }) => score === at + 1)?.from ?? '']),
    ),
    [names.zeroAt]: computed?.shape === 'linear' ? computed.zeroAt : '',
    [names.fullAt]: computed?.shape === 'linear' ? computed.fullAt : '',
  };
}

/** The second formula, where a condition has been chosen for it; an unknown one is kept, so that the check can name it. */
export function variantOf(typed: DraftCriterion): FormulaVariant | null {
  if (!typed.when) return null;
  const formula = computedOf({ ...typed, altScoring: typed.altScoring || 'steps' }, ALT_FORMULA);
  return formula && { when: typed.when as FormulaCondition, formula };
}

/** What is typed under these names as a formula; null where the criterion is scored by hand. */
export function computedOf(typed: DraftCriterion, names: FormulaTexts): ComputedScore | null {
  const scoring = typed[names.scoring];
  if (scoring !== 'steps' && scoring !== 'linear') return null;
  // An unknown figure is kept, so that the check can name it.
  const input = (COMPUTED_INPUTS.find((one) => one === typed[names.input]) ?? '') as ComputedInput;
  const better = typed[names.better] === 'less' ? 'less' : 'more';
  const figure = (text: string): string => readFigure(text) ?? text;
  if (scoring === 'linear') {
    const [zeroAt, fullAt] = [figure(typed[names.zeroAt]), figure(typed[names.fullAt])];
    return { input, better, shape: 'linear', zeroAt, fullAt };
  }
  const steps = STEP_SCORES.map((score) => ({
    from: figure(typed[names.steps[score - 1] ?? names.zeroAt]),
    score,
  }));
  return { input, better, shape: 'steps', steps: steps.filter(({ from }) => from.trim() !== '') };
}
