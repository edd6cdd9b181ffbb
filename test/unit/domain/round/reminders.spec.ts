import fc from 'fast-check';
import { announcedDays } from '../../../../src/calendar/announced-days';
import {
  dueReminder,
  maySendAt,
  nextReminder,
  nextSendingTime,
  reminderMarks,
} from '../../../../src/domain/round/reminders';
import { beijing, msOf, parseBeijing, toInstant } from '../../../../src/domain/shared/instant';
import { WorkCalendar } from '../../../../src/domain/shared/workdays';

const rules = { hoursBefore: [72, 24, 2], dayFrom: '08:30', dayTo: '18:00' };
const calendar = new WorkCalendar(announcedDays());

const at = (text: string): string => parseBeijing(text) ?? '';
/** `MM-DD HH:mm` in Beijing, which has known no summer time since 1991. */
const wall = (instant: string): string => {
  const { month, day, hour, minute } = beijing(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
};
const plan = (deadline: string, given = rules): string[] =>
  reminderMarks(at(deadline), given, calendar).map((mark) => `${mark.hoursBefore} h: ${wall(mark.at)}`);

describe('the reminders of a round', () => {
  it('go out three days, one day and two hours before the deadline', () => {
    expect(plan('2026-03-26 18:00')).toEqual(['72 h: 03-23 18:00', '24 h: 03-25 18:00', '2 h: 03-26 16:00']);
  });

  it('wait from a night for the morning', () => {
    expect(plan('2026-03-26 20:00')).toEqual(['72 h: 03-24 08:30', '24 h: 03-26 08:30', '2 h: 03-26 18:00']);
    expect(plan('2026-03-26 09:00')).toEqual(['72 h: 03-23 09:00', '24 h: 03-25 09:00', '2 h: 03-26 08:30']);
  });

  it('wait over a weekend for Monday', () => {
    // Wednesday at noon: three days before is Sunday at noon.
    expect(plan('2026-03-25 12:00')).toEqual(['72 h: 03-23 08:30', '24 h: 03-24 12:00', '2 h: 03-25 10:00']);
  });

  it('leave out one that would wait as long as the next', () => {
    // Monday at noon: three days before is Friday at noon, one day before a Sunday.
    expect(plan('2026-03-23 12:00')).toEqual(['72 h: 03-20 12:00', '24 h: 03-23 08:30', '2 h: 03-23 10:00']);
    // Monday at ten: one day and two hours before both wait for half past eight.
    expect(plan('2026-03-23 10:00')).toEqual(['72 h: 03-20 10:00', '2 h: 03-23 08:30']);
    // Tuesday at ten after the weekend: three days before waits for Monday morning, one day before is Monday at ten.
    expect(plan('2026-03-24 10:00')).toEqual(['72 h: 03-23 08:30', '24 h: 03-23 10:00', '2 h: 03-24 08:30']);
  });

  it('leave out one that would wait beyond the deadline', () => {
    expect(plan('2026-03-22 12:00')).toEqual(['72 h: 03-19 12:00']);
    expect(plan('2026-03-23 08:00')).toEqual(['72 h: 03-20 08:30']);
  });

  it('skip the National Day holidays and use the days worked instead', () => {
    // 1 to 7 October 2026 are holidays; Saturday the 10th is worked.
    expect(plan('2026-10-08 18:00')).toEqual(['24 h: 10-08 08:30', '2 h: 10-08 16:00']);
    expect(plan('2026-10-10 18:00')).toEqual(['72 h: 10-08 08:30', '24 h: 10-09 18:00', '2 h: 10-10 16:00']);
  });

  it('count over the end of a year', () => {
    expect(plan('2026-01-05 10:00')).toEqual(expect.arrayContaining(['2 h: 01-05 08:30']));
    expect(wall(nextSendingTime(at('2025-12-31 19:00'), rules, calendar))).toBe('01-04 08:30');
  });

  it('are none where the rules name no hours', () => {
    expect(plan('2026-03-26 18:00', { ...rules, hoursBefore: [] })).toEqual([]);
  });

  it('are due once their time has come, the last one only', () => {
    const deadlineAt = at('2026-03-26 18:00');
    const since = at('2026-03-17 09:00');
    const due = (now: string): number | null =>
      dueReminder({ now: at(now), since, deadlineAt }, rules, calendar)?.hoursBefore ?? null;
    expect(due('2026-03-23 17:59')).toBeNull();
    expect(due('2026-03-23 18:00')).toBe(72);
    // Nothing ran that evening: the morning makes up for it, the night does not.
    expect(due('2026-03-23 23:00')).toBeNull();
    expect(due('2026-03-24 08:30')).toBe(72);
    expect(due('2026-03-26 15:59')).toBe(24);
    expect(due('2026-03-26 16:00')).toBe(2);
    expect(due('2026-03-26 18:00')).toBeNull();
  });

  it('are not due for what was meant before the seats were last written to', () => {
    const deadlineAt = at('2026-03-26 18:00');
    const due = (since: string, now: string): number | null =>
      dueReminder({ now: at(now), since: at(since), deadlineAt }, rules, calendar)?.hoursBefore ?? null;
    expect(due('2026-03-25 10:00', '2026-03-25 10:01')).toBeNull();
    expect(due('2026-03-25 10:00', '2026-03-25 18:00')).toBe(24);
    const opened = { since: at('2026-03-25 19:00'), now: at('2026-03-25 19:00'), deadlineAt };
    expect(nextReminder(opened, rules, calendar)?.hoursBefore).toBe(2);
  });

  const day = 86_400_000;
  const someDeadline = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => {
    return toInstant(msOf(at('2026-01-01 00:00')) + minutes * 60_000);
  });
  const someHours = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 });

  it('lie in working hours, before the deadline, none earlier than meant, in order and none at the same time', () => {
    fc.assert(
      fc.property(someDeadline, someHours, (deadlineAt, hoursBefore) => {
        const marks = reminderMarks(deadlineAt, { ...rules, hoursBefore }, calendar);
        for (const mark of marks) {
          expect(maySendAt(mark.at, rules, calendar)).toBe(true);
          expect(mark.at >= mark.meantAt && mark.at < deadlineAt).toBe(true);
        }
        const times = marks.map((mark) => mark.at);
        expect(times).toEqual([...new Set(times)].sort());
        const hours = marks.map((mark) => mark.hoursBefore);
        expect(hours).toEqual([...hours].sort((a, b) => b - a));
      }),
    );
  });

  it('are each due at some moment, and never two at once', () => {
    fc.assert(
      fc.property(someDeadline, someHours, (deadlineAt, hoursBefore) => {
        const given = { ...rules, hoursBefore };
        const since = toInstant(msOf(deadlineAt) - 60 * day);
        for (const mark of reminderMarks(deadlineAt, given, calendar)) {
          const due = dueReminder({ now: mark.at, since, deadlineAt }, given, calendar);
          expect(due?.hoursBefore).toBe(mark.hoursBefore);
        }
      }),
      { numRuns: 60 },
    );
  });
});
