import { TURNS, type Turn } from '../domain/promise/turn';

export const LATE_STANDINGS = ['late', 'soon', 'running', 'paused'] as const;
export type LateStanding = (typeof LATE_STANDINGS)[number];
export const LATE_SORTS = ['due', '-due', 'kind', 'unit'] as const;
export type LateSort = (typeof LATE_SORTS)[number];
export const lateSizes = [20, 50, 100] as const;

/** What the list is narrowed to; '' for no condition. */
export interface LateFilter {
  readonly standing: LateStanding | '';
  readonly kind: string;
  readonly turn: Turn | '';
  readonly unitId: string;
  readonly sort: LateSort;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Reads the query of an address; what is not understood narrows nothing. Without a standing: what is late. */
export function readLateFilter(asked: Readonly<Record<string, unknown>>): LateFilter {
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.trim().slice(0, 40) : '';
  };
  const page = /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1;
  const standing = text('standing') === 'all' ? '' : LATE_STANDINGS.find((one) => one === text('standing'));
  return {
    standing: standing ?? 'late',
    kind: /^[a-zA-Z]{1,20}$/.test(text('kind')) ? text('kind') : '',
    turn: TURNS.find((one) => one === text('turn')) ?? '',
    unitId: text('unit'),
    sort: LATE_SORTS.find((one) => one === text('sort')) ?? 'due',
    size: lateSizes.find((one) => String(one) === text('size')) ?? lateSizes[0],
    page,
  };
}

/** The address of the list with some of it changed; what is as usual is left out. */
export function lateHref(filter: LateFilter, changes: Partial<LateFilter> = {}, path = '/late'): string {
  const { standing, kind, turn, unitId, sort, page, size } = { ...filter, page: 1, ...changes };
  const parts: [string, string][] = [
    ['standing', standing === 'late' ? '' : standing === '' ? 'all' : standing],
    ['kind', kind],
    ['turn', turn],
    ['unit', unitId],
    ['sort', sort === 'due' ? '' : sort],
    ['size', size === lateSizes[0] ? '' : String(size)],
    ['page', page === 1 ? '' : String(page)],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}
