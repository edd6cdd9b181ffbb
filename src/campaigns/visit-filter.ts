import {
  LEADER_LEVELS,
  VISIT_RESULTS,
  type LeaderLevel,
  type VisitResult,
} from '../domain/campaign/campaign';
import { plainKey } from '../domain/chain/chain';

export interface VisitFilter {
  /** Part of the firm's name, without what does not tell names apart. */
  readonly q: string;
  readonly asked: string;
  readonly campaign: string;
  readonly unit: string;
  readonly level: LeaderLevel | null;
  readonly result: VisitResult | null;
  readonly sort: '-day' | 'day';
  /** From 1. */
  readonly page: number;
}

export const VISIT_PAGE = 30;

/** Reads the query of an address; what is not known counts as not given. */
export function readVisitFilter(query: Readonly<Record<string, unknown>>): VisitFilter {
  const text = (name: string): string => {
    const given = query[name];
    return typeof given === 'string' ? given.normalize('NFKC').trim().slice(0, 60) : '';
  };
  const page = /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    q: plainKey(text('q')),
    asked: text('q'),
    campaign: text('campaign').slice(0, 26),
    unit: text('unit').slice(0, 26),
    level: LEADER_LEVELS.find((one) => one === text('level')) ?? null,
    result: VISIT_RESULTS.find((one) => one === text('result')) ?? null,
    sort: text('sort') === 'day' ? 'day' : '-day',
    page: Math.min(page, 500),
  };
}

/** The address of the list with some of it changed; `path` may be that of the sheet. */
export function visitsHref(
  filter: VisitFilter,
  changes: Partial<VisitFilter> = {},
  path = '/visits',
): string {
  const merged = { ...filter, page: 1, ...changes };
  const parts: [string, string][] = [
    ['q', merged.asked],
    ['campaign', merged.campaign],
    ['unit', merged.unit],
    ['level', merged.level ?? ''],
    ['result', merged.result ?? ''],
    ['sort', merged.sort === '-day' ? '' : merged.sort],
    ['page', merged.page === 1 ? '' : String(merged.page)],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}
