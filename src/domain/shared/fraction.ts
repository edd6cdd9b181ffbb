const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** An exact rational number, always reduced, denominator always positive. Nothing that decides is ever a float. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  /** `n/d` from integers; throws RangeError on a zero denominator or a number that is not a safe integer. */
  static of(n: number | bigint, d: number | bigint = 1n): Fraction {
    const num = exact(n);
    const den = exact(d);
    if (den === 0n) throw new RangeError('a fraction needs a denominator other than zero');
    const divisor = gcd(num, den) || 1n;
    const sign = den < 0n ? -1n : 1n;
    return new Fraction((sign * num) / divisor, (sign * den) / divisor);
  }

  /** Reads `n/d` or `n` as `toJSON` wrote it; throws RangeError on anything else. */
  static parse(text: string): Fraction {
    const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
    if (match === null) throw new RangeError(`not a fraction: ${text}`);
    return Fraction.of(BigInt(match[1] ?? ''), BigInt(match[2] ?? '1'));
  }

  static sum(parts: Iterable<Fraction>): Fraction {
    let total = Fraction.zero;
    for (const part of parts) total = total.plus(part);
    return total;
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: Fraction): Fraction {
    return Fraction.of(this.num * other.den - other.num * this.den, this.den * other.den);
  }

  times(other: Fraction | number | bigint): Fraction {
    const by = toFraction(other);
    return Fraction.of(this.num * by.num, this.den * by.den);
  }

  /** Throws RangeError when `other` is zero. */
  over(other: Fraction | number | bigint): Fraction {
    const by = toFraction(other);
    return Fraction.of(this.num * by.den, this.den * by.num);
  }

  /** -1, 0 or 1, as sort expects. */
  compare(other: Fraction | number | bigint): -1 | 0 | 1 {
    const by = toFraction(other);
    const difference = this.num * by.den - by.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Fraction | number | bigint): boolean {
    return this.compare(other) === 0;
  }

  /** At least: meeting a threshold exactly counts. */
  gte(other: Fraction | number | bigint): boolean {
    return this.compare(other) >= 0;
  }

  lt(other: Fraction | number | bigint): boolean {
    return this.compare(other) < 0;
  }

  /** Rounded half-up to `places` decimals (halves go away from zero): 81.545 → `81.55`. For showing, never for deciding. */
  toDecimal(places: number): string {
    const scale = 10n ** BigInt(places);
    const size = this.num < 0n ? -this.num : this.num;
    const scaled = (2n * size * scale + this.den) / (2n * this.den);
    const digits = scaled.toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const sign = this.num < 0n && scaled > 0n ? '-' : '';
    return places === 0 ? sign + digits : `${sign}${whole}.${digits.slice(digits.length - places)}`;
  }

  toString(): string {
    return `${this.num}/${this.den}`;
  }

  /** Always `n/d`, also for whole numbers, so that equal values have equal texts. */
  toJSON(): string {
    return this.toString();
  }
}

function exact(n: number | bigint): bigint {
  if (typeof n === 'bigint') return n;
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return BigInt(n);
}

const toFraction = (value: Fraction | number | bigint): Fraction =>
  value instanceof Fraction ? value : Fraction.of(value);
