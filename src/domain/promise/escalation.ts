import { beijingDay, parseBeijing, type Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';
import { standingOf, workdaysLate } from './due';
import type { PromiseLimits } from './limits';

/** Who is told of a promise, one after the other: whose turn it is, the head of the secretariat, the leading group. */
export const ESCALATION_STEPS = ['owner', 'head', 'leaders'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/**
 * The steps that a promise has reached: due soon → its owner; overdue → the head of the secretariat; overdue by
 * `leadersAfter` workdays → the leading group. What is overdue is no longer due soon, so that nobody is told after the
 * event that it was near; a paused promise reaches none.
 */
export function stepsReached(
  promise: { readonly due: Instant; readonly isPaused: boolean },
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkCalendar },
  { soon, leadersAfter }: Pick<PromiseLimits, 'soon' | 'leadersAfter'>,
): EscalationStep[] {
  const standing = standingOf(promise, { now, calendar, soon });
  if (standing === 'soon') return ['owner'];
  if (standing !== 'late') return [];
  return workdaysLate(calendar, promise.due, now) >= leadersAfter ? ['head', 'leaders'] : ['head'];
}

/** Whether digests go out now: on a workday, within the hours of the office. */
export function isOfficeTime(
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkCalendar },
  { hoursFrom, hoursTo }: Pick<PromiseLimits, 'hoursFrom' | 'hoursTo'>,
): boolean {
  const day = beijingDay(now);
  const [from, to] = [parseBeijing(`${day}T${hoursFrom}`), parseBeijing(`${day}T${hoursTo}`)];
  return calendar.isWorkday(day) && from !== null && to !== null && now >= from && now < to;
}
