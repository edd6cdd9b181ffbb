import type { Setting } from '../settings/setting';
import { exactly } from './decimals';
import { TRACKS, type Track } from './dictionaries';

/** Who judges a lead, from the lowest to the highest. A lead out of the city's scope goes lower, it is never refused. */
export const TIERS = ['park', 'county', 'city', 'leading'] as const;
export type Tier = (typeof TIERS)[number];

/** What a reporting unit belongs to: the city itself, a county or district, a park. */
export const UNIT_LEVELS = ['city', 'county', 'park'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Kinds of project with thresholds of their own; the first that fits counts. */
export const SCOPE_KINDS = ['agriculture', 'data', 'manufacturing', 'service', 'tech'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Amounts in 万元 as decimal texts; null where size says nothing. */
export type ScopeThreshold = {
  readonly kind: ScopeKind;
  /** Null: of any track. */
  readonly track: Track | null;
  /** Beginnings of GB/T 4754 codes, `A`, `I64`; none: of any industry. */
  readonly industries: readonly string[];
  /** Under one of these two the county judges. */
  readonly totalWan: string | null;
  readonly fixedAssetWan: string | null;
  /** Under this the park judges by itself. */
  readonly countyTotalWan: string | null;
};

/** Types of project that the city does not judge. */
export const EXCLUSION_KINDS = [
  'stateFunded',
  'noFixedAssets',
  'residential',
  'signed',
  'technicalUpgrade',
  'localMove',
  'branchOffice',
  'resourceExtraction',
  'farming',
  'catering',
] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

export type ScopeExclusion = {
  readonly kind: ExclusionKind;
  readonly on: boolean;
  readonly industries: readonly string[];
  /** Words in the title that give the type away. */
  readonly words: readonly string[];
};

export type ScopeRules = {
  readonly thresholds: readonly ScopeThreshold[];
  readonly exclusions: readonly ScopeExclusion[];
  /** From this share of government money on a project counts as state-funded. */
  readonly governmentPercent: string;
  /** A project that a county already talks about is the county's own, and not a city unit's to report [XC]. */
  readonly countyOwned: boolean;
  /** From this total on the leading group hears it; null: never. */
  readonly leadingTotalWan: string | null;
};

const exclusion = (
  kind: ExclusionKind,
  industries: readonly string[] = [],
  words: readonly string[] = [],
): ScopeExclusion => ({ kind, on: true, industries, words });

/**
 * Lead-form rule 3.5. City threshold 1 亿 and, for manufacturing, 6,000 万 of fixed assets, for the data industry 3,000 万:
 * published [JM][XC]. County from 5,000 万 (industry) and 1,000 万 (agriculture), leading group from 10 亿: [TINGHU].
 * Excluded types: [XC] and, from branch offices on, [KH1]. That a lead below goes to the county rather than back is ours,
 * as is that no threshold is put to a founders' team (tech) and that half government money makes a state-funded project.
 */
export const SCOPE_PRESET: ScopeRules = {
  thresholds: [
    {
      kind: 'agriculture',
      track: null,
      industries: ['A'],
      totalWan: '10000',
      fixedAssetWan: null,
      countyTotalWan: '1000',
    },
    {
      kind: 'data',
      track: null,
      industries: ['I64'],
      totalWan: null,
      fixedAssetWan: '3000',
      countyTotalWan: null,
    },
    {
      kind: 'manufacturing',
      track: 'manufacturing',
      industries: [],
      totalWan: '10000',
      fixedAssetWan: '6000',
      countyTotalWan: '5000',
    },
    {
      kind: 'service',
      track: 'service',
      industries: [],
      totalWan: '10000',
      fixedAssetWan: null,
      countyTotalWan: null,
    },
    {
      kind: 'tech',
      track: 'tech',
      industries: [],
      totalWan: null,
      fixedAssetWan: null,
      countyTotalWan: null,
    },
  ],
  exclusions: [
    exclusion('stateFunded'),
    exclusion('noFixedAssets'),
    exclusion('residential', ['K7010']),
    exclusion('signed'),
    exclusion('technicalUpgrade', [], ['技改', '技术改造']),
    exclusion('localMove'),
    exclusion('branchOffice', [], ['分公司', '分支机构', '营业部', '营业网点']),
    exclusion('resourceExtraction', ['B']),
    exclusion('farming', ['A01', 'A02', 'A03', 'A04']),
    exclusion('catering', ['H62', 'F52', 'O80']),
  ],
  governmentPercent: '50',
  countyOwned: true,
  leadingTotalWan: '100000',
};

export const MOST_ENTRIES = 40;
const PREFIX = /^[A-T]\d{0,4}$/;
const AMOUNT = /^\d{1,10}(\.\d{1,2})?$/;

/** Why a stored or typed set of rules is none. */
function insistOn(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`scope rules: ${what}`);
}

export const isScopeIndustry = (text: string): boolean => PREFIX.test(text);

const isAmount = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && AMOUNT.test(value));
const areTexts = (value: unknown, fits: (text: string) => boolean): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= MOST_ENTRIES &&
  value.every((text) => typeof text === 'string' && fits(text));

const kindsOf = (rows: unknown): string =>
  Array.isArray(rows)
    ? (rows as readonly { readonly kind?: string }[]).map(({ kind }) => kind ?? '').join()
    : '';

/** Every kind once, in its own order; amounts that are amounts, a county line not above the city's. */
function readScopeRules(stored: unknown): ScopeRules {
  insistOn(typeof stored === 'object' && stored !== null, 'no object');
  const rules = stored as ScopeRules;
  const { thresholds, exclusions } = stored as { thresholds: unknown; exclusions: unknown };
  insistOn(kindsOf(thresholds) === SCOPE_KINDS.join(), 'kinds');
  insistOn(kindsOf(exclusions) === EXCLUSION_KINDS.join(), 'exclusions');
  for (const { track, industries, totalWan, fixedAssetWan, countyTotalWan } of rules.thresholds) {
    insistOn(track === null || TRACKS.includes(track), 'track');
    insistOn(
      areTexts(industries, (text) => PREFIX.test(text)),
      'industries',
    );
    insistOn([totalWan, fixedAssetWan, countyTotalWan].every(isAmount), 'amounts');
    const isUnder =
      totalWan === null || countyTotalWan === null || exactly(countyTotalWan).compare(exactly(totalWan)) <= 0;
    insistOn(isUnder, 'the county line is above the city line');
  }
  for (const { on, industries, words } of rules.exclusions) {
    insistOn(typeof on === 'boolean', 'switch');
    insistOn(
      areTexts(industries, (text) => PREFIX.test(text)),
      'industries',
    );
    insistOn(
      areTexts(words, (text) => text.length > 0 && text.length <= 20),
      'words',
    );
  }
  insistOn(isAmount(rules.governmentPercent) && rules.governmentPercent !== null, 'percent');
  insistOn(exactly(rules.governmentPercent).compare(100) <= 0, 'percent');
  insistOn(typeof rules.countyOwned === 'boolean', 'county rule');
  insistOn(isAmount(rules.leadingTotalWan), 'leading group');
  return rules;
}

/** What the city judges itself, and who judges the rest; changed on `/admin/settings/scope-rules`. */
export const SCOPE_RULES: Setting<ScopeRules> = {
  key: 'scope-rules',
  preset: SCOPE_PRESET,
  read: readScopeRules,
};
