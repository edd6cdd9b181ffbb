import { readReference } from './csv';
import { Picker } from './picker';

export const INDUSTRY_EDITION = 'GB/T 4754-2017';

/** One class (four digits) of the industry classification with what stands above it. */
export interface IndustryClass {
  /** Section letter and four digits, `C3670`. */
  readonly code: string;
  readonly name: string;
  /** Names of section, division and group, widest first; a group without a name of its own is left out. */
  readonly within: readonly string[];
}

let names: ReadonlyMap<string, string> | undefined;

/** Name of a section, division, group or class by its code (`C`, `C36`, `C367`, `C3670`); null for no such code. */
export function industryName(code: string): string | null {
  names ??= new Map(readReference('gbt4754-2017.csv').map((row) => [row.code, row.name]));
  return names.get(code) ?? null;
}

export const isIndustry = (code: string): boolean => industryName(code) !== null;

let classes: ReadonlyMap<string, IndustryClass> | undefined;

function load(): ReadonlyMap<string, IndustryClass> {
  if (classes !== undefined) return classes;
  const rows = readReference('gbt4754-2017.csv');
  const names = new Map(rows.map((row) => [row.code, row.name]));
  const above = (code: string): string[] =>
    [code.slice(0, 1), code.slice(0, 3), code.slice(0, 4)].flatMap((upper) => names.get(upper) ?? []);
  classes = new Map(
    rows
      .filter((row) => row.level === 'class')
      .map(({ code, name }) => [code, { code, name, within: above(code) }]),
  );
  return classes;
}

/** The class of a code such as `C3670`; null for anything that is not a four-digit class of the 2017 edition. */
export function industryClass(code: string): IndustryClass | null {
  return load().get(code) ?? null;
}

export function isIndustryClass(code: string): boolean {
  return load().has(code);
}

export function industryClasses(): readonly IndustryClass[] {
  return [...load().values()];
}

const picker = new Picker(industryClasses);

/** For a picker: by code (`C36`, `367`), name, pinyin (`qclbj`); the better the fit the earlier, at most `limit`. */
export function searchIndustryClasses(text: string, limit = 20): readonly IndustryClass[] {
  return picker.search(text, limit);
}
