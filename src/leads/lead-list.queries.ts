import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import { neverJudges } from '../domain/access/lead-access';
import { holds, type Viewer } from '../domain/access/viewer';
import type { Track } from '../domain/lead/dictionaries';
import type { DuplicateGrade } from '../domain/lead/duplicates';
import type { LeadState } from '../domain/lead/states';
import { HostsQueries, type HostCard } from '../hosts/hosts.queries';
import { countedTo, type LeadFilter } from './lead-filter';
import { planSearch, SEARCH_REACH, type LeadSearch } from './lead-search.queries';
import { notKeptFrom } from './lead-interests.queries';
import { overdueAtIntake, type LeadsOverdue } from './lead-overdue.queries';
import { LEAD_TABS, type LeadTab } from './lead-tabs';

/** A row of the list. Amounts in hundredths of 万元. */
export interface LeadRow {
  readonly id: string;
  readonly number: string | null;
  readonly state: LeadState;
  readonly track: Track | null;
  readonly title: string;
  readonly investorName: string;
  readonly totalInvestment: number | null;
  readonly fixedAsset: number | null;
  readonly createdAt: string;
  readonly stateAt: string;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  readonly duplicateGrade: DuplicateGrade | null;
  readonly unitName: string;
  readonly hostName: string | null;
  readonly hosts: number;
  readonly statements: number;
  readonly wanted: 0 | 1;
}

export interface LeadList {
  readonly rows: readonly LeadRow[];
  readonly hasNext: boolean;
  /** Leads that meet the filter; counting stops at one above `countedTo`. */
  readonly total: number;
  readonly tabs: ReadonlyMap<LeadTab | 'all', number>;
  /** Submitted leads whose intake is overdue; counting stops as well. */
  readonly overdue: number;
  readonly hosts: readonly HostCard[];
  /** The words were too common: so many of the newest leads were looked at; null where all were. */
  readonly newestOnly: number | null;
  /** Whether the viewer's own leads are listed rather than everybody's. */
  readonly own: boolean;
}

/** Reads the lead list, at the same cost for a thousand leads and for a hundred thousand. */
@Injectable()
export class LeadListQueries {
  constructor(
    private readonly reader: Reader,
    private readonly hosts: HostsQueries,
  ) {}

  /** A scout's own leads, or all reported ones. */
  async list(viewer: Viewer, filter: LeadFilter, overdue: LeadsOverdue): Promise<LeadList> {
    const own = !seesAll(viewer);
    const hosts = await this.hosts.all();
    const search = await planSearch(this.reader, filter.q, own);
    const reported = sql`lead.submitted_at is not null`;
    const others = neverJudges(viewer) ? reported : sql`${reported} and ${notKeptFrom(viewer)}`;
    const scope = own ? sql`lead.scout_id = ${viewer.personId}` : others;
    const narrowed = conditions(filter, hosts);
    const asked = { search, where: [scope, ...narrowed], filter, own };
    const bare = narrowed.length === 0 && !own && neverJudges(viewer);
    const rows = await this.rows(asked);
    const counts = await this.counts(asked, scope, overdue, bare);
    const tooMany = search.by === 'texts' && (counts.get('all') ?? 0) > countedTo && !own;
    return {
      rows: rows.slice(0, filter.size),
      hasNext: rows.length > filter.size,
      total: counts.get('total') ?? 0,
      overdue: counts.get('overdue') ?? 0,
      tabs: counts as ReadonlyMap<LeadTab | 'all', number>,
      hosts,
      newestOnly: tooMany || (search.by === 'pairs' && search.since !== '') ? SEARCH_REACH : null,
      own,
    };
  }

  /** The ids of the page from an index alone, then what they show: cross joins keep SQLite from turning it round. */
  private rows(asked: Asked): Promise<LeadRow[]> {
    const { filter, own } = asked;
    const page = sql`select lead.id ${selection(asked)} order by ${selectedOrder(asked)} limit ${filter.size + 1}
      offset ${(filter.page - 1) * filter.size}`;
    return this.reader.rows<LeadRow>(
      sql`select lead.id, lead.number, lead.state, lead.track, lead.title, lead.investor_name as "investorName",
            lead.total_investment as "totalInvestment", lead.fixed_asset as "fixedAsset",
            lead.created_at as "createdAt", lead.state_at as "stateAt", lead.submitted_at as "submittedAt",
            lead.accepted_at as "acceptedAt", lead.duplicate_grade as "duplicateGrade",
            unit.name as "unitName", host.name as "hostName",
            cast((select count(*) from lead_host where lead_id = lead.id) as integer) as hosts,
            cast((select count(distinct host_id) from host_statement where lead_id = lead.id) as integer)
              as statements,
            lead.wanted
          from (${page}) as page cross join lead cross join unit
          left join host on host.id = lead.first_host_id
          where lead.id = page.id and unit.id = lead.scout_unit_id order by ${order(filter, own)}`,
    );
  }

