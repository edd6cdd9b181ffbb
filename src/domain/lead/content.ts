import { convertedWan } from './decimals';
import { controlName, type Field } from './field';
import { FIELDS } from './fields';
import type { LeadContent } from './lead-content';
import { problem, type FieldProblem } from './problem';
import { hasControlSymbols, longestEntry, originalOf, readValue, unreadable, whyUnreadable } from './values';

export type { LeadContent } from './lead-content';

export interface ReadContent {
  readonly content: LeadContent;
  /**
   * What could not even be kept in a draft: wrong shape, control symbols, entries longer than any field. Everything
   * else that is wrong is kept in the content and told by `checkDraft` and `checkSubmission`.
   */
  readonly problems: readonly FieldProblem[];
}

interface Reading {
  readonly asTyped: Record<string, string>;
  readonly problems: FieldProblem[];
}

/**
 * Reads a parsed form body (or the same record as JSON) into the normalised record. Tolerant: numbers and booleans
 * count as their texts, a single text as a list of one, unknown keys are ignored. Never throws.
 */
export function readContent(body: Readonly<Record<string, unknown>>): ReadContent {
  const reading: Reading = { asTyped: {}, problems: [] };
  const content = Object.fromEntries(
    FIELDS.map((field) => [field.code, readField(own(body, field.code), field, field.code, reading)]),
  );
  const record = { ...content, asTyped: reading.asTyped } as unknown as LeadContent;
  return { content: withConversion(record), problems: reading.problems };
}

/** A record in which nothing has been said yet. */
export function emptyContent(): LeadContent {
  return readContent({}).content;
}

/** Own keys only: `__proto__` and `constructor` in a body mean nothing. */
function own(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;
}

function readField(raw: unknown, field: Field, control: string, reading: Reading): unknown {
  if (field.kind === 'group') return readGroup(raw, field, control, reading);
  if (field.kind === 'list' || field.kind === 'multi') return readList(raw, field, control, reading);
  const value = readEntry(raw, field, control, reading);
  if (value !== null) return value;
  if (field.kind === 'bool' && field.threeWay === undefined) return false;
  return field.otherwise ?? null;
}

function readGroup(raw: unknown, field: Field, control: string, reading: Reading): Record<string, unknown> {
  if (isBlank(raw) || isPlainObject(raw)) {
    const parts = field.parts ?? [];
    const entries = parts.map((part): [string, unknown] => {
      return [part.code, readField(own(raw, part.code), part, controlName(control, part.code), reading)];
    });
    return Object.fromEntries(entries);
  }
  reading.problems.push(problem(control, 'wrongShape'));
  return readGroup(undefined, field, control, reading);
}

function readList(raw: unknown, field: Field, control: string, reading: Reading): unknown[] {
  const entries = entriesOf(raw);
  if (entries === null) {
    reading.problems.push(problem(control, 'wrongShape'));
    return [];
  }
  const said = entries.filter((entry) => !isSilent(entry));
  const max = field.max ?? field.options?.length ?? said.length;
  if (said.length > max) reading.problems.push(problem(control, 'tooMany', { max, count: said.length }));
  const kept = said.slice(0, max);
  if (field.parts !== undefined)
    return kept.map((entry, i) => readGroup(entry, field, controlName(control, i), reading));
  const single: Field = { ...field, kind: field.kind === 'multi' ? 'enum' : 'code', max: 60 };
  const values = kept.map((entry) => readEntry(entry, single, null, reading, control));
  return values.filter(
    (value, i) => value !== null && (field.kind === 'list' || values.indexOf(value) === i),
  );
}

/** `control` null: there is no one control whose text could be kept, so what cannot be read is a problem at once. */
function readEntry(
  raw: unknown,
  field: Field,
  control: string | null,
  reading: Reading,
  at = control ?? '',
): unknown {
  const refused = (because: string, details: FieldProblem['details'] = {}): null => {
    reading.problems.push(problem(at, because, details));
    return null;
  };
  const text = textOf(raw);
  if (text === null) return refused('wrongShape');
  const max = longestEntry(field);
  if (text.length > max) return refused('tooLong', { max });
  if (hasControlSymbols(text)) return refused('controlSymbols');
  const value = readValue(text, field);
  if (value === unreadable) {
    if (control === null) return refused(...whyUnreadable(text, field));
    reading.asTyped[control] = text.trim();
    return null;
  }
  const original = field.kind === 'text' && field.format === undefined ? originalOf(text) : null;
  if (original !== null && control !== null) reading.asTyped[control] = original;
  return value;
}

function textOf(raw: unknown): string | null {
  if (raw === undefined || raw === null) return '';
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : null;
}

/** Arrays, a single text, and what form parsers make of high indexes: an object whose keys are all numbers. */
function entriesOf(raw: unknown): readonly unknown[] | null {
  if (isBlank(raw)) return [];
  if (Array.isArray(raw)) return raw as readonly unknown[];
  if (!isPlainObject(raw)) return textOf(raw) === null ? null : [raw];
  const keys = Object.keys(raw);
  if (!keys.every((key) => /^\d{1,6}$/.test(key))) return null;
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => raw[key]);
}

/** A row of the form that nobody filled in. */
function isSilent(entry: unknown): boolean {
  return isBlank(entry) || (isPlainObject(entry) && Object.values(entry).every(isBlank));
}

const isBlank = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.length < 1000 && raw.trim() === '');
const isPlainObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Foreign money: a total left blank is filled with the conversion here, once, and from then on stands as stored. */
function withConversion(content: LeadContent): LeadContent {
  const { currency, originalAmount, fxRate, totalInvestmentWan, asTyped } = content;
  if (currency === 'CNY' || originalAmount === null || fxRate === null) return content;
  if (totalInvestmentWan !== null || 'totalInvestmentWan' in asTyped) return content;
  return { ...content, totalInvestmentWan: convertedWan(originalAmount, fxRate) };
}
