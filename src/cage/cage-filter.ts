import { Sql, sql } from '../database/sql';
import { CAGE_TERMS } from '../domain/cage/clocks';
import { STAGES, type ProjectState } from '../domain/cage/stages';
import { addDays, beijingDay, endOfDay, type Instant } from '../domain/shared/instant';

export const LIST_LIGHTS = ['green', 'amber', 'red'] as const;
export type ListLight = (typeof LIST_LIGHTS)[number];

export const SORTS = ['cageNo', 'total', 'entered'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of projects is narrowed to and ordered by; null and '' for everything. */
export interface CageFilter {
  readonly stage: ProjectState | null;
  readonly light: ListLight | null;
  readonly sponsorId: string | null;
  readonly hostId: string | null;
  readonly q: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly page: number;
  readonly size: number;
}

export const PAGE_SIZES = [20, 50, 100] as const;

/** Reads the filter from the address; what makes no sense there counts as not given. */
export function readFilter(query: Readonly<Record<string, unknown>>): CageFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.normalize('NFKC').trim() : '';
  };
  const one = <T extends string>(list: readonly T[], name: string): T | null =>
    list.find((entry) => entry === text(name)) ?? null;
  const size = Number(text('size'));
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1;
  const sort = text('sort');
  return {
    stage: one<ProjectState>([...STAGES, 'exited'], 'stage'),
    light: one(LIST_LIGHTS, 'light'),
    sponsorId: idIn(text('sponsor')),
    hostId: idIn(text('host')),
    q: text('q').slice(0, 60),
    sort: SORTS.find((entry) => entry === sort.replace(/^-/, '')) ?? 'cageNo',
    descending: sort === '' || sort.startsWith('-'),
    page,
    size: PAGE_SIZES.find((entry) => entry === size) ?? 20,
  };
}

/** The same filter as an address; only what differs from the bare list is in it. */
export function filterHref(filter: CageFilter, changes: Partial<CageFilter> = {}): string {
  const { stage, light, sponsorId, hostId, q, sort, descending, page, size } = {
    ...filter,
    page: 1,
    ...changes,
  };
  const ordered = sort === 'cageNo' && descending ? null : `${descending ? '-' : ''}${sort}`;
  const given: [string, string | null][] = [
    ['stage', stage],
    ['light', light],
    ['sponsor', sponsorId],
    ['host', hostId],
    ['q', q === '' ? null : q],
    ['sort', ordered],
    ['page', page === 1 ? null : String(page)],
    ['size', size === 20 ? null : String(size)],
  ];
  const query = new URLSearchParams(
    given.filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
  return query === '' ? '/cage' : `/cage?${query}`;
}

/**
 * The conditions of a filter but for its stage, which the tabs count. A project whose investor is `hidden` is found by
 * its number alone: its words would tell whom they mean.
 */
export function conditionsOf(filter: CageFilter, now: Instant, hidden: Sql): Sql[] {
  const { light, sponsorId, hostId, q } = filter;
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, (symbol) => `\\${symbol}`)}%`;
  return [
    light === null ? null : lightIs(light, now),
    sponsorId === null ? null : sql`project.sponsor_id = ${sponsorId}`,
    hostId === null ? null : sql`project.host_id = ${hostId}`,
    q === ''
      ? null
      : sql`(case when ${hidden} then lower(project.cage_no) else project.search_text end) like ${pattern} escape '\\'`,
  ].filter((condition) => condition !== null);
}

const columns: Readonly<Record<Sort, Sql>> = {
  cageNo: sql.raw('project.cage_no'),
  total: sql.raw('coalesce(project.total_investment, 0)'),
  entered: sql.raw('project.entered_at'),
};

/** The order, always ending in the number so that pages never overlap. */
export function orderOf({ sort, descending }: CageFilter): Sql {
  const direction = sql.raw(descending ? ' desc' : ' asc');
  return sql`${columns[sort]}${direction}, project.cage_no${direction}`;
}

/** The earliest condition of an admission that is open; for a project back with the panel the one it was missed. */
export const CONDITION_DUE = sql.raw(`(select min(wanted.due_on) from admission_condition wanted
  where wanted.lead_id = project.lead_id and wanted.state in
    ('open', case when project.recalled_at is null then 'open' else 'returned' end))`);

/** The clocks of this list as conditions; they say the same as the lights of `light.views`. */
function lightIs(light: ListLight, now: Instant): Sql {
  const today = beijingDay(now);
  const longAgo = addDays(today, -(CAGE_TERMS.redAfterDays + 1));
  const late = sql`((project.five_ones_completed_at is null and project.five_ones_due_at < ${now})
    or coalesce(project.stage_due_on, '9999-12-31') < ${today}
    or (project.stage <> 'exited' and coalesce(${CONDITION_DUE}, '9999-12-31') < ${today}))`;
  const veryLate = sql`((project.five_ones_completed_at is null and project.five_ones_due_at <= ${endOfDay(longAgo)})
    or coalesce(project.stage_due_on, '9999-12-31') <= ${longAgo}
    or (project.stage <> 'exited' and (project.recalled_at is not null
      or coalesce(${CONDITION_DUE}, '9999-12-31') <= ${longAgo})))`;
  if (light === 'red') return veryLate;
  return light === 'amber' ? sql`(${late} and not ${veryLate})` : sql`not ${late}`;
}

const idIn = (text: string): string | null => (/^[0-9a-z]{1,26}$/.test(text) ? text : null);
