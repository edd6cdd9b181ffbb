import fc from 'fast-check';
import { Fraction } from '../../../../src/domain/shared/fraction';

const part = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const denominator = part.filter((d) => d !== 0n);
const fraction = fc.tuple(part, denominator).map(([n, d]) => ({ n, d, f: Fraction.of(n, d) }));

describe('a fraction', () => {
  it('is always reduced, with the sign on top', () => {
    expect(Fraction.of(6, -8).toJSON()).toBe('-3/4');
    expect(Fraction.of(0, -5).toJSON()).toBe('0/1');
    expect(Fraction.of(4, 2).toJSON()).toBe('2/1');
  });

  it('has no zero denominator, no float and no unreadable text', () => {
    expect(() => Fraction.of(1, 0)).toThrow(RangeError);
    expect(() => Fraction.of(0.5)).toThrow(RangeError);
    expect(() => Fraction.of(1).over(Fraction.zero)).toThrow(RangeError);
    for (const text of ['', '1/', '1/-2', '0.5', '1/0', ' 1', 'x'])
      expect(() => Fraction.parse(text)).toThrow(RangeError);
  });

  it('adds, subtracts, multiplies and divides like whole numbers over a common denominator', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const same = (f: Fraction, n: bigint, d: bigint) => f.num * d === n * f.den && f.den > 0n;
        expect(same(a.f.plus(b.f), a.n * b.d + b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(a.f.minus(b.f), a.n * b.d - b.n * a.d, a.d * b.d)).toBe(true);
        expect(same(a.f.times(b.f), a.n * b.n, a.d * b.d)).toBe(true);
        if (b.n !== 0n) expect(same(a.f.over(b.f), a.n * b.d, a.d * b.n)).toBe(true);
      }),
    );
  });

  it('compares exactly: equal is at least, and never less', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const sign = a.d * b.d < 0n ? -1n : 1n;
        const difference = sign * (a.n * b.d - b.n * a.d);
        expect(a.f.compare(b.f)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(a.f.gte(b.f)).toBe(difference >= 0n);
        expect(a.f.lt(b.f)).toBe(difference < 0n);
        expect(a.f.equals(b.f)).toBe(difference === 0n);
      }),
    );
    expect(Fraction.of(2, 3).gte(Fraction.of(6, 9))).toBe(true);
  });

  it('is the same after writing and reading', () => {
    fc.assert(fc.property(fraction, ({ f }) => expect(Fraction.parse(f.toJSON()).equals(f)).toBe(true)));
  });

  it('is shown half-up', () => {
    expect(Fraction.of(16309, 200).toDecimal(2)).toBe('81.55');
    expect(Fraction.of(1, 3).toDecimal(2)).toBe('0.33');
    expect(Fraction.of(5, 1000).toDecimal(2)).toBe('0.01');
    expect(Fraction.of(-5, 1000).toDecimal(2)).toBe('-0.01');
    expect(Fraction.of(-4, 1000).toDecimal(2)).toBe('0.00');
    expect(Fraction.of(5, 2).toDecimal(0)).toBe('3');
    expect(Fraction.of(100).toDecimal(2)).toBe('100.00');
  });

  it('is shown no further than half a unit of the last place from what it is', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 6 }), ({ f }, places) => {
        const shown = Fraction.of(BigInt(f.toDecimal(places).replace('.', '')), 10n ** BigInt(places));
        const off = shown.minus(f);
        const half = Fraction.of(1n, 2n * 10n ** BigInt(places));
        expect(half.gte(off) && half.gte(off.times(-1))).toBe(true);
      }),
    );
  });
});
