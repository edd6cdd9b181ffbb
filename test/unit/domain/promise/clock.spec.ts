import fc from 'fast-check';
import { intakeDue, intakeOverdue } from '../../../../src/domain/lead/intake-clock';
import {
  begunBefore,
  dueAfterPauses,
  promiseDue,
  standingOf,
  workdaysLate,
} from '../../../../src/domain/promise/due';
import { isOfficeTime, stepsReached } from '../../../../src/domain/promise/escalation';
import { intakeTerm, promiseLimits } from '../../../../src/domain/promise/limits';
import { askingRefusal, isPausing, pauseMachine, spanOf } from '../../../../src/domain/promise/pause';
import { recordFault } from '../../../../src/domain/promise/records';
import { addDays, beijingDay, msOf, startOfDay, toInstant } from '../../../../src/domain/shared/instant';
import { WorkCalendar, type DayException } from '../../../../src/domain/shared/workdays';

const limits = promiseLimits.preset;

/** National Day 2026 with its make-up Saturday, New Year 2027 with its make-up Sunday. */
const announced: DayException[] = [
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day): DayException => ({
    day,
    kind: 'holiday',
  })),
  { day: '2026-10-10', kind: 'workday' },
  { day: '2027-01-01', kind: 'holiday' },
  { day: '2027-01-03', kind: 'workday' },
];
const calendar = new WorkCalendar(announced);

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-12-01', n));
const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([date, ms]) => toInstant(msOf(startOfDay(date)) + ms));
const calendars = fc
  .array(fc.record({ day, kind: fc.constantFrom('holiday' as const, 'workday' as const) }), { maxLength: 60 })
  .map((days) => new WorkCalendar(days));
const term = fc.integer({ min: 1, max: 30 });

/** Day by day, as one counts on a wall calendar. */
function counted(on: WorkCalendar, from: string, n: number): string {
  let at = beijingDay(from);
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (on.isWorkday(at)) left -= 1;
  }
  return at;
}

