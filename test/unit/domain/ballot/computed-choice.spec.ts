import fc from 'fast-check';
import { readBallot, type TypedBallot } from '../../../../src/domain/ballot/ballot';
import { checkBallot } from '../../../../src/domain/ballot/check-ballot';
import { isComputed, settleComputed } from '../../../../src/domain/ballot/computed-choice';
import { NO_FIGURES } from '../../../../src/domain/lead/objective-figures';
import type { ComputedScore } from '../../../../src/domain/rubric/computed-score';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import type { RubricContent } from '../../../../src/domain/rubric/rubric-content';
import { Fraction } from '../../../../src/domain/shared/fraction';

const formula: ComputedScore = {
  input: 'investIntensity',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '150', score: 1 },
    { from: '250', score: 3 },
    { from: '400', score: 5 },
  ],
};
const rubric: RubricContent = {
  ...manufacturing,
  criteria: manufacturing.criteria.map((one) =>
    one.code === 'investIntensity' ? { ...one, computed: formula, naAllowed: true } : one,
  ),
};
const figures = { ...NO_FIGURES, investIntensity: Fraction.of(400) };
const settle = (typed: TypedBallot, given = figures, kind: 'park' | 'institute' = 'park') =>
  settleComputed(readBallot(typed), { rubric, kind, figures: given });
const because = (typed: TypedBallot, given = figures) =>
  settle(typed, given).problems.map(({ field, because: why }) => `${field} ${why}`);
const field = 'investIntensity';

describe('a criterion that scores itself', () => {
  it('gives its score once its figure is confirmed, and keeps what it was worked out of', () => {
    const { ballot, problems, byFormula } = settle({ computed: { [field]: 'confirm' } });
    expect(problems).toEqual([]);
    expect([...byFormula]).toEqual([field]);
    expect(ballot.scores).toEqual({ [field]: 5 });
    expect(ballot.computed).toEqual({ [field]: { choice: 'confirm', input: null, stated: '400/1' } });
  });

  it('takes the same plain score for a confirmation, and no other one', () => {
    expect(settle({ scores: { [field]: '5' } }).ballot.computed?.[field]?.choice).toBe('confirm');
    expect(because({ scores: { [field]: '4' } })).toEqual([`computed[${field}] scoreNotComputed`]);
    expect(because({ scores: { [field]: '4' }, computed: { [field]: 'confirm' } })).toEqual([
      `computed[${field}] scoreNotComputed`,
    ]);
  });

  it('is scored anew from a corrected figure, with a reason', () => {
    const typed = { computed: { [field]: 'correct' }, inputs: { [field]: ' ２５０ ' } };
    expect(because(typed)).toEqual([`reasons[${field}] correctionNeedsReason`]);
    const { ballot, problems } = settle({ ...typed, reasons: { [field]: '用地按实测亩数' } });
    expect(problems).toEqual([]);
    expect(ballot.scores[field]).toBe(3);
    expect(ballot.computed?.[field]).toEqual({ choice: 'correct', input: '250', stated: '400/1' });
  });

  it('refuses a correction that is none, or no number', () => {
    const correct = (input: string) =>
      because({
        computed: { [field]: 'correct' },
        inputs: { [field]: input },
        reasons: { [field]: '实测亩数' },
      });
    for (const input of ['', '-1', '1e3', '四百', '1.23456'])
      expect(correct(input)).toEqual([`inputs[${field}] inputUnreadable`]);
    expect(correct('400.00')).toEqual([`inputs[${field}] inputUnchanged`]);
  });

  it('asks for a choice, and for nothing else where it has one', () => {
    expect(because({})).toEqual([`computed[${field}] computedMissing`]);
    expect(because({ computed: { [field]: 'perhaps' } })).toEqual([`computed[${field}] computedMissing`]);
    const { ballot, byFormula } = settle({ computed: { [field]: 'confirm' } });
    const left = checkBallot(ballot, { rubric, kind: 'park', intent: 'cast', byFormula });
    expect(left.some(({ field: at }) => at.includes(field))).toBe(false);
  });

  it('may be marked as not applying where the rubric allows it', () => {
    const { ballot, problems, byFormula } = settle({ na: { [field]: '1' } });
    expect([problems, byFormula.size, ballot.scores]).toEqual([[], 0, {}]);
  });

  it('is scored by hand where the form lacks its figure', () => {
    const { ballot, byFormula, problems } = settle(
      { scores: { [field]: '2' } },
      NO_FIGURES as typeof figures,
    );
    expect([problems, byFormula.size, ballot.scores]).toEqual([[], 0, { [field]: 2 }]);
    expect(because({ computed: { [field]: 'confirm' } }, NO_FIGURES as typeof figures)).toEqual([
      `computed[${field}] computedNotOffered`,
    ]);
  });

  it('is nothing to a kind that does not score it', () => {
    expect([isComputed(rubric, 'park'), isComputed(rubric, 'institute')]).toEqual([true, false]);
    const { problems } = settle(
      { computed: { [field]: 'confirm', nothing: 'confirm' } },
      figures,
      'institute',
    );
    expect(problems.map(({ because: why }) => why)).toEqual(['criterionOfAnotherKind', 'criterionUnknown']);
  });

  it('scores whatever is typed within the scale, or says what is wrong', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('confirm', 'correct', ''), fc.string()),
        fc.oneof(fc.nat({ max: 1000 }).map(String), fc.string()),
        fc.string(),
        (choice, input, reason) => {
          const { ballot, problems } = settle({
            computed: { [field]: choice },
            inputs: { [field]: input },
            reasons: { [field]: reason },
          });
          const score = ballot.scores[field];
          expect(problems.length > 0 ? score === undefined : [0, 1, 3, 5].includes(score ?? -1)).toBe(true);
        },
      ),
    );
  });
});
