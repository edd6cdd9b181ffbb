import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql, type Sql } from '../database/sql';
import type { Track } from '../domain/lead/dictionaries';
import { intakeDue, intakeOverdue, type IntakeOverdue } from '../domain/lead/intake-clock';
import type { LeadState } from '../domain/lead/states';
import type { PromiseEnd } from '../domain/promise/due';
import type { Instant } from '../domain/shared/instant';
import type { PromisePause } from '../promises/pause.entity';
import { PromiseTimes, type PromiseTime } from '../promises/promise-times.service';

/** By it a database finds the leads whose intake check is overdue, pauses reckoned in. */
export interface LeadsOverdue extends IntakeOverdue {
  /** Leads that would be overdue but for a pause of their promise, one that runs or one that has ended. */
  readonly excused: readonly string[];
}

interface PausedRow {
  readonly id: string;
  readonly stateAt: Instant;
  readonly track: Track | null;
  readonly totalInvestment: number | null;
}

/** Reads which leads are overdue at intake: for counts and filters the same as the page of what is late says. */
@Injectable()
export class LeadOverdueQueries {
  constructor(
    private readonly reader: Reader,
    private readonly times: PromiseTimes,
  ) {}

  /** Beside the calendar and the limits at most two statements: few leads that would be late were ever paused. */
  async now(): Promise<PromiseTime & { readonly overdue: LeadsOverdue }> {
    const time = await this.times.time();
    const bare = { ...intakeOverdue(time.calendar, time.now, time.limits), excused: [] };
    return { ...time, overdue: { ...bare, excused: await this.excused(bare, time) } };
  }

  /** When the intake check of each of these ends that are submitted, pauses reckoned in; one statement. */
  async ends(
    leads: readonly (PausedRow & { readonly state: LeadState })[],
    time: PromiseTime,
  ): Promise<Map<string, PromiseEnd>> {
    const waiting = leads.filter(({ state }) => state === 'submitted');
    const pauses = await this.times.pauses(waiting.map(({ id }) => id));
    return new Map(waiting.map((lead) => [lead.id, this.endOf(lead, pauses, time)]));
  }

  private endOf(lead: PausedRow, pauses: readonly PromisePause[], time: PromiseTime): PromiseEnd {
    const { id: leadId, stateAt: begunAt } = lead;
    const dueAt = intakeDue(time.calendar, begunAt, lead, time.limits);
    return this.times.endOf({ kind: 'intake', leadId, begunAt, dueAt }, pauses, time);
  }

  private async excused(bare: LeadsOverdue, time: PromiseTime): Promise<string[]> {
    const rows = await this.reader.rows<PausedRow>(
      sql`select lead.id, lead.state_at as "stateAt", lead.track, lead.total_investment as "totalInvestment"
          from lead where lead.id in (select paused.lead_id from promise_pause paused where paused.kind = 'intake'
            and paused.begun_at is not null) and ${overdueAtIntake(bare)}`,
    );
    const pauses = await this.times.pauses(rows.map(({ id }) => id));
    return rows.flatMap((row) => {
      const end = this.endOf(row, pauses, time);
      return end.pausedUntil === null && time.now > end.dueAt ? [] : [row.id];
    });
  }
}

/** Leads whose intake check is overdue, and neither paused nor in time because of an earlier pause. */
export function overdueAtIntake({
  before,
  longBefore,
  largeFrom,
  specialistTracks,
  excused,
}: LeadsOverdue): Sql {
  const late = sql`lead.tab = 'submitted' and lead.submitted_at < ${before} and lead.state_at < ${before}
    and (lead.state_at < ${longBefore} or (coalesce(lead.total_investment, 0) < ${largeFrom}
      and (lead.track is null or lead.track not in ${sql.list(specialistTracks)})))`;
  return excused.length === 0 ? late : sql`${late} and lead.id not in ${sql.list(excused)}`;
}
