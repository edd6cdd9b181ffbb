import { TRACKS, type Track } from '../domain/lead/dictionaries';
import { TIERS, type Tier } from '../domain/lead/scope-rules';
import { LEAD_STATES, type LeadState } from '../domain/lead/states';
import { LEAD_TABS, tabOf, type LeadTab } from './lead-tabs';

export const LEAD_SORTS = ['-submitted', 'submitted', '-total', 'total'] as const;
export type LeadSort = (typeof LEAD_SORTS)[number];

export const PAGE_SIZES = [20, 50, 100] as const;

/** What a list is asked for; unknown values in an address count as not given. */
export interface LeadFilter {
  readonly q: string;
  readonly tab: LeadTab | null;
  /** A single state, where the address names one that its tab shares with others. */
  readonly state: LeadState | null;
  readonly track: Track | null;
  /** Who judges it. */
  readonly tier: Tier | null;
  /** Code of the first-choice host. */
  readonly host: string;
  /** Only leads of target firms and those that speak of a gap. */
  readonly target: boolean;
  readonly sort: LeadSort;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Counts go no further: a list says "1,000+". */
export const countedTo = 1_000;

/** Beyond this many rows nobody pages; filters find it faster. */
export const DEEPEST = 5_000;

const oneOf = <T extends string>(list: readonly T[], given: unknown): T | null =>
  list.find((value) => value === given) ?? null;

const text = (given: unknown): string => (typeof given === 'string' ? given.normalize('NFKC').trim() : '');

/** Reads the query of an address. */
export function readLeadFilter(query: Readonly<Record<string, unknown>>): LeadFilter {
  const state = oneOf(LEAD_STATES, query['state']);
  const tab = oneOf(LEAD_TABS, query['state']) ?? (state === null ? null : tabOf(state));
  const size = PAGE_SIZES.find((n) => String(n) === query['size']) ?? PAGE_SIZES[0];
  const page = /^\d{1,4}$/.test(text(query['page'])) ? Number(query['page']) : 1;
  return {
    q: text(query['q']).slice(0, 100),
    tab,
    state: oneOf(LEAD_TABS, query['state']) === null ? state : null,
    track: oneOf(TRACKS, query['track']),
    tier: oneOf(TIERS, query['tier']),
    host: text(query['host']).slice(0, 40),
    target: query['target'] === '1',
    sort: oneOf(LEAD_SORTS, query['sort']) ?? '-submitted',
    size,
    page: Math.max(1, Math.min(page, Math.floor(DEEPEST / size))),
  };
}

/** The address of the list with some of it changed; what is as usual is left out. */
export function leadListHref(filter: LeadFilter, changes: Partial<LeadFilter> = {}): string {
  const next = { page: 1, ...changes };
  const merged = { ...filter, ...next };
  const state = merged.state ?? merged.tab ?? '';
  const parts: [string, string][] = [
    ['q', merged.q],
    ['state', state],
    ['track', merged.track ?? ''],
    ['tier', merged.tier ?? ''],
    ['host', merged.host],
    ['target', merged.target ? '1' : ''],
    ['sort', merged.sort === '-submitted' ? '' : merged.sort],
    ['size', merged.size === PAGE_SIZES[0] ? '' : String(merged.size)],
    ['page', merged.page === 1 ? '' : String(merged.page)],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? '/leads' : `/leads?${query}`;
}