  /** All numbers of the page in one statement, each bounded and read in the order of an index. */
  private async counts(
    asked: Asked,
    scope: Sql,
    overdue: LeadsOverdue,
    bare: boolean,
  ): Promise<Map<string, number>> {
    const { own, search } = asked;
    const listed = sql.raw(own ? ' order by lead.listed_at desc' : ' order by lead.submitted_at desc');
    const tabs = LEAD_TABS.filter((tab) => own || tab !== 'draft');
    const late = overdueAtIntake(overdue);
    const parts: [name: string, rest: Sql, most: number][] = [
      [
        'total',
        bare && search.by === 'pairs' && search.byPairsAlone ? holders(search) : counted(asked),
        countedTo,
      ],
      ['all', sql`from lead where ${scope}${listed}`, countedTo],
      ...(own
        ? []
        : [['overdue', sql`from lead where ${scope} and ${late}${listed}`, 99] as [string, Sql, number]]),
      ...tabs.map((tab): [string, Sql, number] => [
        tab,
        sql`from lead where ${scope} and lead.tab = ${tab}${listed}`,
        countedTo,
      ]),
    ];
    const rows = await this.reader.rows<{ name: string; counted: number | string }>(
      sql.join(
        parts.map(
          ([name, rest, most]) =>
            sql`select ${name} as name, count(*) as counted from (select 1 ${rest} limit ${most + 1}) as bounded`,
        ),
        ' union all ',
      ),
    );
    return new Map(rows.map(({ name, counted }) => [name, Number(counted)]));
  }
}

/** A list that is asked for. */
export interface Asked {
  readonly search: LeadSearch;
  readonly where: readonly Sql[];
  readonly filter: LeadFilter;
  readonly own: boolean;
}

/** Who works on everybody's leads. */
export function seesAll(viewer: Viewer): boolean {
  return holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
}

export function conditions(filter: LeadFilter, hosts: readonly HostCard[]): Sql[] {
  const { tab, state, track, tier, host, target } = filter;
  const known = hosts.find(({ code }) => code === host);
  return [
    ...(state !== null ? [sql`lead.state = ${state}`] : []),
    // Among the leads of a tier a state is read from its tab.
    ...(tab !== null && (state === null || tier !== null) ? [sql`lead.tab = ${tab}`] : []),
    ...(track === null ? [] : [sql`lead.track = ${track}`]),
    ...(tier === null ? [] : [sql`lead.tier = ${tier}`]),
    ...(target ? [sql`lead.wanted = 1`] : []),
    ...(host === '' ? [] : [sql`lead.first_host_id = ${known?.id ?? ''}`]),
  ];
}

/** An order that an index has, ending with the id so that no row is on two pages. */
function order({ sort }: LeadFilter, own: boolean): Sql {
  const direction = sql.raw(sort.startsWith('-') ? 'desc' : 'asc');
  const column = sql.raw(
    sort.endsWith('total') ? 'lead.total_investment' : own ? 'lead.listed_at' : 'lead.submitted_at',
  );
  const last =
    own && sort.endsWith('total') ? sql`case when ${column} is null then 1 else 0 end, ` : sql.empty;
  return sql`${last}${column} ${direction}, lead.id ${direction}`;
}

/** The order in which the page is selected: for a search that of the holders it walks along. */
function selectedOrder({ search, filter, own }: Asked): Sql {
  if (search.by !== 'pairs' || filter.sort.endsWith('total')) return order(filter, own);
  const direction = sql.raw(filter.sort.startsWith('-') ? 'desc' : 'asc');
  return sql`held.listed_at ${direction}, held.lead_id ${direction}`;
}

/** Holders of the pairs without their leads: only what was reported has pairs. */
function holders({ gram, since, conditions: also }: Extract<LeadSearch, { by: 'pairs' }>): Sql {
  return sql`from lead_gram held${sql.where([
    sql`held.gram = ${gram}`,
    sql`held.listed_at >= ${since}`,
    ...also,
  ])}`;
}

/** What is counted, in the order in which every filter has an index: an order by amount would be sorted for nothing. */
function counted(asked: Asked): Sql {
  const order = asked.own
    ? sql.raw(' order by lead.listed_at desc')
    : sql.raw(' order by lead.submitted_at desc');
  return asked.search.by === 'nothing' ? sql`${selection(asked)}${order}` : selection(asked);
}

/** What the page and its count are selected from. */
export function selection({ search, where, filter, own }: Asked): Sql {
  switch (search.by) {
    case 'nothing':
      return sql`from lead${sql.where(where)}`;
    case 'exact':
      return sql`from lead${sql.where([search.condition, ...where])}`;
    case 'pairs': {
      const holders = [sql`held.gram = ${search.gram}`, sql`held.listed_at >= ${search.since}`];
      // A cross join, so that SQLite starts from the holders of the pair.
      return sql`from lead_gram held cross join lead${sql.where([
        ...holders,
        ...search.conditions,
        sql`lead.id = held.lead_id`,
        ...where,
      ])}`;
    }
    case 'texts':
      return sql`from (select lead.id, lead.title, lead.investor_name, lead.submitted_at, lead.listed_at,
          lead.total_investment from lead${sql.where(where)} order by ${order(filter, own)}
          limit ${SEARCH_REACH}) as lead${sql.where(search.conditions)}`;
  }
}
