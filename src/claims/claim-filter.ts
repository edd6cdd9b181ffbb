export const CLAIM_LIGHTS = ['green', 'amber', 'red', 'paused'] as const;
export type ClaimLightFilter = (typeof CLAIM_LIGHTS)[number];
export const CLAIM_SORTS = ['-reported', 'reported', 'lapses'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

export const CLAIM_PAGE_SIZES = [20, 50, 100] as const;
/** Counts go no further: a list says "1,000+". */
export const countedTo = 1_000;
const DEEPEST = 5_000;

/** What the list of first reports is asked for; unknown values in an address count as not given. */
export interface ClaimFilter {
  /** A lead's number, or the beginning of the scout's or the unit's name. */
  readonly q: string;
  readonly light: ClaimLightFilter | null;
  readonly sort: ClaimSort;
  readonly page: number;
  readonly size: number;
}

const oneOf = <T extends string>(list: readonly T[], given: unknown): T | null =>
  list.find((value) => value === given) ?? null;

export function readClaimFilter(query: Readonly<Record<string, unknown>>): ClaimFilter {
  const q = typeof query['q'] === 'string' ? query['q'].normalize('NFKC').trim().slice(0, 60) : '';
  const size = CLAIM_PAGE_SIZES.find((n) => String(n) === query['size']) ?? CLAIM_PAGE_SIZES[0];
  const page =
    typeof query['page'] === 'string' && /^[1-9]\d{0,3}$/.test(query['page']) ? Number(query['page']) : 1;
  return {
    q,
    light: oneOf(CLAIM_LIGHTS, query['light']),
    sort: oneOf(CLAIM_SORTS, query['sort']) ?? '-reported',
    size,
    page: Math.min(page, Math.floor(DEEPEST / size)),
  };
}

/** The address of the list with some of it changed; what is as usual is left out. */
export function claimListHref(
  filter: ClaimFilter,
  changes: Partial<ClaimFilter> = {},
  path = '/claims',
): string {
  const { q, light, sort, size, page } = { ...filter, page: 1, ...changes };
  const parts: [string, string][] = [
    ['q', q],
    ['light', light ?? ''],
    ['sort', sort === '-reported' ? '' : sort],
    ['size', size === CLAIM_PAGE_SIZES[0] ? '' : String(size)],
    ['page', page === 1 ? '' : String(page)],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}
