import { readReference } from './csv';
import { Picker } from './picker';

export const REGION_EDITION = 'GB/T 2260';

/** A region of GB/T 2260 with its full name. */
export interface Region {
  /** Six digits. */
  readonly code: string;
  readonly level: 'province' | 'city' | 'county';
  readonly name: string;
  /** With the regions above it: `江苏省苏州市吴中区`. */
  readonly fullName: string;
}

let regions: ReadonlyMap<string, Region> | undefined;

function load(): ReadonlyMap<string, Region> {
  if (regions !== undefined) return regions;
  const rows = readReference('gbt2260.csv');
  const names = new Map(rows.map((row) => [row.code, row.name]));
  regions = new Map(
    rows.map(({ code, level, name }) => {
      const upper = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((above) => above !== code);
      const fullName = [...new Set(upper)].map((above) => names.get(above) ?? '').join('') + name;
      return [code, { code, level: level as Region['level'], name, fullName }];
    }),
  );
  return regions;
}

/** Name with the regions above it; null when the six digits are not in the current table (they may be abolished). */
export function regionName(code: string): string | null {
  return load().get(code)?.fullName ?? null;
}

/** In the current table. A code that is not may still be an old one: see `data/README.md`. */
export function isKnownRegion(code: string): boolean {
  return load().has(code);
}

/** Two digits of a province, autonomous region or municipality. */
export function isProvincePrefix(prefix: string): boolean {
  return /^\d\d$/.test(prefix) && load().has(`${prefix}0000`);
}

const picker = new Picker(
  () => [...load().values()],
  ({ fullName }) => fullName,
);

/** For a picker: by code, name, pinyin (`wzq`) or full name; the better the fit the earlier, at most `limit`. */
export function searchRegions(text: string, limit = 20): readonly Region[] {
  return picker.search(text, limit);
}

const LEVEL_WORD = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|地区|省|市|盟)$/;

let words: readonly string[] | undefined;

/**
 * Names of provinces and cities, long and short (江西省, 江西), longest first: what a company name may begin with
 * without telling companies apart. Counties are left out, their short names are everyday words.
 */
export function regionWords(): readonly string[] {
  words ??= [...load().values()]
    .filter(({ level }) => level !== 'county')
    .flatMap(({ name }) => [name, name.replace(LEVEL_WORD, '')])
    .filter((word, i, all) => word.length >= 2 && all.indexOf(word) === i)
    .sort((a, b) => b.length - a.length);
  return words;
}

let counties: readonly string[] | undefined;

/**
 * Counties with their word (昆山市, 和县 is too short), and county-level cities of at least two symbols without it,
 * longest first. Their short names are everyday words too: whoever reads a name by them keeps the other reading.
 */
export function countyWords(): readonly string[] {
  counties ??= [...load().values()]
    .filter(({ level, name }) => level === 'county' && name.length >= 3)
    .flatMap(({ name }) => (name.endsWith('市') ? [name, name.slice(0, -1)] : [name]))
    .filter((word, i, all) => all.indexOf(word) === i)
    .sort((a, b) => b.length - a.length);
  return counties;
}
