import { addDays, beijingDay, startOfDay, type Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';

/** Workdays that the secretariat has for its check of a submitted lead (decision rules, time limits). */
export const INTAKE_WORKDAYS = 3;

/** When a lead handed in at `from` has to be accepted or returned: the end of the third workday after it. */
export function intakeDue(calendar: WorkCalendar, from: Instant): Instant {
  return calendar.addWorkdays(from, INTAKE_WORKDAYS);
}

/** Leads handed in before this instant are overdue now. */
export function intakeOverdueBefore(calendar: WorkCalendar, now: Instant): Instant {
  const today = beijingDay(now);
  let day = today;
  while (calendar.workdayAfter(day, INTAKE_WORKDAYS) >= today) day = addDays(day, -1);
  return startOfDay(addDays(day, 1));
}
