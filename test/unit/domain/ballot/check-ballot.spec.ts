import { readBallot, type BallotIntent, type TypedBallot } from '../../../../src/domain/ballot/ballot';
import { BALLOT_TEXT, checkBallot } from '../../../../src/domain/ballot/check-ballot';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import type { PanelKind } from '../../../../src/domain/rubric/panel-kind';
import type { RubricContent } from '../../../../src/domain/rubric/rubric-content';

/** An institute's ballot: two criteria to score. */
const full: TypedBallot = { scores: { technology: '4', energyCarbon: '3' }, vote: 'agree' };
const skippable: RubricContent = {
  ...manufacturing,
  criteria: manufacturing.criteria.map((criterion) => ({ ...criterion, naAllowed: true })),
};
const check = (
  said: TypedBallot,
  intent: BallotIntent = 'cast',
  kind: PanelKind = 'institute',
  rubric: RubricContent = manufacturing,
) => checkBallot(readBallot({ ...full, ...said }), { rubric, kind, intent });
const says = (...args: Parameters<typeof check>): string[] =>
  check(...args).map(({ field, because }) => `${field} ${because}`);

describe('a ballot to be cast', () => {
  it('has a score on each criterion of the seat’s kind, and a vote', () => {
    expect(check({})).toEqual([]);
    expect(says({ scores: {} })).toEqual([
      'scores[technology] scoreMissing',
      'scores[energyCarbon] scoreMissing',
    ]);
    expect(says({ vote: undefined })).toEqual(['vote voteMissing']);
    expect(says({ vote: 'yes' })).toEqual(['vote voteUnknown']);
  });

  it('never takes a missing or blank score for a zero', () => {
    expect(says({ scores: { technology: '', energyCarbon: '3' } })).toEqual([
      'scores[technology] scoreMissing',
    ]);
    expect(readBallot({ scores: { technology: ' ' } }).scores).toEqual({});
  });

  it('scores in whole numbers from 0 to 5', () => {
    for (const technology of ['6', '-1', '4.5', '4e0', '0x3', 'four', '99999999'])
      expect(check({ scores: { technology, energyCarbon: '3' } })).toEqual([
        {
          field: 'scores[technology]',
          because: 'scoreOutsideScale',
          details: { criterion: 'technology', lowest: 0, highest: 5 },
        },
      ]);
    expect(check({ scores: { technology: '４', energyCarbon: 3 } })).toEqual([]);
  });

  it('does not score what is another kind’s to score, or nobody’s', () => {
    expect(says({ scores: { ...full.scores, taxPerMu: '3' } })).toEqual([
      'scores[taxPerMu] criterionOfAnotherKind',
    ]);
    expect(says({ scores: { ...full.scores, charm: '3' } })).toEqual(['scores[charm] criterionUnknown']);
    expect(says({ na: { taxPerMu: '1' } })).toEqual(['na[taxPerMu] criterionOfAnotherKind']);
    expect(says({ reasons: { constructor: 'x' } })).toEqual(['reasons[constructor] criterionUnknown']);
  });

  it.each([0, 1, 5])('gives its reason for a score of %i', (score) => {
    const scores = { technology: String(score), energyCarbon: '3' };
    expect(says({ scores })).toEqual(['reasons[technology] reasonMissing']);
    expect(says({ scores, reasons: { technology: ' ' } })).toEqual(['reasons[technology] reasonMissing']);
    expect(check({ scores, reasons: { technology: '第三方已验证' } })).toEqual([]);
  });

  it.each([2, 3, 4])('needs no reason for a score of %i', (score) => {
    expect(check({ scores: { technology: String(score), energyCarbon: '3' } })).toEqual([]);
  });

  it('marks a criterion as not applying only where the rubric allows it, and then does not score it', () => {
    const na = { technology: 'on' };
    expect(says({ na, scores: { energyCarbon: '3' } })).toEqual(['na[technology] naNotAllowed']);
    expect(check({ na, scores: { energyCarbon: '3' } }, 'cast', 'institute', skippable)).toEqual([]);
    expect(says({ na }, 'cast', 'institute', skippable)).toEqual(['scores[technology] scoreAndNa']);
  });

  it('says no with its reason and a way out', () => {
    expect(says({ vote: 'against', comment: '不行' })).toEqual(['comment againstNeedsReasonAndRemedy']);
    expect(check({ vote: 'against', comment: '工艺落后；换用第二代产线后可再报。' })).toEqual([]);
  });

  it('says what is to be supplemented, and why it abstains', () => {
    expect(says({ vote: 'supplement' })).toEqual(['comment supplementNeedsWhat']);
    expect(check({ vote: 'supplement', comment: '第三方检测报告' })).toEqual([]);
    expect(says({ vote: 'abstain', comment: '无' })).toEqual(['comment abstainNeedsReason']);
    expect(check({ vote: 'abstain', comment: '专业不对口' })).toEqual([]);
  });

  it('needs its scores even when it abstains', () => {
    expect(says({ vote: 'abstain', comment: '专业不对口', scores: {} })).toHaveLength(2);
  });

  it('keeps its texts within their limits, counted in characters as people see them', () => {
    expect(check({ comment: '好'.repeat(BALLOT_TEXT.comment) })).toEqual([]);
    expect(check({ comment: '𠮷'.repeat(BALLOT_TEXT.comment) })).toEqual([]);
    expect(check({ comment: '好'.repeat(2001) })).toEqual([
      { field: 'comment', because: 'textTooLong', details: { most: 2000, has: 2001 } },
    ]);
    expect(says({ note: 'x'.repeat(1001), reasons: { technology: 'x'.repeat(501) } })).toEqual([
      'reasons[technology] textTooLong',
      'note textTooLong',
    ]);
  });
});

describe('a draft of a ballot', () => {
  it('may be empty or partial', () => {
    expect(
      checkBallot(readBallot({}), { rubric: manufacturing, kind: 'institute', intent: 'draft' }),
    ).toEqual([]);
    expect(check({ scores: { technology: '5' }, vote: 'against' }, 'draft')).toEqual([]);
  });

  it('still holds nothing that cannot be stored', () => {
    expect(says({ scores: { technology: '7' }, note: 'x'.repeat(1001) }, 'draft')).toEqual([
      'scores[technology] scoreOutsideScale',
      'note textTooLong',
    ]);
    expect(says({ scores: { taxPerMu: '3' } }, 'draft')).toEqual(['scores[taxPerMu] criterionOfAnotherKind']);
  });
});

describe('a form that is not as a browser sends it', () => {
  it('is read without falling over', () => {
    const odd = readBallot({
      scores: { technology: ['4'], energyCarbon: null },
      na: {},
      vote: ['agree'],
      comment: { a: 1 },
    });
    expect(odd).toEqual({ scores: {}, na: [], reasons: {}, vote: null, comment: '', note: '' });
  });
});
