import fc from 'fast-check';
import { addDays, beijingDay } from '../../../../src/domain/shared/instant';
import { WorkCalendar, type DayException } from '../../../../src/domain/shared/workdays';

/** Around the spring festival of 2026: holidays from 15 to 23 February, make-up days on the 14th and 28th. */
const spring: DayException[] = [
  ...[16, 17, 18, 19, 20, 23].map((d): DayException => ({ day: `2026-02-${d}`, kind: 'holiday' })),
  { day: '2026-02-14', kind: 'workday' },
  { day: '2026-02-28', kind: 'workday' },
];
const calendar = new WorkCalendar(spring);
const at = (day: string, time = '10:00') => `${day}T${time}:00.000Z`;

describe('the working calendar', () => {
  it('works Monday to Friday', () => {
    expect(calendar.isWorkday('2026-03-06')).toBe(true);
    expect(calendar.isWorkday('2026-03-07')).toBe(false);
  });

  it('rests on announced holidays and works on make-up days', () => {
    expect(calendar.isWorkday('2026-02-17')).toBe(false);
    expect(calendar.isWorkday('2026-02-14')).toBe(true);
    expect(calendar.isWorkday('2026-02-28')).toBe(true);
  });

  it('says which years it has been told about', () => {
    expect(calendar.knows(2026)).toBe(true);
    expect(calendar.knows(2027)).toBe(false);
    expect(calendar.knownYears).toEqual([2026]);
    expect(new WorkCalendar([], [2030]).knows(2030)).toBe(true);
    expect(new WorkCalendar([{ day: '2022-12-31', kind: 'workday' }]).knows(2022)).toBe(false);
  });

  it('does not accept a day that does not exist', () => {
    expect(() => new WorkCalendar([{ day: '2026-02-30', kind: 'holiday' }])).toThrow(RangeError);
  });

  it('does not count the day a term began, and gives the whole of its last day', () => {
    expect(calendar.addWorkdays(at('2026-03-05'), 1)).toBe('2026-03-06T15:59:59.999Z');
    expect(calendar.addWorkdays(at('2026-03-06'), 1)).toBe('2026-03-09T15:59:59.999Z');
    expect(calendar.addWorkdays(at('2026-02-13'), 3)).toBe('2026-02-25T15:59:59.999Z');
    expect(calendar.addWorkdays(at('2026-03-07'), 0)).toBe('2026-03-07T15:59:59.999Z');
  });

  it('can keep the hour, or end at an office hour', () => {
    expect(calendar.addWorkdays(at('2026-03-06'), 3, 'sameTime')).toBe('2026-03-11T10:00:00.000Z');
    expect(calendar.addWorkdays(at('2026-03-06'), 1, '18:00')).toBe('2026-03-09T10:00:00.000Z');
    expect(() => calendar.addWorkdays(at('2026-03-06'), 1, '25:00')).toThrow(RangeError);
  });

  it('counts a term by the Beijing day on which it began', () => {
    expect(calendar.addWorkdays('2026-03-05T16:30:00.000Z', 1)).toBe('2026-03-09T15:59:59.999Z');
  });

  it('refuses a term that is no term', () => {
    expect(() => calendar.addWorkdays(at('2026-03-05'), -1)).toThrow(RangeError);
    expect(() => calendar.addWorkdays(at('2026-03-05'), 1.5)).toThrow(RangeError);
  });

  it('ends every term on a workday, with exactly that many workdays on the way', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((n) => at(addDays('2025-06-01', n)));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const due = calendar.addWorkdays(from, n);
        expect(calendar.isWorkday(beijingDay(due))).toBe(true);
        expect(calendar.workdaysBetween(from, due)).toBe(n);
        expect(calendar.workdaysBetween(due, from)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('finds no workdays between two moments of one day', () => {
    expect(calendar.workdaysBetween(at('2026-03-05', '01:00'), at('2026-03-05', '09:00'))).toBe(0);
  });
});
