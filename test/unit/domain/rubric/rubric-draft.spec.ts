import fc from 'fast-check';
import { checkRubric, criteriaWithoutScorer } from '../../../../src/domain/rubric/check-rubric';
import { MOST_PARTS, withAdded, withMoved, withoutPart } from '../../../../src/domain/rubric/draft-moves';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { manufacturingComputed } from '../../../../src/domain/rubric/manufacturing-computed';
import { RUBRIC_PRESETS } from '../../../../src/domain/rubric/presets';
import { rubricSeal } from '../../../../src/domain/rubric/rubric-content';
import {
  contentOf,
  CRITERION_TEXTS,
  draftOf,
  emptyCriterion,
  emptyGround,
  GROUND_TEXTS,
  wholeNumber,
  type DraftCriterion,
  type RubricDraft,
} from '../../../../src/domain/rubric/rubric-draft';

const draft = draftOf(manufacturing);
const keys = ({ criteria }: RubricDraft): string[] => criteria.map(({ key }) => key);

describe('a draft of a rubric', () => {
  it.each([...RUBRIC_PRESETS, manufacturingComputed].map((rubric) => [rubric.code, rubric] as const))(
    'begun from %s says the same until somebody types',
    (code, rubric) => {
      expect(contentOf(draftOf(rubric), code)).toEqual(rubric);
    },
  );

  it('can be sealed whatever is typed into it, and is judged without surprise', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('', '15', '０８', 'steps', 'linear', 'jobs', '1.5', '-3'),
    );
    const texts = fc.record(Object.fromEntries(CRITERION_TEXTS.map((name) => [name, typed])));
    const grounds = fc.record(Object.fromEntries(GROUND_TEXTS.map((name) => [name, typed])));
    fc.assert(
      fc.property(texts, grounds, fc.array(typed), (criterion, ground, codes) => {
        const whole: RubricDraft = {
          nameZh: '',
          nameEn: '',
          criteria: [{ ...emptyCriterion('c1'), ...criterion, kinds: codes }],
          grounds: [{ ...emptyGround('g1'), ...ground, raisedBy: codes, functions: codes }],
        };
        const content = contentOf(whole, 'tech');
        expect(rubricSeal(content)).toContain('tech');
        expect(checkRubric(content)).toContainEqual({ because: 'rubricNameMissing' });
      }),
    );
  });

  it('reads a weight as people type it, and takes nothing else for one', () => {
    expect(['15', ' 8 ', '１２', '100', '101', '15.5', '十五', '-3', ''].map(wholeNumber)).toEqual([
      15, 8, 12, 100, 0, 0, 0, 0, 0,
    ]);
  });

  it('keeps a formula that is half written, for the check to name what is missing', () => {
    const half: DraftCriterion = {
      ...(draft.criteria[0] as DraftCriterion),
      scoring: 'steps',
      input: 'luck',
      step3: '一百',
    };
    const content = contentOf({ ...draft, criteria: [half, ...draft.criteria.slice(1)] }, 'manufacturing');
    expect(content.criteria[0]?.computed).toEqual({
      input: '',
      better: 'more',
      shape: 'steps',
      steps: [{ from: '一百', score: 3 }],
    });
    expect(checkRubric(content)).toEqual([
      { because: 'formulaInputUnknown', details: { criterion: 'industryFit' } },
    ]);
  });

  it('is added to under a key that nothing had, up to a number that no rubric needs', () => {
    const less = withoutPart(draft, 'criteria', 'c4');
    expect(withAdded(less, 'criteria')?.key).toBe('c10');
    let grown: RubricDraft = { ...draft, criteria: [] };
    for (let n = 0; n < MOST_PARTS.criteria; n += 1) grown = withAdded(grown, 'criteria')?.draft ?? grown;
    expect(new Set(keys(grown)).size).toBe(MOST_PARTS.criteria);
    expect(withAdded(grown, 'criteria')).toBeNull();
  });

  it('is put in order one place at a time, and loses nothing by it', () => {
    expect(keys(withMoved(draft, 'criteria', 'c2', 'up')).slice(0, 3)).toEqual(['c2', 'c1', 'c3']);
    const moves = fc.array(fc.tuple(fc.nat(12), fc.constantFrom('up' as const, 'down' as const)));
    fc.assert(
      fc.property(moves, (given) => {
        const moved = given.reduce((one, [n, way]) => withMoved(one, 'criteria', `c${n}`, way), draft);
        expect([...keys(moved)].sort()).toEqual([...keys(draft)].sort());
      }),
    );
  });
});

describe('a panel', () => {
  it('leaves a criterion without a score where it has no seat of a kind that scores it', () => {
    const alone = criteriaWithoutScorer(manufacturing, ['park', 'enterprise']).map(({ code }) => code);
    expect(alone).toEqual(['energyCarbon', 'environmentSafety']);
    expect(criteriaWithoutScorer(manufacturing, ['support', 'institute', 'park', 'enterprise'])).toEqual([]);
  });
});
