import { extendedDeadline } from '../domain/round/deadline';
import type { RuleSet } from '../domain/rubric/rule-set';
import { beijingDay, endOfDay, type Instant } from '../domain/shared/instant';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { WorkCalendar } from '../domain/shared/workdays';

type Extension = RuleSet['extension'];

/** The end of the last day an extension may run to: the rules' workdays from the deadline, or from now once it is past. */
export function latestExtension(
  now: Instant,
  deadlineAt: Instant,
  calendar: WorkCalendar,
  rules: Extension,
): Instant {
  return endOfDay(beijingDay(suggestedExtension(now, deadlineAt, calendar, rules)));
}

/** What the rules give when nothing else is asked for: at the same hour, their workdays on. */
export function suggestedExtension(
  now: Instant,
  deadlineAt: Instant,
  calendar: WorkCalendar,
  rules: Extension,
): Instant {
  const atSameHour = extendedDeadline(deadlineAt, calendar, rules);
  return atSameHour > now ? atSameHour : extendedDeadline(now, calendar, rules);
}

export function tooLongAnExtension(
  deadlineAt: Instant,
  latest: Instant,
  { workdays }: Extension,
): Refusal | null {
  return deadlineAt > latest ? refuse('extensionTooLong', { workdays, latest: beijingDay(latest) }) : null;
}
