import { Fraction } from '../shared/fraction';
import { exactly, readDecimal, withPlaces } from './decimals';
import type { Field, Unit } from './field';

/** How many of the field's own unit one of a written unit is; `base` is the unit that a bare 万 or 亿 counts. */
interface Measure {
  /** In base units: what the field's own unit holds. 万元 hold 10,000 元. */
  readonly own: number;
  /** Written units in base units, as numerator and denominator; lower case, NFKC. */
  readonly words: Readonly<Record<string, readonly [number, number]>>;
  /** Whether a result that needs more decimals than the field keeps is rounded; money never is. */
  readonly rounds?: true;
}

const times = (n: number, ...words: readonly string[]): Record<string, readonly [number, number]> =>
  Object.fromEntries(words.map((word) => [word, [n, 1]]));

/** 1 亩 is 2000/3 square metres exactly (15 亩 to the hectare); 1 万元 is 10,000 元. */
const MEASURES: Readonly<Record<Unit, Measure>> = {
  wan: { own: 10_000, words: times(1, '元', '圆', '块', '元人民币', '人民币') },
  mu: {
    own: 1,
    rounds: true,
    words: {
      ...times(1, '亩'),
      ...times(15, '公顷', 'ha', 'hm2'),
      ...times(1500, '平方公里', '平方千米', 'km2'),
      ...Object.fromEntries(squareMetres().map((word) => [word, [3, 2000] as const])),
    },
  },
  sqm: {
    own: 1,
    rounds: true,
    words: {
      ...times(1, ...squareMetres()),
      ...times(10_000, '公顷', 'ha', 'hm2'),
      ...times(1_000_000, '平方公里', '平方千米', 'km2'),
      亩: [2000, 3],
    },
  },
  tce: { own: 1, words: times(1, '吨标准煤', '吨标煤', '吨', 'tce', 't') },
  wanKwh: {
    own: 10_000,
    words: { ...times(1, '度', '度电', '千瓦时', 'kwh'), ...times(1000, '兆瓦时', 'mwh') },
  },
  wanM3: { own: 10_000, words: times(1, '立方米', '立方', '方', 'm3') },
  tph: { own: 1, words: times(1, '吨/小时', '吨/时', '吨', 't/h', '蒸吨') },
  tpd: { own: 1, words: times(1, '吨/日', '吨/天', '吨', 't/d', '立方米/日', '立方米/天', 'm3/d', '方/天') },
  person: { own: 1, words: times(1, '人', '名') },
  percent: { own: 1, words: times(1, '%', '个百分点') },
  wanVisits: { own: 10_000, words: times(1, '人次', '人次/年', '人') },
};

function squareMetres(): readonly string[] {
  return ['平方米', '平米', '平方', '平', 'm2', '方'];
}

const POWERS: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
};
const NUMBER = '[+\\-−–]?[\\d.,]{1,40}';
const WRITTEN = new RegExp(
  `^(${NUMBER})(${Object.keys(POWERS).join('|')})?((?:[^\\d.,+\\-−–]|(?<=m)[23]){0,12})$`,
);
/** 5亿2000万 */
const TWOFOLD = /^([\d.,]{1,20})亿([\d.,]{1,20})万(.{0,6})$/;
const LONGEST = 60;

/** A quantity that was written with a unit of its own. */
export interface Converted {
  /** In the field's own unit, exact. */
  readonly amount: Fraction;
  /** In canonical form with the decimals the field keeps; null when that would round what must not be rounded. */
  readonly value: string | null;
  /** Whether anything but a bare number was written. */
  readonly withUnit: boolean;
}

/**
 * Reads an amount, an area or another quantity as people write it: `5.2亿`, `52000000元`, `3万平方米`, `12,000`, `500万度`.
 * A bare number counts in the unit beside the box. A bare 万 or 亿 counts the unit without its own 万 (元, not 万元).
 * Null when it is no such thing. Never throws.
 */
export function readQuantity(text: string, field: Pick<Field, 'kind' | 'unit' | 'places'>): Converted | null {
  if (text.length > LONGEST * 2) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^(?:人民币|rmb|cny|¥|￥)/i, '')
    .toLowerCase();
  if (plain.length > LONGEST) return null;
  const places = field.kind === 'money' ? 2 : (field.places ?? 0);
  const measure = field.unit === undefined ? { own: 1, words: {} } : MEASURES[field.unit];
  const bare = readDecimal(plain, 12);
  if (bare !== null) return inForm(exactly(bare), places, field, false);
  const base = twofold(plain, measure) ?? single(plain, measure);
  return base === null ? null : inForm(base.over(measure.own), places, field, true);
}

function single(plain: string, measure: Measure): Fraction | null {
  const match = WRITTEN.exec(plain);
  if (match === null) return null;
  const number = readDecimal(match[1] ?? '', 12);
  const unit = measureOf(match[3] ?? '', measure);
  if (number === null || unit === null) return null;
  return exactly(number)
    .times(POWERS[match[2] ?? ''] ?? 1)
    .times(unit);
}

function twofold(plain: string, measure: Measure): Fraction | null {
  const match = TWOFOLD.exec(plain);
  const [yi, wan] = [readDecimal(match?.[1] ?? '', 8), readDecimal(match?.[2] ?? '', 4)];
  const unit = measureOf(match?.[3] ?? '', measure);
  if (match === null || yi === null || wan === null || unit === null) return null;
  return exactly(yi).times(1e8).plus(exactly(wan).times(1e4)).times(unit);
}

function measureOf(word: string, { words }: Measure): Fraction | null {
  if (word === '') return Fraction.one;
  const plain = word.replace(/\/年$/, '');
  const known = Object.hasOwn(words, word)
    ? words[word]
    : Object.hasOwn(words, plain)
      ? words[plain]
      : undefined;
  return known === undefined ? null : Fraction.of(known[0], known[1]);
}

function inForm(
  amount: Fraction,
  places: number,
  field: Pick<Field, 'kind' | 'unit'>,
  withUnit: boolean,
): Converted {
  const rounded = amount.toDecimal(places);
  const rounds = withUnit && field.unit !== undefined && MEASURES[field.unit].rounds === true;
  const isExact = exactly(rounded).equals(amount);
  const canonical = isExact || rounds ? readDecimal(rounded, places) : null;
  const value = canonical !== null && field.kind === 'money' ? withPlaces(canonical, 2) : canonical;
  return { amount, value, withUnit };
}

/** What one entry was taken for, when it was written with another unit than the one beside the box. */
export function conversionOf(
  text: string,
  field: Pick<Field, 'kind' | 'unit' | 'places'>,
): { readonly typed: string; readonly value: string } | null {
  if (field.kind !== 'money' && field.kind !== 'number') return null;
  const read = readQuantity(text, field);
  return read?.withUnit === true && read.value !== null ? { typed: text.trim(), value: read.value } : null;
}
