import { Injectable } from '@nestjs/common';
import { CalendarDay } from '../calendar/calendar-day.entity';
import { Calendars } from '../calendar/calendars';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { digestOf } from '../ledger/chain';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import type { CalendarEntry } from './calendar-entry';

/** Keeps the working calendar, a year at a time, as the State Council announces it. */
@Injectable()
export class CalendarYears {
  constructor(
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly ledger: Ledger,
  ) {}

  /** The departures from Monday to Friday in a year, in order. */
  days(year: number): Promise<CalendarEntry[]> {
    return this.reader.find(CalendarDay, sql`where day like ${`${year}-%`} order by day`);
  }

  /** How many holidays and make-up days each year has that is loaded. */
  async years(): Promise<{ year: number; holidays: number; workdays: number }[]> {
    const rows = await this.reader.rows<{ year: string; kind: string; n: number | string }>(
      sql`select substr(day, 1, 4) as year, kind, count(*) as n from calendar_day
          group by substr(day, 1, 4), kind order by 1 desc, 2`,
    );
    const of = (year: string, kind: string): number =>
      Number(rows.find((row) => row.year === year && row.kind === kind)?.n ?? 0);
    return [...new Set(rows.map(({ year }) => year))].map((year) => ({
      year: Number(year),
      holidays: of(year, 'holiday'),
      workdays: of(year, 'workday'),
    }));
  }

  /**
   * Puts the days of a year in place of those it had, from now on; terms that run end by the new calendar. The same days
   * again change nothing. @returns whether anything changed
   */
  replace(viewer: Viewer, year: number, days: readonly CalendarEntry[], reason: string): Promise<boolean> {
    return this.work.run(async (tx) => {
      const held = await tx.find(CalendarDay, sql`where day like ${`${year}-%`} order by day`);
      const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1)).map(plain);
      if (digestOf(held.map(plain)) === digestOf(sorted)) return false;
      await tx.run(sql`delete from calendar_day where day like ${`${year}-%`}`);
      await tx.insert(CalendarDay, sorted);
      tx.afterCommit(() => this.calendars.invalidate());
      await this.ledger.append(tx, {
        kind: 'calendar.changed',
        actor: actorOf(viewer),
        subject: { type: 'calendarYear', id: String(year) },
        facts: {
          year,
          before: held.length,
          days: sorted.length,
          reason,
          content: sorted.map(({ day, kind }) => `${day} ${kind}`),
        },
      });
      return true;
    });
  }
}

const plain = ({
  day,
  kind,
  name,
}: CalendarEntry): { day: string; kind: CalendarDay['kind']; name: string } => ({
  day,
  kind,
  name,
});
