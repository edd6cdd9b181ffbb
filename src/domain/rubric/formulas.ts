import type { ObjectiveFigures, SiteKind } from '../lead/objective-figures';
import { refuse, type Refusal } from '../shared/refusal';
import { checkComputed, type ComputedScore } from './computed-score';

/**
 * What of a lead's own data may call for another formula: a leased plant has no land to share among, so that what is
 * counted for each 亩 counts for each square metre there (rubrics 4.1, `investIntensity`: lease by equipment per m²).
 */
export const FORMULA_CONDITIONS = ['leaseOnly', 'landAndLease', 'landOnly'] as const;
export type FormulaCondition = (typeof FORMULA_CONDITIONS)[number];

/** A further formula of a criterion, which takes the place of the first where its condition holds. */
export type FormulaVariant = { readonly when: FormulaCondition; readonly formula: ComputedScore };

/** A criterion as far as its formulas go; `variants` are asked in their order. */
export interface Formulas {
  readonly computed?: ComputedScore;
  readonly variants?: readonly FormulaVariant[];
}

/** The formula that a lead is scored by. */
export interface AppliedFormula {
  readonly formula: ComputedScore;
  /** 0 for the first, n for the nth variant: kept with ballots, so that they go on saying what they were scored by. */
  readonly at: number;
  /** Null for the first, which holds where no other does. */
  readonly when: FormulaCondition | null;
}

const SITES: Readonly<Record<FormulaCondition, SiteKind>> = {
  leaseOnly: 'lease',
  landAndLease: 'both',
  landOnly: 'land',
};

/** How many further formulas a criterion has at the most: as many as its page in the editor holds. */
export const MOST_VARIANTS = 1;

/** Which formula the lead's own data call for; null where the criterion is scored by hand. */
export function formulaFor(
  { computed, variants = [] }: Formulas,
  { site }: Pick<ObjectiveFigures, 'site'>,
): AppliedFormula | null {
  if (computed === undefined) return null;
  const at = variants.findIndex(({ when }) => SITES[when] === site);
  const variant = variants[at];
  return variant === undefined
    ? { formula: computed, at: 0, when: null }
    : { formula: variant.formula, at: at + 1, when: variant.when };
}

/** The formula that a ballot was scored by, as it says itself; null for one that the criterion does not have. */
export function formulaAt({ computed, variants = [] }: Formulas, at: number): AppliedFormula | null {
  if (computed === undefined) return null;
  if (at === 0) return { formula: computed, at, when: null };
  const variant = variants[at - 1];
  return variant === undefined ? null : { formula: variant.formula, at, when: variant.when };
}

/** Every formula in the order in which they are asked, the one for all other leads last. */
export function allFormulas({ computed, variants = [] }: Formulas): readonly Omit<AppliedFormula, 'at'>[] {
  if (computed === undefined) return [];
  return [...variants, { when: null, formula: computed }];
}

/** Why the formulas of a criterion cannot be published; null when they can. */
export function checkFormulas({ computed, variants = [] }: Formulas): Refusal | null {
  if (computed === undefined) return variants.length > 0 ? refuse('formulaVariantAlone') : null;
  if (variants.length > MOST_VARIANTS) return refuse('formulaTooMany', { most: MOST_VARIANTS });
  if (variants.some(({ when }) => !FORMULA_CONDITIONS.includes(when)))
    return refuse('formulaConditionUnknown');
  return (
    [computed, ...variants.map(({ formula }) => formula)].map(checkComputed).find((no) => no !== null) ?? null
  );
}
