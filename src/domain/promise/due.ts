import { addDays, beijingDay, startOfDay, type Day, type Instant } from '../shared/instant';
import type { TermEnd, WorkCalendar } from '../shared/workdays';

/** When a term of so many workdays that began at `from` ends. */
export function promiseDue(
  calendar: WorkCalendar,
  from: Instant,
  workdays: number,
  closesAt: string,
): Instant {
  return calendar.addWorkdays(from, workdays, closesAt as TermEnd);
}

/**
 * What began before this instant is due before `dueBefore`, and nothing that began later is: by it a database finds
 * what is late without a calendar of its own. A term ends by the day it began, so the bound is the beginning of a day.
 */
export function begunBefore(
  calendar: WorkCalendar,
  workdays: number,
  closesAt: string,
  dueBefore: Instant,
): Instant {
  const isDue = (day: string): boolean =>
    promiseDue(calendar, startOfDay(day), workdays, closesAt) < dueBefore;
  let day = beijingDay(dueBefore);
  while (!isDue(day)) day = addDays(day, -1);
  return startOfDay(addDays(day, 1));
}

/** When a promise ends, its pauses reckoned in, and until which day it is paused now. */
export interface PromiseEnd {
  readonly dueAt: Instant;
  readonly pausedUntil: Day | null;
}

/** A time in which a promise did not run. */
export interface PauseSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** The end of a promise after its pauses: the workdays of each are added, the time of day stays. */
export function dueAfterPauses(calendar: WorkCalendar, due: Instant, spans: readonly PauseSpan[]): Instant {
  const days = spans.reduce((sum, { from, to }) => sum + Math.max(0, calendar.workdaysBetween(from, to)), 0);
  return days === 0 ? due : calendar.addWorkdays(due, days, 'sameTime');
}

/** Workdays past the end, at least 1 once it has passed; 0 before. */
export function workdaysLate(calendar: WorkCalendar, due: Instant, now: Instant): number {
  return now <= due ? 0 : Math.max(1, calendar.workdaysBetween(due, now));
}

export type PromiseStanding = 'running' | 'soon' | 'late' | 'paused';

/** How a promise stands. A paused one is neither due soon nor late. */
export function standingOf(
  { due, isPaused }: { readonly due: Instant; readonly isPaused: boolean },
  { now, calendar, soon }: { readonly now: Instant; readonly calendar: WorkCalendar; readonly soon: number },
): PromiseStanding {
  if (isPaused) return 'paused';
  if (now > due) return 'late';
  return calendar.workdaysBetween(now, due) <= soon ? 'soon' : 'running';
}
