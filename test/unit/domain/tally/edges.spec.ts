import { meets } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { explain } from '../../../../src/domain/tally/explanation';
import type { TallyInput } from '../../../../src/domain/tally/tally-result';
import { aBallot, aRoll, aTally, votesOf } from './a-tally';

const everyone = aRoll.map(({ seatId }) => seatId);
const edges: readonly (readonly [string, Partial<TallyInput>, string, string])[] = [
  ['nobody votes', { ballots: [] }, 'void', 'extend'],
  ['nobody votes after the extension', { ballots: [], extensionsUsed: 1 }, 'void', 'reopen'],
  ['every seat is recused', { recusals: everyone }, 'void', 'extend'],
  ['one seat votes', { ballots: [aBallot('P1')] }, 'void', 'extend'],
  ['the share is met and a kind is missing', { recusals: ['I1', 'I2'] }, 'void', 'extend'],
  ['all abstain', { ballots: votesOf({ abstain: 10 }) }, 'reject', 'agreeBelowFloor'],
  [
    'five are for it and five against',
    { ballots: votesOf({ agree: 5, against: 5 }) },
    'borderline',
    'agreeBelowShare',
  ],
  [
    'four are for it and six against',
    { ballots: votesOf({ agree: 4, against: 6 }) },
    'reject',
    'agreeBelowFloor',
  ],
];

describe('C-08 an item', () => {
  it.each(edges)('has a written result where %s', (_what, said, outcome, reason) => {
    const result = aTally(said);
    expect([result.outcome, result.reasons[0]]).toEqual([outcome, reason]);
    expect(explain(result).length).toBeGreaterThan(1);
  });

  it('is at two thirds by whole numbers: exactly met counts, for every number of seats to 300', () => {
    for (let whole = 1; whole <= 300; whole += 1) {
      for (let part = 0; part <= whole; part += 1) {
        expect([part, whole, meets(R1.vote.agreeShare, part, whole)]).toEqual([
          part,
          whole,
          3 * part >= 2 * whole,
        ]);
      }
    }
  });

  it('control: with a threshold written as a decimal, exactly two thirds are turned away', () => {
    expect(20 / 30 >= 0.6667).toBe(false);
    expect(meets({ num: 2, den: 3 }, 20, 30)).toBe(true);
    // And the usual sum of tenths is no better.
    expect(0.1 + 0.2 <= 0.3).toBe(false);
  });
});
