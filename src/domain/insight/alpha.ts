import { Fraction } from '../shared/fraction';

/** How the distance between two values is taken: equal or not, by rank, or by difference. */
export type Metric = 'nominal' | 'ordinal' | 'interval';

/** Krippendorff's customary limits: 0.8 to rely on, 0.667 for tentative conclusions; at 0 agreement is chance's. */
export type AlphaReading = 'reliable' | 'tentative' | 'weak' | 'none' | 'undefined';

export interface Alpha {
  /** 1 is agreement, 0 what chance gives, below 0 systematic disagreement; null where every value is the same. */
  readonly value: Fraction | null;
  readonly reading: AlphaReading;
  /** Units with two values or more, and the values in them: all that can be compared. */
  readonly units: number;
  readonly values: number;
}

/**
 * Krippendorff's alpha, exactly: 1 − observed ÷ expected disagreement. A unit holds the values that its observers
 * gave it, in any order; a value that is missing is simply not there, and a unit with one value compares with nothing
 * and is left out. As in Krippendorff, Content Analysis, chapter 12 ("Computing Krippendorff's Alpha-Reliability").
 */
export function alpha(units: readonly (readonly Fraction[])[], metric: Metric): Alpha {
  const compared = units.filter((values) => values.length >= 2);
  const all = compared.flat();
  const facts = { units: compared.length, values: all.length };
  const value = metric === 'interval' ? byDifference(compared, all) : byCoincidence(compared, all, metric);
  return { value, reading: readingOf(value), ...facts };
}

function readingOf(value: Fraction | null): AlphaReading {
  if (value === null) return 'undefined';
  if (value.gte(Fraction.of(4, 5))) return 'reliable';
  if (value.gte(Fraction.of(667, 1000))) return 'tentative';
  return Fraction.zero.lt(value) ? 'weak' : 'none';
}

/**
 * With squared differences both disagreements come from sums and sums of squares, without pairing value by value. All
 * values are brought to one denominator, which cancels out.
 */
function byDifference(units: readonly (readonly Fraction[])[], all: readonly Fraction[]): Fraction | null {
  const one = [...new Set(all.map(({ den }) => den))].reduce(commonMultiple, 1n);
  const whole = (values: readonly Fraction[]): bigint[] => values.map(({ num, den }) => num * (one / den));
  const expected = squaredPairs(whole(all));
  if (expected === 0n) return null;
  const observed = Fraction.sum(
    units.map((values) => Fraction.of(squaredPairs(whole(values)), BigInt(values.length - 1))),
  );
  return Fraction.one.minus(observed.times(all.length - 1).over(Fraction.of(expected)));
}

/** Σ over ordered pairs of (a − b)²: 2 (n Σx² − (Σx)²). */
function squaredPairs(values: readonly bigint[]): bigint {
  let [sum, squares] = [0n, 0n];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return 2n * (BigInt(values.length) * squares - sum * sum);
}

function commonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

function byCoincidence(
  units: readonly (readonly Fraction[])[],
  all: readonly Fraction[],
  metric: 'nominal' | 'ordinal',
): Fraction | null {
  const texts = new Map(all.map((value) => [value.toString(), value]));
  const order = [...texts.entries()].sort(([, a], [, b]) => a.compare(b)).map(([text]) => text);
  const placeOf = new Map(order.map((text, place) => [text, place]));
  const countsOf = (values: readonly Fraction[]): number[] => {
    const counts = new Array<number>(order.length).fill(0);
    for (const value of values) {
      const place = placeOf.get(value.toString()) ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
  const totals = countsOf(all);
  const distance = metric === 'nominal' ? unequal : byRank(totals);
  const expected = distances(totals, distance);
  if (expected === 0n) return null;
  const observed = Fraction.sum(
    units.map((values) => Fraction.of(distances(countsOf(values), distance), BigInt(values.length - 1))),
  );
  return Fraction.one.minus(observed.times(all.length - 1).over(Fraction.of(expected)));
}

type Distance = (a: number, b: number) => bigint;

const unequal: Distance = (a, b) => (a === b ? 0n : 1n);

/** Four times the squared number of values between two ranks, each end counted half: whole numbers stay whole. */
function byRank(totals: readonly number[]): Distance {
  const before = totals.reduce<number[]>((sums, n) => [...sums, (sums.at(-1) ?? 0) + n], [0]);
  const middle = (place: number): number => 2 * (before[place] ?? 0) + (totals[place] ?? 0);
  return (a, b) => BigInt(middle(a) - middle(b)) ** 2n;
}

/** Σ over ordered pairs of values of their distance. */
function distances(counts: readonly number[], distance: Distance): bigint {
  let sum = 0n;
  counts.forEach((a, one) => {
    counts.forEach((b, other) => {
      if (a > 0 && b > 0 && one !== other) sum += BigInt(a * b) * distance(one, other);
    });
  });
  return sum;
}
