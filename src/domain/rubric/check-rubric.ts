import { refuse, type Refusal } from '../shared/refusal';
import { checkComputed } from './computed-score';
import { PANEL_KINDS } from './panel-kind';
import type { Criterion, RubricContent } from './rubric-content';

const FULL_WEIGHT = 100;
const CODE = /^[a-z][A-Za-z0-9]{1,39}$/;

/**
 * Everything that keeps a rubric from being published, all at once: an empty list means it may be. Weights are whole
 * and sum to 100, codes are unique, every criterion has a kind that scores it and says what 0, 3 and 5 mean.
 */
export function checkRubric(content: RubricContent): readonly Refusal[] {
  const { criteria, scale } = content;
  if (criteria.length === 0) return [refuse('rubricEmpty')];
  const weight = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return [
    ...(isWhole(scale.lowest) && isWhole(scale.highest) && scale.lowest >= 0 && scale.lowest < scale.highest
      ? []
      : [refuse('scaleUnusable')]),
    ...(content.name.zh.trim() && content.name.en.trim() ? [] : [refuse('rubricNameMissing')]),
    ...(weight === FULL_WEIGHT ? [] : [refuse('weightsNotFull', { sum: weight, full: FULL_WEIGHT })]),
    ...repeated(criteria.map(({ code }) => code)).map((criterion) =>
      refuse('criterionRepeated', { criterion }),
    ),
    ...repeated(content.vetoGrounds.map(({ code }) => code)).map((ground) =>
      refuse('vetoGroundRepeated', { ground }),
    ),
    ...criteria.flatMap((criterion) => checkCriterion(criterion, content)),
  ];
}

function checkCriterion(criterion: Criterion, { scale }: RubricContent): readonly Refusal[] {
  const { code, weight, kinds, name, anchors } = criterion;
  const texts = [anchors[0], anchors[3], anchors[5]].flatMap(({ zh, en }) => [zh, en]);
  const inScale = (score: number): boolean =>
    isWhole(score) && score >= scale.lowest && score <= scale.highest;
  const rules: readonly (readonly [boolean, string])[] = [
    // A code is a key of stored records, so it must not be a name that every object already has.
    [CODE.test(code) && !(code in {}), 'criterionCodeUnusable'],
    [name.zh.trim() !== '' && name.en.trim() !== '', 'criterionNameMissing'],
    [isWhole(weight) && weight > 0, 'weightNotWhole'],
    [kinds.length > 0, 'criterionWithoutKind'],
    [
      kinds.every((kind) => PANEL_KINDS.includes(kind)) && new Set(kinds).size === kinds.length,
      'kindsUnusable',
    ],
    [texts.every((text) => text.trim() !== ''), 'anchorMissing'],
    [criterion.commentRequiredFor.every(inScale), 'reasonScoresOutsideScale'],
  ];
  const formula = criterion.computed && checkComputed(criterion.computed);
  const broken = [
    ...rules.filter(([kept]) => !kept).map(([, because]) => because),
    ...(formula ? [formula.because] : []),
  ];
  return broken.map((because) => refuse(because, { criterion: code }));
}

const isWhole = Number.isSafeInteger;

function repeated(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
}
