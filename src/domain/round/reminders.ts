import {
  addDays,
  beijingDay,
  msOf,
  parseBeijing,
  toInstant,
  type Day,
  type Instant,
} from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';
import type { RuleSet } from '../rubric/rule-set';

type Rules = RuleSet['reminders'];

const HOUR = 3_600_000;

/** A longer stretch without a single workday than this is a mistake in the calendar, not a holiday. */
const LONGEST_HOLIDAY = 60;

/** One reminder of a round: how long before the deadline the rules want it, and when it goes out. */
export interface ReminderMark {
  readonly hoursBefore: number;
  /** So many hours before the deadline, whatever time of day that is. */
  readonly meantAt: Instant;
  /** The same where mail may be sent then; otherwise the next time of day at which it may. */
  readonly at: Instant;
}

/** Whether a reminder may be sent now: on a workday, between the two times of day that the rules name, both included. */
export function maySendAt(now: Instant, { dayFrom, dayTo }: Rules, calendar: WorkCalendar): boolean {
  const day = beijingDay(now);
  return calendar.isWorkday(day) && now >= onDay(day, dayFrom) && now <= onDay(day, dayTo);
}

/** `at` where reminders may be sent then, else the beginning of the next hours in which they may. */
export function nextSendingTime(at: Instant, rules: Rules, calendar: WorkCalendar): Instant {
  if (maySendAt(at, rules, calendar)) return at;
  const today = beijingDay(at);
  for (let ahead = 0; ahead <= LONGEST_HOLIDAY; ahead += 1) {
    const day = addDays(today, ahead);
    const opens = onDay(day, rules.dayFrom);
    if (opens > at && calendar.isWorkday(day)) return opens;
  }
  throw new RangeError(`no workday within ${LONGEST_HOLIDAY} days of ${today}`);
}

/**
 * The reminders of a round in the order in which they go out. One that falls on a night, a weekend or a holiday waits
 * for the next working hours; where the deadline or the next reminder comes no later than that, it is left out.
 */
export function reminderMarks(deadlineAt: Instant, rules: Rules, calendar: WorkCalendar): ReminderMark[] {
  const nearestFirst = [...new Set(rules.hoursBefore)].filter((hours) => hours > 0).sort((a, b) => a - b);
  const marks: ReminderMark[] = [];
  let before = deadlineAt;
  for (const hoursBefore of nearestFirst) {
    const meantAt = toInstant(msOf(deadlineAt) - hoursBefore * HOUR);
    const at = nextSendingTime(meantAt, rules, calendar);
    if (at >= before) continue;
    marks.unshift({ hoursBefore, meantAt, at });
    before = at;
  }
  return marks;
}

/**
 * The reminder that is due now, or null: the last whose time has come. Those before it that were missed, because
 * nothing ran, are not made up for; one that is late still waits for working hours.
 * @param since when the seats were last written to about this deadline: opened, extended or reopened. A reminder that
 *   was meant for before then is left out, because that letter has just said the same.
 */
export function dueReminder(
  {
    now,
    since,
    deadlineAt,
  }: { readonly now: Instant; readonly since: Instant; readonly deadlineAt: Instant },
  rules: Rules,
  calendar: WorkCalendar,
): ReminderMark | null {
  if (now >= deadlineAt || !maySendAt(now, rules, calendar)) return null;
  const last = reminderMarks(deadlineAt, rules, calendar).findLast(({ at }) => at <= now);
  return last !== undefined && last.meantAt > since ? last : null;
}

/** The next reminder that will go out by itself, or null where none will. */
export function nextReminder(
  {
    now,
    since,
    deadlineAt,
  }: { readonly now: Instant; readonly since: Instant; readonly deadlineAt: Instant },
  rules: Rules,
  calendar: WorkCalendar,
): ReminderMark | null {
  return (
    reminderMarks(deadlineAt, rules, calendar).find(({ at, meantAt }) => at > now && meantAt > since) ?? null
  );
}

function onDay(day: Day, time: string): Instant {
  const at = parseBeijing(`${day}T${time}`);
  if (at === null) throw new RangeError(`not a time of day: ${time}`);
  return at;
}
