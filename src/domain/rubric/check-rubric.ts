import { refuse, type Refusal } from '../shared/refusal';
import { checkFormulas } from './formulas';
import { PANEL_KINDS, type PanelKind } from './panel-kind';
import type { Criterion, RubricContent, VetoGround } from './rubric-content';

const FULL_WEIGHT = 100;
const CODE = /^[a-z][A-Za-z0-9]{1,39}$/;
const GROUND_CODE = /^[A-Z]\d{2,3}$/;

/** Characters of each text at the most: what a ballot on a phone and a printed letter have room for. */
export const RUBRIC_TEXT = { nameZh: 60, nameEn: 120, text: 400 } as const;

/**
 * Everything that keeps a rubric from being published, all at once: an empty list means it may be. Weights are whole
 * and sum to 100, codes are unique, every criterion has a kind that scores it and says what 0, 3 and 5 mean.
 */
export function checkRubric(content: RubricContent): readonly Refusal[] {
  return [
    ...checkFrame(content),
    ...content.criteria.flatMap((criterion) => checkCriterion(criterion, content)),
    ...content.vetoGrounds.flatMap(checkGround),
  ];
}

/** What is wrong with a rubric as a whole, whatever its parts say: its names, its scale, the sum, codes used twice. */
export function checkFrame({ name, scale, criteria, vetoGrounds }: RubricContent): readonly Refusal[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const isScale =
    isWhole(scale.lowest) && isWhole(scale.highest) && scale.lowest >= 0 && scale.lowest < scale.highest;
  return [
    ...(criteria.length > 0 ? [] : [refuse('rubricEmpty')]),
    ...(isScale ? [] : [refuse('scaleUnusable')]),
    ...(name.zh.trim() && name.en.trim() ? [] : [refuse('rubricNameMissing')]),
    ...(fits(name) ? [] : [refuse('rubricNameTooLong', { zh: RUBRIC_TEXT.nameZh, en: RUBRIC_TEXT.nameEn })]),
    ...(sum === FULL_WEIGHT || criteria.length === 0
      ? []
      : [refuse('weightsNotFull', { sum, full: FULL_WEIGHT })]),
    ...repeated(criteria).map((criterion) => refuse('criterionRepeated', { criterion })),
    ...repeated(vetoGrounds).map((ground) => refuse('vetoGroundRepeated', { ground })),
  ];
}

/** What is wrong with one criterion; each refusal names its code. */
export function checkCriterion(
  criterion: Criterion,
  { scale }: Pick<RubricContent, 'scale'>,
): readonly Refusal[] {
  const { code, weight, kinds, name, anchors } = criterion;
  const texts = [anchors[0], anchors[3], anchors[5]].flatMap(({ zh, en }) => [zh, en]);
  const inScale = (score: number): boolean =>
    isWhole(score) && score >= scale.lowest && score <= scale.highest;
  const rules: readonly (readonly [boolean, string])[] = [
    // A code is a key of stored records, so it must not be a name that every object already has.
    [CODE.test(code) && !(code in {}), 'criterionCodeUnusable'],
    [name.zh.trim() !== '' && name.en.trim() !== '', 'criterionNameMissing'],
    [fits(name) && textsFit(texts), 'criterionTextTooLong'],
    [isWhole(weight) && weight > 0, 'weightNotWhole'],
    [kinds.length > 0, 'criterionWithoutKind'],
    [
      kinds.every((kind) => PANEL_KINDS.includes(kind)) && new Set(kinds).size === kinds.length,
      'kindsUnusable',
    ],
    [texts.every((text) => text.trim() !== ''), 'anchorMissing'],
    [criterion.commentRequiredFor.every(inScale), 'reasonScoresOutsideScale'],
  ];
  const formula = checkFormulas(criterion);
  const broken = [
    ...rules.filter(([kept]) => !kept).map(([, because]) => because),
    ...(formula ? [formula.because] : []),
  ];
  return broken.map((because) => refuse(because, { criterion: code }));
}

/** What is wrong with one veto ground; each refusal names its code. */
export function checkGround({ code, name, basis, raisedBy, confirmedBy }: VetoGround): readonly Refusal[] {
  const { by, functions } = confirmedBy;
  const texts = [name.zh, name.en, basis.zh, basis.en];
  const rules: readonly (readonly [boolean, string])[] = [
    [GROUND_CODE.test(code), 'groundCodeUnusable'],
    [texts.every((text) => text.trim() !== ''), 'groundTextMissing'],
    [textsFit(texts), 'groundTextTooLong'],
    [raisedBy.length > 0, 'groundWithoutRaiser'],
    [by !== 'seats' || functions.length > 0, 'groundWithoutConfirmer'],
  ];
  return rules.filter(([kept]) => !kept).map(([, because]) => refuse(because, { ground: code }));
}

/** The criteria that no seat of these kinds would score: on such a panel they would stay without a mark. */
export function criteriaWithoutScorer(
  { criteria }: Pick<RubricContent, 'criteria'>,
  kinds: readonly PanelKind[],
): readonly Criterion[] {
  return criteria.filter((criterion) => !criterion.kinds.some((kind) => kinds.includes(kind)));
}

const fits = ({ zh, en }: Criterion['name']): boolean =>
  zh.length <= RUBRIC_TEXT.nameZh && en.length <= RUBRIC_TEXT.nameEn;
const textsFit = (texts: readonly string[]): boolean =>
  texts.every((text) => text.length <= RUBRIC_TEXT.text);
const isWhole = Number.isSafeInteger;

function repeated(parts: readonly { readonly code: string }[]): readonly string[] {
  const codes = parts.map(({ code }) => code).filter((code) => code !== '');
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
}