describe('a promise', () => {
  it('ends at the closing hour of its last workday, over a holiday week and its make-up day', () => {
    // Wednesday 30 September; the holiday; Thursday, Friday, and the Saturday that is worked.
    expect(promiseDue(calendar, '2026-09-30T02:00:00.000Z', 3, '18:00')).toBe('2026-10-10T10:00:00.000Z');
    expect(promiseDue(calendar, '2026-12-31T02:00:00.000Z', 1, '18:00')).toBe('2027-01-03T10:00:00.000Z');
  });

  it('ends on the day that counting by hand gives, over holidays, make-up days and year ends', () => {
    fc.assert(
      fc.property(calendars, instant, term, (on, from, n) => {
        const due = promiseDue(on, from, n, '18:00');
        return beijingDay(due) === counted(on, from, n) && due > from;
      }),
      { numRuns: 500 },
    );
  });

  it('of a year that is not loaded is counted Monday to Friday, and the calendar says that it is missing', () => {
    expect(calendar.knows(2028)).toBe(false);
    expect(promiseDue(calendar, '2028-05-01T02:00:00.000Z', 5, '18:00')).toBe('2028-05-08T10:00:00.000Z');
    fc.assert(
      fc.property(instant, term, (from, n) => {
        const bare = new WorkCalendar([]);
        return beijingDay(promiseDue(bare, from, n, '18:00')) === counted(bare, from, n);
      }),
    );
  });

  it('is found to be due by when it began, exactly as counting each one does', () => {
    fc.assert(
      fc.property(calendars, instant, instant, term, (on, from, before, n) => {
        const isDue = promiseDue(on, from, n, '18:00') < before;
        return isDue === from < begunBefore(on, n, '18:00', before);
      }),
      { numRuns: 1000 },
    );
  });

  it('is late from its end on, by at least one workday, and never earlier for being late', () => {
    const due = '2026-03-20T10:00:00.000Z';
    expect(workdaysLate(calendar, due, due)).toBe(0);
    expect(workdaysLate(calendar, due, '2026-03-20T10:00:00.001Z')).toBe(1);
    expect(workdaysLate(calendar, due, '2026-03-24T01:00:00.000Z')).toBe(2);
    fc.assert(
      fc.property(
        calendars,
        instant,
        term,
        fc.array(instant, { minLength: 2, maxLength: 5 }),
        (on, from, n, looks) => {
          // Whenever one looks, the end is the same: nothing in it depends on now.
          const ends = looks.map(() => promiseDue(on, from, n, '18:00'));
          return new Set(ends).size === 1;
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is due soon within the workdays of the setting, and neither soon nor late while it is paused', () => {
    const at = (now: string, isPaused = false) =>
      standingOf({ due: '2026-03-20T10:00:00.000Z', isPaused }, { now, calendar, soon: 1 });
    expect(at('2026-03-18T15:59:59.999Z')).toBe('running');
    expect(at('2026-03-18T16:00:00.000Z')).toBe('soon');
    expect(at('2026-03-20T10:00:00.000Z')).toBe('soon');
    expect(at('2026-03-20T10:00:00.001Z')).toBe('late');
    expect(at('2026-03-25T10:00:00.000Z', true)).toBe('paused');
  });
});

describe('the time for intake', () => {
  const on = new WorkCalendar([{ day: '2026-04-06', kind: 'holiday' }]);
  const plain = { totalInvestment: 5_200_000, track: 'manufacturing' as const };

  it('is three workdays, over weekends and holidays, to the closing hour', () => {
    // Thursday 2 April; Friday, then a weekend and a holiday.
    expect(intakeDue(on, '2026-04-02T02:00:00.000Z', plain, limits)).toBe('2026-04-08T10:00:00.000Z');
  });

  it('is longer for a large lead from the first yuan on, and for a specialist one', () => {
    expect(intakeTerm(limits, { ...plain, totalInvestment: 9_999_999 })).toBe(3);
    expect(intakeTerm(limits, { ...plain, totalInvestment: 10_000_000 })).toBe(5);
    expect(intakeTerm(limits, { ...plain, track: 'tech' })).toBe(5);
    expect(intakeTerm(limits, { totalInvestment: null, track: null })).toBe(3);
  });

  it('is over for leads handed in before the day that is still in time', () => {
    const now = '2026-04-09T01:00:00.000Z';
    const { before, longBefore } = intakeOverdue(on, now, limits);
    for (const from of ['2026-04-01T02:00:00.000Z', '2026-04-02T15:59:00.000Z', '2026-04-03T01:00:00.000Z'])
      expect([from, from < before]).toEqual([from, intakeDue(on, from, plain, limits) < now]);
    expect(longBefore < before).toBe(true);
  });
});

describe('a pause', () => {
  const asked = {
    now: '2026-03-17T01:00:00.000Z',
    dueAt: '2026-03-20T10:00:00.000Z',
    until: '2026-03-27',
    reason: '等待核准',
  };

  it('is asked for with a reason and a last day to come, of what is in time', () => {
    expect(askingRefusal(asked, 60)).toBeNull();
    expect(askingRefusal({ ...asked, reason: ' ' }, 60)?.because).toBe('reasonMissing');
    expect(askingRefusal({ ...asked, until: '2026-03-17' }, 60)?.because).toBe('pauseDayPast');
    expect(askingRefusal({ ...asked, until: '2026-05-16' }, 60)).toBeNull();
    expect(askingRefusal({ ...asked, until: '2026-05-17' }, 60)?.because).toBe('pauseTooLong');
    expect(askingRefusal({ ...asked, dueAt: '2026-03-17T00:59:59.999Z' }, 60)?.because).toBe('pauseOverdue');
  });

  it('is approved by a second person, and not once what it pauses is overdue', () => {
    const facts = { ...asked, askedById: 'a', byId: 'b', reason: '' };
    expect(pauseMachine.check('approve', 'asked', facts)).toBeNull();
    expect(pauseMachine.check('approve', 'asked', { ...facts, byId: 'a' })?.because).toBe('pauseNeedsSecond');
    expect(
      pauseMachine.check('approve', 'asked', { ...facts, dueAt: '2026-03-16T10:00:00.000Z' })?.because,
    ).toBe('pauseOverdue');
    expect(pauseMachine.check('approve', 'running', facts)?.because).toBe('wrongState');
    expect(pauseMachine.check('decline', 'asked', facts)?.because).toBe('reasonMissing');
    expect(pauseMachine.check('withdraw', 'asked', facts)?.because).toBe('pauseNotYours');
    expect(pauseMachine.check('resume', 'running', facts)?.because).toBe('reasonMissing');
  });

  it('adds its workdays to the end and no more than up to its last day, whenever one looks', () => {
    const pause = {
      state: 'running' as const,
      begunAt: '2026-03-17T02:00:00.000Z',
      until: '2026-03-19',
      resumedAt: null,
    };
    const span = spanOf(pause);
    expect(span && dueAfterPauses(calendar, asked.dueAt, [span])).toBe('2026-03-24T10:00:00.000Z');
    expect(isPausing(pause, '2026-03-19T15:59:59.999Z')).toBe(true);
    expect(isPausing(pause, '2026-03-19T16:00:00.000Z')).toBe(false);
    const resumed = { ...pause, state: 'resumed' as const, resumedAt: '2026-03-18T02:00:00.000Z' };
    const short = spanOf(resumed);
    expect(short && dueAfterPauses(calendar, asked.dueAt, [short])).toBe('2026-03-23T10:00:00.000Z');
    expect(spanOf({ ...pause, state: 'declined', begunAt: null })).toBeNull();
  });

  it('leaves as many workdays to go afterwards as there were before', () => {
    fc.assert(
      fc.property(calendars, instant, term, fc.integer({ min: 0, max: 30 }), (on, from, n, length) => {
        const due = promiseDue(on, from, n, '18:00');
        const to = toInstant(msOf(from) + length * 86_400_000);
        const after = dueAfterPauses(on, due, [{ from, to }]);
        return on.workdaysBetween(to, after) === on.workdaysBetween(from, due) && after >= due;
      }),
      { numRuns: 500 },
    );
  });
});

describe('an escalation', () => {
  const at = (now: string, isPaused = false) =>
    stepsReached({ due: '2026-03-20T10:00:00.000Z', isPaused }, { now, calendar }, limits);

  it('goes from the owner to the head of the secretariat to the leading group', () => {
    expect(at('2026-03-18T01:00:00.000Z')).toEqual([]);
    expect(at('2026-03-19T01:00:00.000Z')).toEqual(['owner']);
    expect(at('2026-03-20T10:00:00.001Z')).toEqual(['head']);
    expect(at('2026-03-24T15:00:00.000Z')).toEqual(['head']);
    expect(at('2026-03-25T01:00:00.000Z')).toEqual(['head', 'leaders']);
    expect(at('2026-03-25T01:00:00.000Z', true)).toEqual([]);
  });

  it('tells people on workdays within office hours alone', () => {
    const open = (now: string) => isOfficeTime({ now, calendar }, limits);
    expect(open('2026-03-20T00:59:59.999Z')).toBe(false);
    expect(open('2026-03-20T01:00:00.000Z')).toBe(true);
    expect(open('2026-03-20T10:00:00.000Z')).toBe(false);
    expect(open('2026-10-01T03:00:00.000Z')).toBe(false);
    expect(open('2026-10-10T03:00:00.000Z')).toBe(true);
  });
});

describe('a record of a follow-up', () => {
  it('is of a day from thirty days ago to today, and says something', () => {
    const now = '2026-03-17T01:00:00.000Z';
    const fault = (onDay: string, note = '通话') =>
      recordFault({ kind: 'followUp', onDay, note }, now)?.because;
    expect(fault('2026-03-17')).toBeUndefined();
    expect(fault('2026-03-18')).toBe('recordDayAhead');
    expect(fault('2026-02-15')).toBeUndefined();
    expect(fault('2026-02-14')).toBe('recordDayTooOld');
    expect(fault('2026-03-17', ' ')).toBe('recordNoteMissing');
  });
});

describe('the limits of a city', () => {
  it('read back what they are, and refuse what is out of range', () => {
    expect(promiseLimits.read(JSON.parse(JSON.stringify(limits)))).toEqual(limits);
    for (const broken of [
      null,
      { ...limits, intake: 0 },
      { ...limits, intake: 31 },
      { ...limits, closesAt: '24:00' },
      { ...limits, largeFromWan: 'x' },
    ])
      expect(() => promiseLimits.read(broken)).toThrow();
  });
});
