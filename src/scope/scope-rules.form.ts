import { exactly } from '../domain/lead/decimals';
import {
  EXCLUSION_KINDS,
  isScopeIndustry,
  MOST_ENTRIES,
  SCOPE_PRESET,
  type ScopeRules,
} from '../domain/lead/scope-rules';
import { readQuantity } from '../domain/lead/units';
import type { SettingReading } from '../http/setting-form';
import { isIndustry } from '../reference/industries';

export const AMOUNTS = ['totalWan', 'fixedAssetWan', 'countyTotalWan'] as const;
/** 1,000 亿; what is above is no line of a city. */
const MOST_WAN = 10_000_000;

/** The controls of rules that stand, by name: what an untouched form holds. */
export function typedScope({ thresholds, exclusions, ...rest }: ScopeRules): Record<string, unknown> {
  const list = (entries: readonly string[]): string => entries.join(', ');
  return {
    ...rest,
    thresholds: Object.fromEntries(
      thresholds.map((row) => [row.kind, { ...row, industries: list(row.industries) }]),
    ),
    exclusions: Object.fromEntries(
      exclusions.map((row) => [
        row.kind,
        { ...row, industries: list(row.industries), words: list(row.words) },
      ]),
    ),
  };
}

/** Reads a posted form. Tracks and kinds are the program's; lines, industries, words and switches the city's. */
export function readScope(form: SettingReading): ScopeRules {
  const thresholds = SCOPE_PRESET.thresholds.map(({ kind, track }) => {
    const at = (part: string): string => `thresholds[${kind}][${part}]`;
    const [totalWan = null, fixedAssetWan = null, countyTotalWan = null] = AMOUNTS.map((amount) =>
      form.amount(at(amount), MOST_WAN),
    );
    if (totalWan !== null && countyTotalWan !== null)
      if (exactly(countyTotalWan).compare(exactly(totalWan)) > 0)
        form.wrong(at('countyTotalWan'), 'scope.error.order');
    const industries = readIndustries(form, at('industries'));
    return { kind, track, industries, totalWan, fixedAssetWan, countyTotalWan };
  });
  const exclusions = EXCLUSION_KINDS.map((kind) => ({
    kind,
    on: form.ticked(`exclusions[${kind}][on]`),
    industries: readIndustries(form, `exclusions[${kind}][industries]`),
    words: readList(form, `exclusions[${kind}][words]`),
  }));
  return {
    thresholds,
    exclusions,
    governmentPercent: readPercent(form, 'governmentPercent'),
    countyOwned: form.ticked('countyOwned'),
    leadingTotalWan: form.amount('leadingTotalWan', MOST_WAN),
  };
}

function readPercent(form: SettingReading, control: string): string {
  const value = readQuantity(form.text(control), { kind: 'number', unit: 'percent', places: 2 })?.value;
  if (value != null && !value.startsWith('-') && exactly(value).compare(100) <= 0) return value;
  form.wrong(control, 'scope.error.percent');
  return '0';
}

function readIndustries(form: SettingReading, control: string): string[] {
  const codes = readList(form, control).map((code) => code.normalize('NFKC').toUpperCase());
  const stranger = codes.find((code) => !isScopeIndustry(code) || !isIndustry(code));
  if (stranger !== undefined) form.wrong(control, 'scope.error.industry', { code: stranger.slice(0, 20) });
  return codes;
}

/** At most so many entries, of twenty symbols at most. */
function readList(form: SettingReading, control: string): string[] {
  const entries = form
    .text(control)
    .split(/[,，、;；\s]+/)
    .filter((entry) => entry !== '');
  if (entries.length > MOST_ENTRIES || entries.some(({ length }) => length > 20))
    form.wrong(control, 'scope.error.words', { most: MOST_ENTRIES });
  return [...new Set(entries)];
}
