import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { type Sql, sql } from '../database/sql';
import type { Track } from '../domain/lead/dictionaries';
import type { DuplicateGrade } from '../domain/lead/duplicates';
import type { Tier } from '../domain/lead/scope-rules';
import type { Instant } from '../domain/shared/instant';
import { HostsQueries, type HostCard } from '../hosts/hosts.queries';
import { overdueAtIntake, type LeadsOverdue } from '../leads/lead-overdue.queries';
import { answersTo } from '../leads/lead-search.queries';
import { INTAKE_SIZE, INTAKE_VIEWS, type IntakeFilter, type IntakeView } from './intake-filter';

/** A lead in the queue. Amounts in hundredths of 万元. */
export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly track: Track | null;
  readonly totalInvestment: number | null;
  readonly fixedAsset: number | null;
  readonly revision: number;
  readonly duplicateGrade: DuplicateGrade | null;
  readonly tier: Tier | null;
  readonly submittedAt: Instant;
  /** When it was handed in last: from here the promise runs. */
  readonly stateAt: Instant;
  readonly unitName: string;
  readonly scoutName: string;
  readonly hostName: string | null;
}

export interface IntakeQueue {
  readonly rows: readonly QueueRow[];
  /** Leads that meet the filter; counting stops at one above `QUEUE_COUNTED_TO`. */
  readonly total: number;
  readonly views: ReadonlyMap<IntakeView, number>;
  readonly hosts: readonly HostCard[];
}

export const QUEUE_COUNTED_TO = 999;
/** Leads in one spreadsheet at the most. */
const SHEET_ROWS = 2000;

/** Reads the leads that wait for the secretariat, the earliest reported first. */
@Injectable()
export class IntakeQueueQueries {
  constructor(
    private readonly reader: Reader,
    private readonly hosts: HostsQueries,
  ) {}

  /** Three statements. `overdue`: by it the late ones are found. */
  async page(filter: IntakeFilter, overdue: LeadsOverdue): Promise<IntakeQueue> {
    const hosts = await this.hosts.all();
    const where = conditions(filter, hosts, overdue);
    const rows = await this.rows(where, INTAKE_SIZE, (filter.page - 1) * INTAKE_SIZE);
    const counts = await this.counts(where, overdue);
    return { rows, total: counts.get('total') ?? 0, views: counts as ReadonlyMap<IntakeView, number>, hosts };
  }

  /** Everything that meets the filter, for a spreadsheet. */
  async all(filter: IntakeFilter, overdue: LeadsOverdue): Promise<QueueRow[]> {
    return this.rows(conditions(filter, await this.hosts.all(), overdue), SHEET_ROWS, 0);
  }

  /** These leads of the queue, in its order; what has left the queue is missing. */
  some(ids: readonly string[]): Promise<QueueRow[]> {
    return this.rows([sql`lead.tab = 'submitted'`, sql`lead.id in ${sql.list(ids)}`], ids.length, 0);
  }

  /** The lead to open once this one is decided: the next in the queue under the same filter, else the one before. */
  async beside(filter: IntakeFilter, id: string, overdue: LeadsOverdue): Promise<string> {
    const hosts = filter.host === '' ? [] : await this.hosts.all();
    const where = conditions(filter, hosts, overdue);
    const find = (comparison: string, direction: string): Promise<{ id: string } | null> =>
      this.reader.one<{ id: string }>(
        sql`select lead.id from lead join lead here on here.id = ${id} ${sql.where([
          ...where,
          sql`(lead.submitted_at ${sql.raw(comparison)} here.submitted_at or (lead.submitted_at = here.submitted_at
            and lead.id ${sql.raw(comparison)} here.id))`,
        ])} order by lead.submitted_at ${sql.raw(direction)}, lead.id ${sql.raw(direction)} limit 1`,
      );
    return ((await find('>', 'asc')) ?? (await find('<', 'desc')))?.id ?? '';
  }

  private rows(where: readonly Sql[], most: number, offset: number): Promise<QueueRow[]> {
    return this.reader.rows<QueueRow>(
      sql`select lead.id, lead.number, lead.title, lead.investor_name as "investorName", lead.track,
            lead.total_investment as "totalInvestment", lead.fixed_asset as "fixedAsset", lead.revision,
            lead.duplicate_grade as "duplicateGrade", lead.tier, lead.submitted_at as "submittedAt",
            lead.state_at as "stateAt", unit.name as "unitName", person.name as "scoutName",
            host.name as "hostName"
          from lead join unit on unit.id = lead.scout_unit_id join person on person.id = lead.scout_id
          left join host on host.id = lead.first_host_id
          ${sql.where(where)} order by lead.submitted_at, lead.id limit ${most} offset ${offset}`,
    );
  }

  private async counts(where: readonly Sql[], overdue: LeadsOverdue): Promise<Map<string, number>> {
    const parts: [string, Sql][] = [
      ['total', sql.where(where)],
      ...INTAKE_VIEWS.map((view): [string, Sql] => [view, sql.where(inView(view, overdue))]),
    ];
    const rows = await this.reader.rows<{ name: string; counted: number | string }>(
      sql.join(
        parts.map(
          ([name, rest]) => sql`select ${name} as name, count(*) as counted
            from (select 1 from lead ${rest} limit ${QUEUE_COUNTED_TO + 1}) as bounded`,
        ),
        ' union all ',
      ),
    );
    return new Map(rows.map(({ name, counted }) => [name, Number(counted)]));
  }
}

function inView(view: IntakeView, overdue: LeadsOverdue): Sql[] {
  const queue = sql`lead.tab = 'submitted'`;
  switch (view) {
    case 'all':
      return [queue];
    case 'late':
      return [overdueAtIntake(overdue)];
    case 'alike':
      return [queue, sql`lead.duplicate_grade in ('a', 'b')`];
    case 'again':
      return [queue, sql`lead.revision > 1`];
  }
}

function conditions(filter: IntakeFilter, hosts: readonly HostCard[], overdue: LeadsOverdue): Sql[] {
  const known = hosts.find(({ code }) => code === filter.host);
  return [
    ...inView(filter.view, overdue),
    ...(filter.track === null ? [] : [sql`lead.track = ${filter.track}`]),
    ...(filter.host === '' ? [] : [sql`lead.first_host_id = ${known?.id ?? ''}`]),
    ...answersTo(filter.q),
  ];
}
