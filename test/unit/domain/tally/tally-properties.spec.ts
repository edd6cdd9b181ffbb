import fc from 'fast-check';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { Outcome } from '../../../../src/domain/tally/tally-result';
import { randomItem } from '../../../support/oracle/random-item';
import type { OracleItem } from '../../../support/oracle/tally-oracle';
import { ballotOf, inputOf } from './oracle-input';

const rank: Record<Exclude<Outcome, 'void'>, number> = { reject: 0, borderline: 1, admit: 2 };

/** The first seat that has done nothing votes in favour with full marks. */
function withOneMoreYes(item: OracleItem): OracleItem | null {
  const at = item.deeds.findIndex(({ did }) => did === 'nothing');
  const seat = item.seats[at];
  if (!seat) return null;
  const own = item.criteria.filter(({ kinds }) => kinds.includes(seat.kind));
  const marks = Object.fromEntries(own.map(({ code }) => [code, item.highest]));
  const deeds = item.deeds.map((deed, place) =>
    place === at ? { did: 'voted' as const, paper: { vote: 'agree' as const, marks } } : deed,
  );
  return { ...item, deeds };
}

describe('whatever happened in a round', () => {
  it('one more ballot in favour, with full marks, never lowers an outcome', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomItem(), (item) => {
        const more = withOneMoreYes(item);
        const before = tallyItem(inputOf(item));
        // Without a quorum nothing has been decided, and a missing mark is no mark: neither has a rank. Rules that
        // begin to drop several of the highest at some number of marks are not monotone there; R1 drops one.
        const monotone = item.rules.dropHighest <= 1;
        if (more === null || !monotone || before.outcome === 'void' || !before.complete) return;
        const after = tallyItem(inputOf(more));
        if (after.outcome === 'void') throw new Error('a quorum was lost by a vote');
        compared += 1;
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
        if (before.total !== null) expect(after.total?.lt(before.total)).toBe(false);
      }),
      { numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('the order in which ballots, seats, recusals and vetoes are handed over is nothing', () => {
    fc.assert(
      fc.property(
        randomItem().chain((item) => {
          const input = inputOf(item);
          const shuffled = <T>(list: readonly T[]) =>
            fc.shuffledSubarray([...list], { minLength: list.length });
          return fc.record({
            input: fc.constant(input),
            again: fc.record({
              ballots: shuffled(input.ballots),
              roll: shuffled(input.roll),
              recusals: shuffled(input.recusals),
              vetoes: shuffled(input.vetoes),
            }),
          });
        }),
        ({ input, again }) => {
          expect(tallyItem({ ...input, ...again })).toEqual(tallyItem(input));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a recusal takes the seat out of the base, its ballot out of the count, and nothing else', () => {
    fc.assert(
      fc.property(randomItem(), (item) => {
        const at = item.deeds.findIndex(({ did }) => did === 'voted');
        const seat = item.seats[at];
        if (!seat) return;
        const input = inputOf(item);
        const without = tallyItem({
          ...input,
          roll: input.roll.filter(({ seatId }) => seatId !== seat.id),
          ballots: input.ballots.filter(({ seatId }) => seatId !== seat.id),
        });
        const recused = tallyItem({ ...input, recusals: [...input.recusals, seat.id] });
        expect(recused.quorum.eligible).toBe(tallyItem(input).quorum.eligible - 1);
        expect({ votes: recused.votes, criteria: recused.criteria, total: recused.total }).toEqual({
          votes: without.votes,
          criteria: without.criteria,
          total: without.total,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('the weights that count sum to 100, however many criteria drop out', () => {
    fc.assert(
      fc.property(randomItem(), (item) => {
        const { criteria, complete, weights } = tallyItem(inputOf(item));
        if (!complete) return;
        const counted = criteria.reduce<[bigint, bigint]>(
          ([num, den], { countedWeight }) => [
            num * countedWeight.den + countedWeight.num * den,
            den * countedWeight.den,
          ],
          [0n, 1n],
        );
        expect(counted[0]).toBe(BigInt(weights.full) * counted[1]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a ballot handed over twice, or by a stranger to the roll, stops the count', () => {
    fc.assert(
      fc.property(randomItem(), (item) => {
        const deed = item.deeds.find(({ did }) => did === 'voted');
        const at = deed ? item.deeds.indexOf(deed) : -1;
        const seat = item.seats[at];
        if (!seat || deed?.did !== 'voted') return;
        const input = inputOf(item);
        const twice = { ...input, ballots: [...input.ballots, ballotOf(seat.id, deed.paper)] };
        const stranger = { ...input, ballots: [...input.ballots, ballotOf('nobody', deed.paper)] };
        expect(() => tallyItem(twice)).toThrow(RangeError);
        expect(() => tallyItem(stranger)).toThrow(RangeError);
      }),
      { numRuns: 500 },
    );
  });
});
