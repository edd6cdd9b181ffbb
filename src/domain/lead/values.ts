import { isDay } from '../shared/instant';
import { normaliseCreditCode } from './credit-code';
import { grouped, readDecimal } from './decimals';
import type { Field } from './field';
import { readQuantity } from './units';

/** A value read from what was typed: null when nothing was typed, `unreadable` when it is not what the field wants. */
export const unreadable = Symbol('unreadable');
export type Value = string | number | boolean | null;

const MOST_PEOPLE = 99_999_999;

/** Strings no browser form of ours produces: C0 and C1 controls, overrides of writing direction, half surrogates. */
const CONTROL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const LINE_SYMBOLS = /[\t\n\r]/g;
const INVISIBLE = /[\u200b\u2060\ufeff]/g;

export function hasControlSymbols(text: string): boolean {
  return text.replace(LINE_SYMBOLS, '').search(CONTROL) >= 0;
}

/** For showing a refused entry again. */
export function withoutControlSymbols(text: string): string {
  return text.replace(CONTROL, (symbol) => (/[\t\n\r]/.test(symbol) ? symbol : ''));
}

/** How long a raw entry may be before it is refused unread; well above what the field itself allows. */
export function longestEntry(field: Field): number {
  if (field.kind === 'longText') return 20_000;
  return field.kind === 'text' ? 2_000 : 200;
}

/** One line of text in NFKC, runs of space made one, ends trimmed. */
export function oneLine(text: string): string {
  return tidy(text.normalize('NFKC'));
}

const tidy = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** What was typed, when NFKC changed more than spaces; null when the normal form shows it all. */
export function originalOf(text: string): string | null {
  const original = tidy(text.normalize('NFC'));
  return original === oneLine(text) ? null : original;
}

const readers: Readonly<Record<string, (text: string, field: Field) => Value | typeof unreadable>> = {
  text: (text, field) => {
    if (field.format === 'phone') return normalPhone(text);
    return field.format === 'email' ? text.normalize('NFKC').replace(/\s+/g, '') : oneLine(text);
  },
  longText: (text) => text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim(),
  enum: (text, field) => {
    const wanted = oneLine(text);
    return field.options?.includes(wanted) ? wanted : unreadable;
  },
  bool: (text) => {
    const word = oneLine(text).toLowerCase();
    if (['true', 'on', '1', 'yes', '是'].includes(word)) return true;
    return ['false', 'off', '0', 'no', '否'].includes(word) ? false : unreadable;
  },
  money: (text, field) => readQuantity(text, field)?.value ?? unreadable,
  number: (text, field) => readQuantity(text, field)?.value ?? unreadable,
  count: (text) => {
    const count = Number(readDecimal(text, 0) ?? Number.NaN);
    return count >= 0 && count <= MOST_PEOPLE ? count : unreadable;
  },
  year: (text, field) => {
    const match = /^(\d{4})年?$/.exec(oneLine(text));
    const year = Number(match?.[1] ?? Number.NaN);
    return year >= (field.min ?? 0) && year <= (field.max ?? 9999) ? year : unreadable;
  },
  month: (text) => {
    const match = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(withoutSpaces(text));
    const month = `${match?.[1] ?? ''}-${(match?.[2] ?? '').padStart(2, '0')}`;
    return match !== null && isDay(`${month}-01`) ? month : unreadable;
  },
  day: (text) => {
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(withoutSpaces(text));
    const day = (match?.slice(1) ?? []).map((part) => part.padStart(2, '0')).join('-');
    return isDay(day) ? day : unreadable;
  },
  code: (text, field) => {
    if (field.code === 'uscc') return normaliseCreditCode(text);
    const code = withoutSpaces(text);
    // A few symbols are composed otherwise once they are capitals.
    return field.letters === 'upper' ? code.toUpperCase().normalize('NFKC') : code;
  },
};

const withoutSpaces = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '');

/** Reads one typed text as its field wants it. Blank is null, what is far too long unreadable. Never throws. */
export function readValue(text: string, field: Field): Value | typeof unreadable {
  if (text.length > longestEntry(field)) return unreadable;
  if (text.trim() === '') return null;
  const value = readers[field.kind]?.(text, field) ?? unreadable;
  return value === '' ? null : value;
}

/**
 * A telephone number without the spaces and brackets people put in; `+86` before a mobile number falls away. What it
 * is stays to be checked.
 */
function normalPhone(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\s()]/g, '')
    .replace(/[‐-―−]/g, '-');
  const mobile = plain.replaceAll('-', '').replace(/^(?:\+|00)86/, '');
  return /^1\d{10}$/.test(mobile) ? mobile : plain;
}

/** Why a text could not be read, for the sentence beside the field. */
export function whyUnreadable(
  text: string,
  field: Field,
): [because: string, details: Record<string, string | number>] {
  if (field.kind === 'money' || field.kind === 'number') {
    const places = field.kind === 'money' ? 2 : (field.places ?? 0);
    const read = readQuantity(text, field);
    if (read === null) return ['notNumber', {}];
    if (!read.withUnit) return ['tooManyDecimals', { places }];
    return [
      'amountFiner',
      { places, exact: grouped(read.amount.toDecimal(6)), meant: grouped(read.amount.toDecimal(places)) },
    ];
  }
  if (field.kind === 'year') return ['notYear', { min: `${field.min}`, max: `${field.max}` }];
  const because = { count: 'notCount', month: 'notMonth', day: 'notDay', bool: 'notYesNo' }[
    field.kind as string
  ];
  return [because ?? 'notInList', {}];
}
