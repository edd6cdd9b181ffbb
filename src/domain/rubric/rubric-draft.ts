import { ALT_FORMULA, computedOf, MAIN_FORMULA, textsOfFormula, variantOf } from './draft-formulas';
import { isPanelKind, isSeatFunction } from './panel-kind';
import type { Criterion, RubricContent, VetoGround } from './rubric-content';

/** The texts of a criterion as they are typed. A draft may be incomplete and even unreadable: it keeps all of it. */
export const CRITERION_TEXTS = [
  'code',
  'nameZh',
  'nameEn',
  'weight',
  'anchor0Zh',
  'anchor0En',
  'anchor3Zh',
  'anchor3En',
  'anchor5Zh',
  'anchor5En',
  'scoring',
  'input',
  'better',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'zeroAt',
  'fullAt',
  'when',
  'altScoring',
  'altInput',
  'altBetter',
  'altStep1',
  'altStep2',
  'altStep3',
  'altStep4',
  'altStep5',
  'altZeroAt',
  'altFullAt',
] as const;
export type CriterionText = (typeof CRITERION_TEXTS)[number];

export type DraftCriterion = Readonly<Record<CriterionText, string>> & {
  /** Names it within the draft, whatever is typed into it. */
  readonly key: string;
  readonly kinds: readonly string[];
  readonly reasonFor: readonly string[];
  readonly naAllowed: boolean;
};

export const GROUND_TEXTS = ['code', 'nameZh', 'nameEn', 'basisZh', 'basisEn', 'by'] as const;
export type GroundText = (typeof GROUND_TEXTS)[number];
export type DraftGround = Readonly<Record<GroundText, string>> & {
  readonly key: string;
  readonly raisedBy: readonly string[];
  readonly functions: readonly string[];
};

/** A rubric while it is written. */
export type RubricDraft = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteria: readonly DraftCriterion[];
  readonly grounds: readonly DraftGround[];
};

const CONFIRMERS = ['seats', 'secretariat', 'leadingGroup'] as const;
export const SCORINGS = ['hand', 'steps', 'linear'] as const;

/** A criterion with nothing in it: scored by hand, reasons for 0, 1 and 5. */
export function emptyCriterion(key: string): DraftCriterion {
  const texts = Object.fromEntries(CRITERION_TEXTS.map((name) => [name, ''])) as Record<
    CriterionText,
    string
  >;
  return { ...texts, key, scoring: 'hand', kinds: [], reasonFor: ['0', '1', '5'], naAllowed: false };
}

export function emptyGround(key: string): DraftGround {
  return {
    key,
    code: '',
    nameZh: '',
    nameEn: '',
    basisZh: '',
    basisEn: '',
    by: '',
    raisedBy: [],
    functions: [],
  };
}

/** A version to go on from, as it would have been typed. */
export function draftOf({ name, criteria, vetoGrounds }: RubricContent): RubricDraft {
  return {
    nameZh: name.zh,
    nameEn: name.en,
    criteria: criteria.map((criterion, at) => draftOfCriterion(criterion, `c${at + 1}`)),
    grounds: vetoGrounds.map(({ code, name, basis, raisedBy, confirmedBy }, at) => ({
      key: `g${at + 1}`,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      basisZh: basis.zh,
      basisEn: basis.en,
      by: confirmedBy.by,
      raisedBy,
      functions: confirmedBy.functions,
    })),
  };
}

function draftOfCriterion(criterion: Criterion, key: string): DraftCriterion {
  const { name, anchors, computed } = criterion;
  const [variant] = criterion.variants ?? [];
  return {
    ...emptyCriterion(key),
    code: criterion.code,
    nameZh: name.zh,
    nameEn: name.en,
    weight: String(criterion.weight),
    anchor0Zh: anchors[0].zh,
    anchor0En: anchors[0].en,
    anchor3Zh: anchors[3].zh,
    anchor3En: anchors[3].en,
    anchor5Zh: anchors[5].zh,
    anchor5En: anchors[5].en,
    ...textsOfFormula(computed, MAIN_FORMULA),
    ...(variant === undefined ? {} : { when: variant.when, ...textsOfFormula(variant.formula, ALT_FORMULA) }),
    kinds: criterion.kinds,
    reasonFor: criterion.commentRequiredFor.map(String),
    naAllowed: criterion.naAllowed,
  };
}

/** A draft as it was stored, with what younger criteria have beside it left open. */
export function storedDraft(stored: RubricDraft): RubricDraft {
  return {
    ...stored,
    criteria: stored.criteria.map((typed) => ({ ...emptyCriterion(typed.key), ...typed })),
  };
}

/**
 * What the draft says as a rubric. Nothing is refused here: a weight that cannot be read counts as 0, a figure stays
 * as typed, and `checkRubric` says what is wrong with the result.
 */
export function contentOf(draft: RubricDraft, code: string): RubricContent {
  return {
    code,
    name: both(draft.nameZh, draft.nameEn),
    scale: { lowest: 0, highest: 5 },
    criteria: draft.criteria.map(criterionOf),
    vetoGrounds: draft.grounds.map(groundOf),
  };
}

function criterionOf(typed: DraftCriterion): Criterion {
  const computed = computedOf(typed, MAIN_FORMULA);
  const variant = variantOf(typed);
  return {
    code: typed.code.trim(),
    name: both(typed.nameZh, typed.nameEn),
    weight: wholeNumber(typed.weight),
    kinds: typed.kinds.filter(isPanelKind),
    anchors: {
      0: both(typed.anchor0Zh, typed.anchor0En),
      3: both(typed.anchor3Zh, typed.anchor3En),
      5: both(typed.anchor5Zh, typed.anchor5En),
    },
    naAllowed: typed.naAllowed,
    commentRequiredFor: typed.reasonFor.map(Number),
    ...(computed === null ? {} : { computed }),
    ...(variant === null ? {} : { variants: [variant] }),
  };
}

function groundOf(typed: DraftGround): VetoGround {
  const by = CONFIRMERS.find((one) => one === typed.by) ?? 'seats';
  return {
    code: typed.code.trim(),
    name: both(typed.nameZh, typed.nameEn),
    basis: both(typed.basisZh, typed.basisEn),
    raisedBy: typed.raisedBy.filter(isPanelKind),
    confirmedBy: { by, functions: by === 'seats' ? typed.functions.filter(isSeatFunction) : [] },
  };
}

const both = (zh: string, en: string): Criterion['name'] => ({ zh: zh.trim(), en: en.trim() });

/** A weight as people type it, full-width digits too; 0 for anything that is not a whole number up to 100. */
export function wholeNumber(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : 0;
}
