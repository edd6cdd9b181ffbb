import fc from 'fast-check';
import { aBallot, aRoll, aTally, votesOf } from './a-tally';
import { VOTES, type Vote } from '../../../../src/domain/ballot/ballot';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { whatWouldChange } from '../../../../src/domain/tally/what-would-change';

const levers = (...said: Parameters<typeof aTally>): unknown[] =>
  whatWouldChange(aTally(...said)).map((change) => {
    const { lever, outcome } = change;
    const much = 'ballots' in change ? change.ballots : 'by' in change ? change.by.toDecimal(2) : '';
    return [lever, much, outcome];
  });

describe('what would change an outcome', () => {
  it('is the fewest ballots and the points to each mark', () => {
    expect(levers()).toEqual([
      ['agreeFewer', 4, 'borderline'],
      ['scoreDown', '10.00', 'borderline'],
      ['scoreDown', '20.00', 'reject'],
    ]);
    expect(levers({ ballots: votesOf({ agree: 6, against: 4 }) })).toEqual([
      ['agreeMore', 1, 'admit'],
      ['agreeFewer', 2, 'reject'],
      ['scoreDown', '20.00', 'reject'],
    ]);
  });

  it('leaves out what would change nothing by itself', () => {
    expect(levers({ ballots: votesOf({ agree: 4, against: 6 }, 1) })).toEqual([]);
  });

  it('is what becomes of an open veto', () => {
    expect(levers({ vetoes: [{ ground: 'V05', state: 'raised' }] })).toEqual(
      expect.arrayContaining([
        ['vetoDismissed', '', 'admit'],
        ['vetoConfirmed', '', 'reject'],
      ]),
    );
  });

  it('is a quorum where there is none, and nothing where nobody has voted', () => {
    expect(levers({ ballots: votesOf({ agree: 10 }).slice(0, 6) })).toEqual([['quorum', '', 'admit']]);
    expect(levers({ ballots: [] })).toEqual([]);
  });

  it('is no score where scores only advise', () => {
    const rules = { ...R1, decides: 'advice' } as const;
    expect(levers({ rules })).toEqual([['agreeFewer', 4, 'borderline']]);
  });

  it('comes true when that many ballots are changed, and not one earlier', () => {
    const votes = fc.array(fc.constantFrom(...VOTES), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 2, max: 5 }), (list, score) => {
        const tally = (of: readonly Vote[]) =>
          aTally({ ballots: of.map((vote, at) => aBallot(aRoll[at]?.seatId ?? '', vote, score)) });
        const now = tally(list);
        for (const change of whatWouldChange(now)) {
          if (change.lever !== 'agreeMore' && change.lever !== 'agreeFewer') continue;
          const [from, to]: [(vote: Vote) => boolean, Vote] =
            change.lever === 'agreeMore'
              ? [(vote) => vote !== 'agree', 'agree']
              : [(vote) => vote === 'agree', 'against'];
          const changed = (most: number): Vote[] => {
            let left = most;
            return list.map((vote) => (from(vote) && left-- > 0 ? to : vote));
          };
          expect(tally(changed(change.ballots)).outcome).toBe(change.outcome);
          expect(tally(changed(change.ballots - 1)).outcome).toBe(now.outcome);
        }
      }),
    );
  });
});
