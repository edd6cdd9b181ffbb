import { exactly } from '../domain/lead/decimals';
import {
  EXCLUSION_KINDS,
  isScopeIndustry,
  MOST_ENTRIES,
  SCOPE_PRESET,
  type ScopeRules,
} from '../domain/lead/scope-rules';
import { readQuantity } from '../domain/lead/units';
import { plainText } from '../http/forms';
import { isIndustry } from '../reference/industries';

type Body = Readonly<Record<string, unknown>>;

/** What is wrong with one control: a key under `scope.error` and what the sentence needs. */
export interface ScopeError {
  readonly because: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** The form as typed, control by control, and what it comes to; `rules` null where something has to be corrected. */
export interface ScopeForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, ScopeError>;
  readonly rules: ScopeRules | null;
  readonly reason: string;
  readonly basedOn: number;
}

const AMOUNTS = ['totalWan', 'fixedAssetWan', 'countyTotalWan'] as const;
const LONGEST = 500;
const MAX_WAN = '10000000';

/** The controls of rules that stand, by name: what an untouched form holds. */
export function typedScope(rules: ScopeRules): Record<string, string> {
  const typed: Record<string, string> = {
    governmentPercent: rules.governmentPercent,
    countyOwned: rules.countyOwned ? 'on' : '',
    leadingTotalWan: rules.leadingTotalWan ?? '',
  };
  for (const row of rules.thresholds) {
    for (const amount of AMOUNTS) typed[`thresholds[${row.kind}][${amount}]`] = row[amount] ?? '';
    typed[`thresholds[${row.kind}][industries]`] = row.industries.join(', ');
  }
  for (const { kind, on, industries, words } of rules.exclusions) {
    typed[`exclusions[${kind}][on]`] = on ? 'on' : '';
    typed[`exclusions[${kind}][industries]`] = industries.join(', ');
    typed[`exclusions[${kind}][words]`] = words.join(', ');
  }
  return typed;
}

/** Reads a posted form. Tracks and kinds are the program's; lines, industries, words and switches the city's. */
export function readScopeForm(body: Body): ScopeForm {
  const reading = new Reading(body);
  const thresholds = SCOPE_PRESET.thresholds.map(({ kind, track }) => {
    const at = (part: string): string => `thresholds[${kind}][${part}]`;
    const [totalWan, fixedAssetWan, countyTotalWan] = AMOUNTS.map((amount) => reading.amount(at(amount)));
    const row = {
      kind,
      track,
      industries: reading.industries(at('industries')),
      totalWan: totalWan ?? null,
      fixedAssetWan: fixedAssetWan ?? null,
      countyTotalWan: countyTotalWan ?? null,
    };
    if (row.totalWan !== null && row.countyTotalWan !== null)
      if (exactly(row.countyTotalWan).compare(exactly(row.totalWan)) > 0)
        reading.wrong(at('countyTotalWan'), 'order');
    return row;
  });
  const exclusions = EXCLUSION_KINDS.map((kind) => ({
    kind,
    on: reading.ticked(`exclusions[${kind}][on]`),
    industries: reading.industries(`exclusions[${kind}][industries]`),
    words: reading.words(`exclusions[${kind}][words]`),
  }));
  const rules = {
    thresholds,
    exclusions,
    governmentPercent: reading.percent('governmentPercent'),
    countyOwned: reading.ticked('countyOwned'),
    leadingTotalWan: reading.amount('leadingTotalWan'),
  };
  const reason = reading.text('reason').trim();
  if (reason === '' || reason.length > LONGEST) reading.wrong('reason', 'reason');
  const { typed, errors } = reading;
  const basedOn = Number(/^\d{1,6}$/.exec(reading.text('basedOn'))?.[0] ?? -1);
  return { typed, errors, rules: errors.size > 0 ? null : rules, reason, basedOn };
}

/** One reading of one body: what each control holds, and what is wrong with it. */
class Reading {
  readonly typed: Record<string, string> = {};
  readonly errors = new Map<string, ScopeError>();

  constructor(private readonly body: Body) {}

  wrong(control: string, because: string, details: ScopeError['details'] = {}): void {
    if (!this.errors.has(control)) this.errors.set(control, { because, details });
  }

  text(control: string): string {
    const value = control
      .split(/[[\]]+/)
      .filter((step) => step !== '')
      .reduce<unknown>((holder, step) => ownOf(holder, step), this.body);
    const text = plainText(value).slice(0, 2 * LONGEST);
    this.typed[control] = text;
    return text;
  }

  ticked(control: string): boolean {
    return this.text(control) !== '';
  }

  /** In 万元; what is finer than two decimals or above 1,000 亿 is no line of a city. */
  amount(control: string): string | null {
    const text = this.text(control).trim();
    if (text === '') return null;
    const value = readQuantity(text, { kind: 'money', unit: 'wan' })?.value ?? null;
    if (value === null || value.startsWith('-') || exactly(value).compare(exactly(MAX_WAN)) > 0) {
      this.wrong(control, 'amount');
      return null;
    }
    return value.replace(/\.00$/, '');
  }

  percent(control: string): string {
    const value = readQuantity(this.text(control), { kind: 'number', unit: 'percent', places: 2 })?.value;
    if (value != null && !value.startsWith('-') && exactly(value).compare(100) <= 0) return value;
    this.wrong(control, 'percent');
    return '0';
  }

  industries(control: string): string[] {
    const codes = this.list(control).map((code) => code.normalize('NFKC').toUpperCase());
    const stranger = codes.find((code) => !isScopeIndustry(code) || !isIndustry(code));
    if (stranger !== undefined) this.wrong(control, 'industry', { code: stranger.slice(0, 20) });
    return codes;
  }

  words(control: string): string[] {
    const words = this.list(control);
    if (words.some((word) => word.length > 20)) this.wrong(control, 'words', { most: MOST_ENTRIES });
    return words;
  }

  private list(control: string): string[] {
    const entries = this.text(control)
      .split(/[,，、;；\s]+/)
      .filter((entry) => entry !== '');
    if (entries.length > MOST_ENTRIES) this.wrong(control, 'words', { most: MOST_ENTRIES });
    return [...new Set(entries)];
  }
}

const ownOf = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;
