import { Fraction } from '../shared/fraction';

/** Figures of a few values, exact. */
export interface Moments {
  readonly n: number;
  readonly lowest: Fraction;
  readonly highest: Fraction;
  readonly mean: Fraction;
  /** Of these values themselves, not of a population they might stand for: Σ(x − mean)² ÷ n. */
  readonly variance: Fraction;
}

/** Null without a value. */
export function momentsOf(values: readonly Fraction[]): Moments | null {
  const [first, ...rest] = values;
  if (first === undefined) return null;
  const n = values.length;
  const mean = Fraction.sum(values).over(n);
  const squares = Fraction.sum(values.map((value) => value.times(value))).over(n);
  return {
    n,
    lowest: rest.reduce((low, value) => (value.lt(low) ? value : low), first),
    highest: rest.reduce((high, value) => (high.lt(value) ? value : high), first),
    mean,
    variance: squares.minus(mean.times(mean)),
  };
}

/** The square root to so many decimals, rounded half-up from the exact value; for showing, never for deciding. */
export function rootText(value: Fraction, places: number): string {
  if (value.lt(0)) throw new RangeError('no root of a negative value');
  const scale = 10n ** BigInt(places);
  // The nearest whole r to √x: the largest with (2r − 1)² ≤ 4x.
  const fourfold = (4n * value.num * scale * scale) / value.den;
  const rounded = (wholeRoot(fourfold) + 1n) / 2n;
  return Fraction.of(rounded, scale).toDecimal(places);
}

/** The largest whole number whose square is not above `value`, by Newton's rule. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
