import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { beijing } from '../domain/shared/instant';
import { WorkCalendar } from '../domain/shared/workdays';
import { announcedDays } from './announced-days';
import { CalendarDay } from './calendar-day.entity';

/** Rows of one insert: three values each. */
const piece = 200;

/** How long another instance's change to the table may go unseen. */
const freshMs = 60_000;

/**
 * The working calendar of the city, from the table `calendar_day`. Terms in workdays are counted with what it gives;
 * the rules themselves are in `domain/shared/workdays`.
 */
@Injectable()
export class Calendars {
  private kept: { calendar: WorkCalendar; readAt: number } | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** The calendar as it stands. Kept in memory for a minute; inside a unit of work give its `tx` to read it afresh. */
  async current(source?: Source): Promise<WorkCalendar> {
    if (source) return this.read(source);
    const now = Date.parse(this.clock.now());
    if (this.kept && Math.abs(now - this.kept.readAt) < freshMs) return this.kept.calendar;
    const calendar = await this.read(this.reader);
    this.kept = { calendar, readAt: now };
    return calendar;
  }

  /** Forgets what is kept in memory: the table was changed. */
  invalidate(): void {
    this.kept = null;
  }

  /**
   * Fills in the announced days of every year that the table does not hold yet; a year that is there, perhaps
   * corrected by hand, is left alone. @returns how many days
   */
  async seed(tx: Tx): Promise<number> {
    const there = await this.read(tx);
    const days = announcedDays().filter(({ day }) => !there.knows(yearOf(day)));
    let added = 0;
    for (let start = 0; start < days.length; start += piece) {
      const tuples = days
        .slice(start, start + piece)
        .map(({ day, kind, name }) => sql`(${day}, ${kind}, ${name})`);
      added += await tx.run(
        sql`insert into calendar_day (day, kind, name) values ${sql.join(tuples, ', ')} on conflict (day) do nothing`,
      );
    }
    tx.afterCommit(() => this.invalidate());
    return added;
  }

  /** Whether `seed` would add anything. */
  async lacksAnnouncedDays(): Promise<boolean> {
    const calendar = await this.current();
    return announcedDays().some(({ day }) => !calendar.knows(yearOf(day)));
  }

  /** Of this year and the next those whose holidays are not known: workdays are then counted Monday to Friday. */
  async missingYears(): Promise<number[]> {
    const calendar = await this.current();
    const { year } = beijing(this.clock.now());
    return [year, year + 1].filter((one) => !calendar.knows(one));
  }

  private async read(source: Source): Promise<WorkCalendar> {
    return new WorkCalendar(await source.find(CalendarDay));
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
