import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { promiseLimits, type PromiseLimits } from '../domain/promise/limits';
import { isPausing, spanOf } from '../domain/promise/pause';
import { dueAfterPauses, type PromiseEnd } from '../domain/promise/due';
import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { PromisePause } from './pause.entity';

/** What terms are reckoned with, at one moment. */
export interface PromiseTime {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly limits: PromiseLimits;
}

/** One period of a promise. */
export interface PromisePeriod {
  readonly kind: string;
  readonly leadId: string;
  readonly begunAt: Instant;
  /** Without pauses. */
  readonly dueAt: Instant;
}

/** The limits, the calendar and the pauses together: when a promise ends. */
@Injectable()
export class PromiseTimes {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly settings: CitySettingsQueries,
  ) {}

  async time(source?: Source): Promise<PromiseTime> {
    const [calendar, limits] = await Promise.all([
      this.calendars.current(source),
      this.settings.value(promiseLimits, source),
    ]);
    return { now: this.clock.now(), calendar, limits };
  }

  /** Every pause of these leads, the earliest first; one statement. */
  pauses(leadIds: readonly string[], source: Source = this.reader): Promise<PromisePause[]> {
    if (leadIds.length === 0) return Promise.resolve([]);
    return source.find(
      PromisePause,
      sql`where lead_id in ${sql.list([...new Set(leadIds)])} order by asked_at, id`,
    );
  }

  /** The end of one period with those of its lead's pauses that fall into it. */
  endOf(
    { kind, leadId, begunAt, dueAt }: PromisePeriod,
    pauses: readonly PromisePause[],
    { now, calendar }: Pick<PromiseTime, 'now' | 'calendar'>,
  ): PromiseEnd {
    const own = pauses.filter(
      (pause) => pause.leadId === leadId && pause.kind === kind && (pause.begunAt ?? '') >= begunAt,
    );
    const spans = own.flatMap((pause) => spanOf(pause) ?? []);
    return {
      dueAt: dueAfterPauses(calendar, dueAt, spans),
      pausedUntil: own.find((pause) => isPausing(pause, now))?.until ?? null,
    };
  }
}
