import fc from 'fast-check';
import { alpha, type Metric } from '../../../../src/domain/insight/alpha';
import { agreement } from '../../../../src/domain/insight/agreement';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { aBallot, anItem, aRoll } from '../tally/a-tally';

/** A table as it is printed: one line for each observer, `.` for a missing value. Columns are the units. */
function unitsOf(...observers: readonly string[]): Fraction[][] {
  const rows = observers.map((line) => line.split(' '));
  return (rows[0] ?? []).map((_, unit) =>
    rows.flatMap((row) => (row[unit] === '.' ? [] : [Fraction.of(Number(row[unit]))])),
  );
}

const shown = (units: readonly (readonly Fraction[])[], metric: Metric): string =>
  alpha(units, metric).value?.toDecimal(3) ?? 'undefined';

/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, missing data. */
const krippendorff = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

describe("Krippendorff's alpha", () => {
  it('gives the published figures for four observers and twelve units', () => {
    expect(shown(krippendorff, 'nominal')).toBe('0.743');
    expect(shown(krippendorff, 'ordinal')).toBe('0.815');
    expect(shown(krippendorff, 'interval')).toBe('0.849');
    // The last unit has one value and compares with nothing.
    expect(alpha(krippendorff, 'interval')).toMatchObject({ units: 11, values: 40, reading: 'reliable' });
  });

  it('gives the published figures for three observers and fifteen units, half of the values missing', () => {
    const units = unitsOf(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    );
    expect(shown(units, 'nominal')).toBe('0.691');
    expect(shown(units, 'interval')).toBe('0.811');
    expect(alpha(units, 'nominal').values).toBe(26);
  });

  it('gives the published figure for two observers and a yes or no', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(shown(units, 'nominal')).toBe('0.095');
  });

  it('is one where all agree, undefined where nothing differs, and below zero where they contradict', () => {
    expect(shown(unitsOf('1 2 3', '1 2 3'), 'ordinal')).toBe('1.000');
    expect(alpha(unitsOf('4 4', '4 4'), 'interval')).toMatchObject({ value: null, reading: 'undefined' });
    expect(alpha([], 'ordinal')).toMatchObject({ value: null, units: 0 });
    expect(alpha(unitsOf('0 5', '5 0'), 'interval').reading).toBe('none');
  });

  it('reads as Krippendorff advises', () => {
    const apart = (value: number) => [
      [Fraction.zero, Fraction.of(value)],
      [Fraction.of(10), Fraction.of(10 + value)],
    ];
    // 1 − 12v² ÷ (8v² + 800)
    expect(alpha(apart(1), 'interval')).toMatchObject({ reading: 'reliable', value: Fraction.of(796, 808) });
    expect(alpha(apart(5), 'interval')).toMatchObject({ reading: 'tentative', value: Fraction.of(7, 10) });
    expect(alpha(apart(8), 'interval').reading).toBe('weak');
  });

  const tables = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), { maxLength: 8 });
  const fractions = (table: readonly number[][]): Fraction[][] =>
    table.map((unit) => unit.map((value) => Fraction.of(value)));

  it('agrees with its definition written out pair by pair', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom<Metric>('nominal', 'ordinal', 'interval'), (table, metric) => {
        const units = table.filter(({ length }) => length >= 2);
        const all = units.flat();
        const square = (a: number, b: number): number => {
          if (metric === 'nominal') return a === b ? 0 : 1;
          if (metric === 'interval') return (a - b) ** 2;
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const between = all.filter((value) => value >= low && value <= high).length;
          const ends =
            all.filter((value) => value === low).length + all.filter((value) => value === high).length;
          return low === high ? 0 : (between - ends / 2) ** 2;
        };
        const pairs = (values: readonly number[]): number =>
          values.reduce(
            (sum, a, i) => sum + values.reduce((s, b, j) => s + (i === j ? 0 : square(a, b)), 0),
            0,
          );
        const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
        const expected = pairs(all) / (all.length * (all.length - 1));
        const { value } = alpha(fractions(table), metric);
        if (!(expected > 0)) expect(value).toBeNull();
        else expect(Number(value?.toDecimal(9))).toBeCloseTo(1 - observed / expected, 7);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of units or values, nor on the unit of measurement', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const one = alpha(fractions(table), 'interval').value?.toJSON();
        const turned = fractions(table).map((unit) => [...unit].reverse());
        expect(alpha(turned.reverse(), 'interval').value?.toJSON()).toBe(one);
        const scaled = fractions(table).map((unit) =>
          unit.map((value) => value.times(20).plus(Fraction.of(7, 3))),
        );
        expect(alpha(scaled, 'interval').value?.toJSON()).toBe(one);
      }),
    );
  });
});

describe('the agreement of a panel', () => {
  const item = (scores: readonly number[]) =>
    anItem({ ballots: scores.map((score, at) => aBallot(aRoll[at]?.seatId ?? '', 'agree', score)) });

  it('is whole where every seat gives the same to each item', () => {
    const found = agreement([item([5, 5, 5]), item([2, 2, 2]), item([3, 3, 3])]);
    expect(found.overall.value?.toJSON()).toBe('1/1');
    expect(found.criteria.map(({ criterion, alpha: own }) => [criterion, own.value?.toJSON()])).toEqual([
      ['first', '1/1'],
      ['second', '1/1'],
    ]);
    expect(found.few).toBe(true);
  });

  it('takes a silent seat for a missing value, and no recused one', () => {
    const found = agreement([item([5, 5]), { ...item([2, 2, 0]), recusals: [aRoll[2]?.seatId ?? ''] }]);
    expect(found.overall).toMatchObject({ units: 2, values: 4 });
    expect(found.overall.value?.toJSON()).toBe('1/1');
  });

  it('has nothing to say of a round without ballots', () => {
    expect(agreement([]).overall.reading).toBe('undefined');
  });
});
