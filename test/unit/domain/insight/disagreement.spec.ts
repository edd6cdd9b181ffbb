import fc from 'fast-check';
import { disagreement } from '../../../../src/domain/insight/disagreement';
import { disputeLimits, exactLimits } from '../../../../src/domain/insight/dispute-limits';
import { momentsOf, rootText } from '../../../../src/domain/insight/moments';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { CountedBallot, TallyInput } from '../../../../src/domain/tally/tally-result';
import { aBallot, anItem, aRoll } from '../tally/a-tally';
import { someItem } from './items';

const scored = (...scores: number[]): CountedBallot[] =>
  scores.map((score, at) => aBallot(aRoll[at]?.seatId ?? '', 'agree', score));
const found = (input: TallyInput) => disagreement(input, tallyItem(input));

describe('the disagreement on an item', () => {
  it('is nothing where all give the same', () => {
    const { flagged, ballots, gap, outliers, criteria } = found(anItem());
    expect([flagged, gap, outliers]).toEqual([false, null, []]);
    expect(ballots?.variance.toJSON()).toBe('0/1');
    expect(criteria.map(({ disputed }) => disputed)).toEqual([false, false]);
  });

  it('is flagged from a standard deviation of exactly 15 points on', () => {
    const apart = (low: number, high: number) =>
      momentsOf([Fraction.of(low), Fraction.of(high)])?.variance.gte(225);
    expect(apart(40, 70)).toBe(true);
    expect(apart(40, 69)).toBe(false);
  });

  it('is flagged from where the city says, and reaching a limit exactly counts', () => {
    const item = anItem({ ballots: scored(4, 4, 2, 2, 2, 2, 4, 4, 4, 5) });
    const at = (limits: Partial<typeof disputeLimits.preset>) =>
      disagreement(item, tallyItem(item), { ...disputeLimits.preset, deviation: 50, ...limits });
    // Enterprises 90, departments 40.
    expect([at({ kindGap: 50 }).flagged, at({ kindGap: 51 }).flagged]).toEqual([true, false]);
    const mixed = anItem({ ballots: scored(5, 5, 1, 1, 5, 5, 1, 1, 5, 1) });
    const apart = (markTenths: number) =>
      disagreement(mixed, tallyItem(mixed), { ...disputeLimits.preset, markTenths }).criteria.map(
        ({ disputed }) => disputed,
      );
    // Half 1, half 5: they deviate by exactly two steps.
    expect([apart(20).some(Boolean), apart(21).some(Boolean)]).toEqual([true, false]);
    expect(exactLimits(disputeLimits.preset).criterionShare.equals(Fraction.of(9, 100))).toBe(true);
  });

  it('has limits that are whole and within the scale', () => {
    const wrong = [null, {}, { deviation: 0 }, { deviation: 1.5 }, { kindGap: 101 }, { markTenths: '15' }];
    for (const change of wrong) {
      const stored = change === null ? null : { ...disputeLimits.preset, ...change };
      if (change !== null && Object.keys(change).length === 0)
        expect(disputeLimits.read(stored)).toEqual(disputeLimits.preset);
      else expect(() => disputeLimits.read(stored)).toThrow('whole number');
    }
  });

  it('names the kinds that are apart, by their means', () => {
    // Parks 4, departments 2, institutes and enterprises 4.
    const { flagged, gap, kinds } = found(anItem({ ballots: scored(4, 4, 2, 2, 2, 2, 4, 4, 4, 5) }));
    expect(flagged).toBe(true);
    expect(kinds.map(({ kind, n, mean }) => [kind, n, mean.toDecimal(0)])).toEqual([
      ['park', 2, '80'],
      ['support', 4, '40'],
      ['institute', 2, '80'],
      ['enterprise', 2, '90'],
    ]);
    expect([gap?.low.kind, gap?.high.kind]).toEqual(['support', 'enterprise']);
  });

  it("does not show a kind's mean where it would be one seat's own score", () => {
    const { kinds } = found(anItem({ ballots: scored(4, 4, 2, 2, 2, 2, 4, 4, 4) }));
    expect(kinds.map(({ kind }) => kind)).toEqual(['park', 'support', 'institute']);
  });

  it('puts the most disputed criterion first', () => {
    const ballots = aRoll.map(({ seatId }, at) => ({
      ...aBallot(seatId),
      scores: { first: 3, second: at % 2 === 0 ? 1 : 5 },
    }));
    const { criteria } = found(anItem({ ballots }));
    expect(
      criteria.map(({ criterion, disputed, variance }) => [criterion, disputed, variance.toJSON()]),
    ).toEqual([
      ['second', true, '4/1'],
      ['first', false, '0/1'],
    ]);
  });

  it("lists marks as far off their criterion's mean as the rules say, and no nearer", () => {
    // Nine fours and a one: the trimmed mean is 4, and one lies exactly 3 below.
    const { outliers } = found(anItem({ ballots: scored(1, 4, 4, 4, 4, 4, 4, 4, 4, 4) }));
    expect(outliers.map(({ criterion, kind, score }) => [criterion, kind, score])).toEqual([
      ['first', 'park', 1],
      ['second', 'park', 1],
    ]);
    expect(found(anItem({ ballots: scored(2, 4, 4, 4, 4, 4, 4, 4, 4, 4) })).outliers).toEqual([]);
  });

  it('leaves recused seats out, and does not depend on the order of ballots', () => {
    fc.assert(
      fc.property(someItem(), (input) => {
        const one = found(input);
        const turned = found({ ...input, ballots: [...input.ballots].reverse() });
        expect(JSON.stringify(turned)).toBe(JSON.stringify(one));
        const kept = input.ballots.filter(({ seatId }) => !input.recusals.includes(seatId));
        expect(JSON.stringify(found({ ...input, ballots: kept }))).toBe(JSON.stringify(one));
      }),
    );
  });
});

describe('figures of a few values', () => {
  it('are exact', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, (list) => {
        const moments = momentsOf(list.map((value) => Fraction.of(value)));
        const mean = list.reduce((a, b) => a + b, 0) / list.length;
        const variance = list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length;
        expect(Number(moments?.variance.toDecimal(9))).toBeCloseTo(variance, 6);
        expect(moments?.lowest.equals(Math.min(...list))).toBe(true);
        expect(moments?.highest.equals(Math.max(...list))).toBe(true);
      }),
    );
    expect(momentsOf([])).toBeNull();
  });

  it('show their root rounded half-up from the exact value', () => {
    expect(rootText(Fraction.of(2), 3)).toBe('1.414');
    expect(rootText(Fraction.zero, 1)).toBe('0.0');
    expect(rootText(Fraction.of(225), 1)).toBe('15.0');
    // Exactly 0.25, and a hair below it.
    expect(rootText(Fraction.of(1, 16), 1)).toBe('0.3');
    expect(rootText(Fraction.of(624_999, 10_000_000), 1)).toBe('0.2');
    expect(() => rootText(Fraction.of(-1), 1)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1000 }), (num, den) => {
        expect(Number(rootText(Fraction.of(num, den), 4))).toBeCloseTo(Math.sqrt(num / den), 3);
      }),
    );
  });
});
