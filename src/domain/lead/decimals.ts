import { Fraction } from '../shared/fraction';

/** Longer is not a number somebody typed. Also what keeps the patterns below from being fed with megabytes. */
const LONGEST_NUMBER = 40;
const PLAIN = /^([+-]?)(\d{1,18}|\d{1,3}(?:,\d{3}){1,5})(?:\.(\d{0,12}))?$/;

/**
 * A decimal as people type it (full-width digits, spaces, thousands separators in groups of three) in its one
 * canonical form: no plus, no leading zeros, no trailing zeros after the point, `0` without a sign. Null when it is
 * not a number or has more than `places` decimals: nothing is rounded silently.
 */
export function readDecimal(text: string, places: number): string | null {
  if (text.length > LONGEST_NUMBER * 2) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^[−–]/, '-');
  const match = plain.length > LONGEST_NUMBER ? null : PLAIN.exec(plain);
  if (match === null) return null;
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > places) return null;
  const size = decimals === '' ? whole : `${whole}.${decimals}`;
  return match[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** Money in 万元 in its one canonical form, always two decimals: `52000.00`. Negative amounts are read, not refused. */
export function readMoney(text: string): string | null {
  const decimal = readDecimal(text, 2);
  return decimal === null ? null : withPlaces(decimal, 2);
}

/** The exact value of a canonical decimal. */
export function exactly(decimal: string): Fraction {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return Fraction.of(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** A canonical decimal with exactly `places` decimals; it must not have more. */
export function withPlaces(decimal: string, places: number): string {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return `${whole}.${decimals.padEnd(places, '0')}`;
}

/** For sentences: thousands separated, trailing zeros dropped: `52000.00` → `52,000`. */
export function grouped(decimal: string): string {
  const [whole = '', decimals = ''] = decimal.split('.');
  const rest = decimals.replace(/0+$/, '');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** `numerator / denominator` half-up to `places`, or null when one is missing or the denominator is not above 0. */
export function ratio(numerator: string | null, denominator: string | null, places: number): string | null {
  if (numerator === null || denominator === null) return null;
  const below = exactly(denominator);
  return below.compare(0) > 0 ? exactly(numerator).over(below).toDecimal(places) : null;
}

/** Foreign money in 万元: amount × rate / 10,000, exact, half-up to two decimals (lead-form rule 3.3). */
export function convertedWan(originalAmount: string, fxRate: string): string {
  return exactly(originalAmount).times(exactly(fxRate)).over(10_000).toDecimal(2);
}

/** 万元 said in 亿元, up to four decimals, for sentences: `52000.00` → `5.2`. */
export function yiOf(wan: string): string {
  return grouped(exactly(wan).over(10_000).toDecimal(4));
}
