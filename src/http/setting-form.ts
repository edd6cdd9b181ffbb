import { readQuantity } from '../domain/lead/units';
import type { Words } from '../words/words';
import { plainText, type FieldError } from './forms';

type Body = Readonly<Record<string, unknown>>;

/** A reason may be a document number; nobody reads a page of it. */
const REASON = { least: 2, most: 500 };

/** What stands under a control's name, `rules[0][name]` or `duties[land][]`; undefined where nothing does. */
export function valueAt(body: Body, name: string): unknown {
  return name
    .split(/[[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>(
      (holder, step) =>
        typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step)
          ? (holder as Record<string, unknown>)[step]
          : undefined,
      body,
    );
}

/** What is in a box. The figures and ticks of a stored value read as an untouched form would send them. */
export function textAt(body: Body, name: string): string {
  const value = valueAt(body, name);
  if (typeof value === 'number') return String(value);
  return value === true ? '1' : plainText(value);
}

/** The ticked of several, whether the browser sent one or more. */
export function listAt(body: Body, name: string): string[] {
  const given: unknown[] = [valueAt(body, name)].flat();
  return given.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** The rows of a table of boxes, each with the cells named; whatever else was sent falls away. */
export function rowsAt<Cell extends string>(
  body: Body,
  name: string,
  cells: readonly Cell[],
  most: number,
): Record<Cell, string>[] {
  const given = valueAt(body, name);
  if (typeof given !== 'object' || given === null) return [];
  return Object.values(given)
    .slice(0, most)
    .map((row: unknown) => {
      const held = typeof row === 'object' && row !== null ? (row as Body) : {};
      return Object.fromEntries(cells.map((cell) => [cell, textAt(held, cell).trim()])) as Record<
        Cell,
        string
      >;
    });
}

/** Reads the form of a setting and gathers what is wrong with it, one message for each control. */
export class SettingReading {
  readonly errors: FieldError[] = [];

  constructor(
    readonly body: Body,
    readonly words: Words,
  ) {}

  wrong(field: string, word: string, details: Readonly<Record<string, string | number>> = {}): void {
    if (this.errors.some((error) => error.field === field)) return;
    this.errors.push({ field, message: this.words.t(word, details) });
  }

  text(name: string): string {
    return textAt(this.body, name).trim();
  }

  /** Without full-width symbols, so that digits typed in a Chinese keyboard's width count. */
  plain(name: string): string {
    return this.text(name).normalize('NFKC').trim();
  }

  ticked(name: string): boolean {
    return this.text(name) !== '';
  }

  list(name: string): string[] {
    return listAt(this.body, name);
  }

  /** NaN where it is no whole number within its bounds. */
  whole(name: string, [least, most]: readonly [least: number, most: number]): number {
    const typed = this.plain(name).replaceAll(',', '');
    const value = /^\d{1,9}$/.test(typed) ? Number(typed) : NaN;
    if (value >= least && value <= most) return value;
    this.wrong(name, 'citySetting.error.whole', { least, most });
    return NaN;
  }

  /** In 万元, typed as in the lead form (`10亿`, `100,000`); null where the box is empty or holds no amount. */
  amount(name: string, most: number, needed = false): string | null {
    const typed = this.text(name);
    if (typed === '' && !needed) return null;
    const value = readQuantity(typed, { kind: 'money', unit: 'wan' })?.value ?? null;
    if (value !== null && !value.startsWith('-') && Number(value) <= most) return value.replace(/\.00$/, '');
    this.wrong(name, 'citySetting.error.amount');
    return null;
  }

  reason(): string {
    const typed = this.text('reason');
    if (typed.length < REASON.least || typed.length > REASON.most)
      this.wrong('reason', 'citySetting.error.reason', REASON);
    return typed;
  }

  /** The version that the page showed; -1 where the form does not say. */
  basedOn(): number {
    const typed = this.text('basedOn');
    return /^\d{1,6}$/.test(typed) ? Number(typed) : -1;
  }
}
