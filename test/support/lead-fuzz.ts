import { FIELDS } from '../../src/domain/lead/fields';
import sample from './data/sample-leads.json';

/** Small, fast, and the same on every machine (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, without, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

type Pair = readonly [name: string, value: string];

/** What people paste and what breaks programs; encoded like a browser would, so lone surrogates are sent as such. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '　',
  '0',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '9007199254740993',
  '0x10',
  '１２',
  '1,000',
  '1,00',
  '999999999999.99',
  '5.2亿',
  '52000000元',
  '3万平方米',
  '2公顷',
  '95亩',
  '500万度',
  '5亿2000万',
  '约5亿',
  '三百',
  '2026-02-30',
  '2026-13',
  '2026年9月',
  '明年',
  '某某公司',
  'XX公司',
  '=SUM(A1)',
  '<script>alert(1)</script>',
  '机密★',
  '110105199001011123X',
  '91320506MAYX00017Y',
  '９１３２０５０６ＭＡＹＸ０００１７Ｙ',
  '91320506 mayx00017y',
  '\u202egnp.exe',
  '\u200b',
  'a\u0301',
  '𠮷野家㐂',
  '👩‍👩‍👧‍👦',
  '\u0007',
  '\ud800',
  '\r\n',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '{{7*7}}',
  'C3670',
  'c367',
  'qclbj',
  '汽车零部件',
  '15400000001',
  '+86 154-0000 0001',
  '0795-1234567',
  'a@b.cn',
  'a@',
  'true',
  'on',
  '是',
  '否',
  'manufacturing',
  'tech',
  'service',
  '长'.repeat(61),
  '长'.repeat(2001),
  'x'.repeat(3000),
  '9'.repeat(41),
  'park-ht',
  'park-mars',
];

const names = FIELDS.flatMap((field) => {
  const parts = field.parts?.map(({ code }) => code) ?? [];
  if (field.kind === 'group') return parts.map((part) => `${field.code}[${part}]`);
  if (field.kind === 'list' && parts.length > 0) return parts.map((part) => `${field.code}[0][${part}]`);
  return [field.kind === 'list' || field.kind === 'multi' ? `${field.code}[]` : field.code];
});

function pairsOf(value: unknown, name: string): Pair[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((entry, i) =>
      typeof entry === 'object' ? pairsOf(entry, `${name}[${i}]`) : [[`${name}[]`, String(entry)] as Pair],
    );
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, entry]) => pairsOf(entry, `${name}[${key}]`));
  const text = value as string | number | boolean;
  return [[name, String(text)]];
}

const codes = new Set(FIELDS.map(({ code }) => code));
const bodies: readonly (readonly Pair[])[] = sample.leads.map((lead) =>
  Object.entries(lead).flatMap(([key, value]) => (codes.has(key) ? pairsOf(value, key) : [])),
);

/** A sample lead as a browser sends it, spoilt in one to four places. A quarter of them is handed in as well. */
export function spoiltLead(chance: Chance): string {
  const pairs = [...chance.of(bodies)];
  for (let n = 1 + chance.below(4); n > 0; n -= 1) spoil(pairs, chance);
  if (chance.next() < 0.25) pairs.push(['intent', 'submit']);
  if (chance.next() < 0.1) pairs.push(['from', 'quick']);
  return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

function spoil(pairs: Pair[], chance: Chance): void {
  const at = chance.below(Math.max(1, pairs.length));
  const name = chance.next() < 0.7 ? (pairs[at]?.[0] ?? 'title') : chance.of(names);
  const text = chance.next() < 0.85 ? chance.of(TEXTS) : noise(chance);
  switch (chance.below(9)) {
    case 0:
      pairs.splice(at, 1);
      break;
    case 1:
      pairs.push([name, text]);
      break;
    case 2:
      pairs.splice(at, 1, [`${name.replace(/\[\]$/, '')}[]`, text], [`${name.replace(/\[\]$/, '')}[]`, 'b']);
      break;
    case 3:
      pairs.splice(at, 1, [`${name}[x][y]`, text]);
      break;
    case 4:
      pairs.push([`${name}[__proto__]`, text], [`constructor[prototype][${name}]`, text]);
      break;
    default:
      pairs.splice(at, 1, [name, text]);
  }
}

/** Any code points at all, among them half surrogates; NUL is refused before a form is read and has its own test. */
function noise(chance: Chance): string {
  const points = Array.from({ length: chance.below(40) }, () =>
    chance.next() < 0.5 ? 32 + chance.below(95) : 1 + chance.below(0x10fffe),
  );
  return String.fromCodePoint(...points);
}

/** `encodeURIComponent`, but half surrogates go out as the three bytes that no decoder takes. */
function escape(text: string): string {
  return Array.from(text, (symbol) =>
    /[\ud800-\udfff]/.test(symbol) && symbol.length === 1 ? '%ED%A0%80' : encodeURIComponent(symbol),
  ).join('');
}

/** Printed, and to be given again as FUZZ_SEED to see the same. */
export function fuzzSeed(): number {
  const given = Number(process.env['FUZZ_SEED']);
  return Number.isSafeInteger(given) && given > 0
    ? given
    : 1 + ((process.pid * 7919 + Math.floor(performance.timeOrigin)) % 2_000_000_000);
}

/** How many are tried: `thinned` in the normal run, FUZZ_RUNS where it is given (the reliability list asks for 10,000). */
export function fuzzRuns(thinned: number): number {
  const given = Number(process.env['FUZZ_RUNS']);
  return Number.isSafeInteger(given) && given > 0 ? given : thinned;
}
