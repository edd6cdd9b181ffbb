import { checkRubric } from '../../../../src/domain/rubric/check-rubric';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import type { Criterion, RubricContent } from '../../../../src/domain/rubric/rubric-content';

const because = (change: Partial<RubricContent>): string[] =>
  checkRubric({ ...manufacturing, ...change }).map((refusal) => refusal.because);
const withFirst = (change: Partial<Criterion>): string[] =>
  because({ criteria: manufacturing.criteria.map((c, at) => (at === 0 ? { ...c, ...change } : c)) });

describe('a rubric', () => {
  it('has weights that sum to 100, and says by how much they do not', () => {
    const criteria = manufacturing.criteria.map((c, at) => (at === 0 ? { ...c, weight: 16 } : c));
    expect(checkRubric({ ...manufacturing, criteria })).toEqual([
      { because: 'weightsNotFull', details: { sum: 101, full: 100 } },
    ]);
  });

  it('has whole weights above zero', () => {
    expect(withFirst({ weight: 15.5 })).toContain('weightNotWhole');
    expect(withFirst({ weight: 0 })).toContain('weightNotWhole');
  });

  it('has criteria, each with its own code', () => {
    expect(because({ criteria: [] })).toEqual(['rubricEmpty']);
    expect(withFirst({ code: 'taxPerMu' })).toEqual(['criterionRepeated']);
    expect(withFirst({ code: 'Tax per mu' })).toEqual(['criterionCodeUnusable']);
    expect(withFirst({ code: 'constructor' })).toEqual(['criterionCodeUnusable']);
  });

  it('has somebody to score each criterion', () => {
    expect(withFirst({ kinds: [] })).toEqual(['criterionWithoutKind']);
    expect(withFirst({ kinds: ['park', 'park'] })).toEqual(['kindsUnusable']);
    expect(withFirst({ kinds: ['mayor' as 'park'] })).toEqual(['kindsUnusable']);
  });

  it('says in both languages what it is and what 0, 3 and 5 mean', () => {
    expect(because({ name: { zh: '', en: 'x' } })).toEqual(['rubricNameMissing']);
    expect(withFirst({ name: { zh: '名', en: ' ' } })).toEqual(['criterionNameMissing']);
    const { anchors } = manufacturing.criteria[0] as Criterion;
    expect(withFirst({ anchors: { ...anchors, 3: { zh: '', en: '' } } })).toEqual(['anchorMissing']);
  });

  it('asks for reasons only for scores there are', () => {
    expect(withFirst({ commentRequiredFor: [6] })).toEqual(['reasonScoresOutsideScale']);
    expect(because({ scale: { lowest: 3, highest: 3 } })).toContain('scaleUnusable');
  });

  it('lists each veto ground once', () => {
    const [first] = manufacturing.vetoGrounds;
    expect(because({ vetoGrounds: first ? [first, first] : [] })).toEqual(['vetoGroundRepeated']);
  });
});
