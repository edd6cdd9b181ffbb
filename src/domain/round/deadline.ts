import { msOf, type Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';
import type { RuleSet } from '../rubric/rule-set';

/** Ballots are taken before the deadline, never at it. */
export function takesBallots(now: Instant, deadlineAt: Instant): boolean {
  return msOf(now) < msOf(deadlineAt);
}

/** What is left, in milliseconds; 0 once it is over. */
export function timeLeft(now: Instant, deadlineAt: Instant): number {
  return Math.max(0, msOf(deadlineAt) - msOf(now));
}

/** The deadline that the rules give a round without quorum: their number of workdays on, at the same hour. */
export function extendedDeadline(
  deadlineAt: Instant,
  calendar: WorkCalendar,
  rules: RuleSet['extension'],
): Instant {
  return calendar.addWorkdays(deadlineAt, rules.workdays, 'sameTime');
}
