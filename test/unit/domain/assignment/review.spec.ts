import fc from 'fast-check';
import { assign } from '../../../../src/domain/assignment/assign';
import { difficultyOf } from '../../../../src/domain/assignment/difficulty';
import { gradeMatch } from '../../../../src/domain/assignment/match';
import { checkAssignment, review } from '../../../../src/domain/assignment/review';
import { emptyContent } from '../../../../src/domain/lead/content';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { aProblem, aSeat, perKind, smallProblems } from './an-assignment';

const { quorum } = R1;

describe('reviewing an assignment', () => {
  it('counts what each seat has and what each item lacks', () => {
    const problem = aProblem({ rules: { perKind: perKind(2), most: 3 } });
    const pairs = ['1', '2', '3', '4'].map((itemId) => ({ seatId: 'park1', itemId }));
    const seen = review(problem, pairs);
    expect(seen.seats[0]).toEqual({ seatId: 'park1', items: 4, difficult: 0, ownField: 0, over: 1 });
    expect(seen.items[0]?.kinds[0]).toEqual({ kind: 'park', seats: 1, wanted: 2 });
    expect([seen.missing, seen.overloaded]).toEqual([28, 1]);
  });

  it('finds nothing missing or overloaded in what was proposed, unless a shortage was told', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const { pairs, shortages } = assign(problem);
        const seen = review(problem, pairs);
        expect(seen.overloaded).toBe(0);
        expect(seen.missing).toBe(shortages.reduce((sum, { missing }) => sum + missing, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what no round can be decided with, and only that', () => {
    const problem = aProblem({ forbidden: [{ seatId: 'park1', itemId: '2' }] });
    const { pairs } = assign(problem);
    expect(checkAssignment(problem, pairs, quorum)).toBeNull();
    const forbidden = [...pairs, { seatId: 'park1', itemId: '2' }];
    expect(checkAssignment(problem, forbidden, quorum)).toEqual({
      because: 'assignmentForbidden',
      details: { item: 2, seat: 'park1' },
    });
    const fewer = pairs.filter(({ seatId, itemId }) => itemId !== '3' || !seatId.startsWith('institute'));
    expect(checkAssignment(problem, fewer, quorum)).toEqual({
      because: 'assignmentBelowQuorum',
      details: { item: 3, kind: 'institute', has: 0, needed: 1 },
    });
    expect(checkAssignment(problem, [...pairs, { seatId: 'gone', itemId: '1' }], quorum)).toEqual({
      because: 'assignmentOutdated',
      details: { count: 1 },
    });
  });

  it('refuses to leave a mandatory seat out of an item that it may judge', () => {
    const seats = [...aProblem().seats, aSeat('ecology', 'support', { everyItem: true })];
    const rules = { perKind: { ...perKind(1), support: 2 }, most: null };
    const problem = aProblem({ seats, rules, forbidden: [{ seatId: 'ecology', itemId: '1' }] });
    const { pairs } = assign(problem);
    expect(checkAssignment(problem, pairs, quorum)).toBeNull();
    const without = pairs.filter(({ seatId, itemId }) => seatId !== 'ecology' || itemId !== '2');
    expect(checkAssignment(problem, without, quorum)).toMatchObject({
      because: 'assignmentWithoutDuty',
      details: { item: 2, seat: 'ecology' },
    });
  });
});

describe('a field of expertise', () => {
  it.each([
    [['C36'], 'C3670', 0],
    [['C3670'], 'C3670', 0],
    [['C3612'], 'C3670', 1],
    [['C'], 'C3670', 1],
    [['C'], 'I6513', 2],
    [['C30'], 'C3670', 2],
    [[], 'C3670', 2],
  ])('of %j meets %s with grade %i', (industries, industryCode, grade) => {
    expect(gradeMatch({ industries, chains: [] }, { industryCode, chain: null })).toBe(grade);
  });

  it('is its own by the chain, whatever the industry', () => {
    const subject = { industryCode: null, chain: 'advanced-ceramics' };
    expect(gradeMatch({ industries: [], chains: ['advanced-ceramics'] }, subject)).toBe(0);
    expect(gradeMatch({ industries: ['C30'], chains: [] }, subject)).toBe(2);
  });
});

describe('the difficulty of a lead', () => {
  const lead = emptyContent();
  it('is usual without a reason, demanding with one, hard with two; a limit met exactly counts', () => {
    expect(difficultyOf(lead)).toBe(1);
    expect(difficultyOf({ ...lead, totalInvestmentWan: '49999.99' })).toBe(1);
    expect(difficultyOf({ ...lead, totalInvestmentWan: '50000.00' })).toBe(2);
    expect(difficultyOf({ ...lead, energyTce: '4999.99' })).toBe(1);
    expect(difficultyOf({ ...lead, energyTce: '5000' })).toBe(2);
    expect(difficultyOf({ ...lead, envCategory: 'book', sensitivity: 'restricted' })).toBe(3);
  });
});
