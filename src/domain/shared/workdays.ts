import { addDays, beijingDay, endOfDay, isDay, msOf, parseBeijing, startOfDay, toInstant } from './instant';
import type { Day, Instant } from './instant';

/** One departure from Monday-to-Friday: a holiday on a weekday, or a make-up workday on a weekend. */
export interface DayException {
  readonly day: Day;
  readonly kind: 'holiday' | 'workday';
}

/** Until when on its last day a term runs: to the end of the day, to the hour it began, or to a Beijing time of day. */
export type TermEnd = 'endOfDay' | 'sameTime' | `${number}:${number}`;

/** A term of more workdays than this is a mistake in the caller, not a term. */
const LONGEST_TERM = 4000;

/** The working calendar: Monday to Friday, less the announced holidays, plus the announced make-up days. */
export class WorkCalendar {
  private readonly exceptions: ReadonlyMap<Day, DayException['kind']>;
  private readonly years: ReadonlySet<number>;

  /**
   * `knownYears` are the years whose announcement has been loaded; left out, those with at least one holiday here.
   * Throws RangeError on a day that does not exist.
   */
  constructor(exceptions: Iterable<DayException>, knownYears?: Iterable<number>) {
    const byDay = new Map<Day, DayException['kind']>();
    for (const { day, kind } of exceptions) {
      if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
      byDay.set(day, kind);
    }
    this.exceptions = byDay;
    this.years = new Set(
      knownYears ??
        [...byDay].filter(([, kind]) => kind === 'holiday').map(([day]) => Number(day.slice(0, 4))),
    );
  }

  get knownYears(): readonly number[] {
    return [...this.years].sort((a, b) => a - b);
  }

  /** False when this year's announcement is not loaded: days are then counted Monday to Friday, and a page says so. */
  knows(year: number): boolean {
    return this.years.has(year);
  }

  isWorkday(day: Day): boolean {
    const exception = this.exceptions.get(day);
    if (exception !== undefined) return exception === 'workday';
    return isWeekday(day);
  }

  /** The n-th workday after `day`, which is itself not counted; `n` = 0 gives `day`. */
  workdayAfter(day: Day, n: number): Day {
    if (!Number.isInteger(n) || n < 0 || n > LONGEST_TERM)
      throw new RangeError(`not a term in workdays: ${n}`);
    let at = day;
    for (let left = n; left > 0;) {
      at = addDays(at, 1);
      if (this.isWorkday(at)) left -= 1;
    }
    return at;
  }

  /**
   * When a term of `n` workdays ends that began at `from`. The day it began is not counted. By default the person
   * has the whole last day, to its last millisecond in Beijing; `sameTime` keeps the hour (an extended deadline),
   * a time of day such as `18:00` is an office's closing hour.
   */
  addWorkdays(from: Instant, n: number, end: TermEnd = 'endOfDay'): Instant {
    const startDay = beijingDay(from);
    const day = this.workdayAfter(startDay, n);
    if (end === 'endOfDay') return endOfDay(day);
    if (end === 'sameTime') return toInstant(msOf(from) - msOf(startOfDay(startDay)) + msOf(startOfDay(day)));
    const due = parseBeijing(`${day}T${end}`);
    if (due === null) throw new RangeError(`not a time of day: ${end}`);
    return due;
  }

  /**
   * Workdays from one instant's day to another's: days after `from` up to and with `to`, so that
   * `workdaysBetween(t, addWorkdays(t, n))` is n. Negative when `to` lies before `from`.
   */
  workdaysBetween(from: Instant, to: Instant): number {
    const [first, last, sign] =
      beijingDay(from) <= beijingDay(to)
        ? [beijingDay(from), beijingDay(to), 1]
        : [beijingDay(to), beijingDay(from), -1];
    let count = weekdaysUpTo(last) - weekdaysUpTo(first);
    for (const [day, kind] of this.exceptions) {
      if (day <= first || day > last) continue;
      if (kind === 'holiday' && isWeekday(day)) count -= 1;
      if (kind === 'workday' && !isWeekday(day)) count += 1;
    }
    return count === 0 ? 0 : sign * count;
  }
}

const isWeekday = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/** Mondays to Fridays from a fixed Monday (1969-12-29) up to and with a day: years are told apart without walking. */
function weekdaysUpTo(day: Day): number {
  const sinceMonday = Date.parse(`${day}T00:00:00.000Z`) / 86_400_000 + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}
