declare const wan: unique symbol;

/** Money in 万元, exact: hundredths of one 万元 (that is, steps of 100 yuan) as a bigint. Never a float. */
export type Wan = bigint & { readonly [wan]: true };

/** The most that fits the integer column of both databases: 21,474,836.47 万元, about 2,147 亿元. */
export const MAX_WAN = 2_147_483_647n as Wan;

const HUNDREDTHS_IN_YI = 1_000_000n;

/**
 * Reads an amount in 万元 as people type it: full-width digits, thousands separators in groups of three, at most
 * two decimals. Null when it is not an amount, is negative or is above MAX_WAN. A comma elsewhere ("1,5") is not
 * guessed at, because both guesses would be somebody's wrong amount.
 */
export function parseWan(text: string): Wan | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/.test(plain)) return null;
  const [whole = '', decimals = ''] = plain.replaceAll(',', '').split('.');
  const value = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
  return value <= MAX_WAN ? (value as Wan) : null;
}

/** `52000.00`: plain, two decimals, for form fields and exports. */
export function wanText(amount: Wan): string {
  return decimal(amount, 100n, 2);
}

/** The value of the integer column. */
export function hundredths(amount: Wan): number {
  return Number(amount);
}

/** From the integer column; throws RangeError when it is not a whole number within the column. */
export function fromHundredths(value: number): Wan {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not hundredths of 万元: ${value}`);
  return BigInt(value) as Wan;
}

export type WanUnit = 'yi' | 'wan';

/** An amount as it is shown: one unit large, the other beside it in small type. The unit's word is the catalogue's. */
export interface WanShown {
  readonly big: string;
  readonly bigUnit: WanUnit;
  readonly small: string;
  readonly smallUnit: WanUnit;
}

/**
 * From 10,000 万元 on 亿元 leads, with up to two decimals; below, 万元 leads and 亿元 has up to four decimals, since
 * two would show 40 万元 as 0. Thousands are separated, trailing zeros dropped.
 */
export function showWan(amount: Wan): WanShown {
  const inWan = grouped(trimmed(decimal(amount, 100n, 2)));
  return amount >= HUNDREDTHS_IN_YI
    ? {
        big: grouped(trimmed(decimal(amount, HUNDREDTHS_IN_YI, 2))),
        bigUnit: 'yi',
        small: inWan,
        smallUnit: 'wan',
      }
    : { big: inWan, bigUnit: 'wan', small: trimmed(decimal(amount, HUNDREDTHS_IN_YI, 4)), smallUnit: 'yi' };
}

/** `amount / unit` half-up; the sign is kept for differences between two amounts. */
function decimal(amount: bigint, unit: bigint, places: number): string {
  const size = amount < 0n ? -amount : amount;
  const scaled = (2n * size * 10n ** BigInt(places) + unit) / (2n * unit);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = amount < 0n && scaled > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const trimmed = (text: string): string => text.replace(/\.?0+$/, '');
const grouped = (text: string): string =>
  text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
