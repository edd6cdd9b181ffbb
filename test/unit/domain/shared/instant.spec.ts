import fc from 'fast-check';
import {
  addDays,
  beijing,
  beijingDay,
  daysBetween,
  endOfDay,
  isDay,
  isInstant,
  msOf,
  parseBeijing,
  startOfDay,
  toInstant,
} from '../../../../src/domain/shared/instant';

describe('an instant', () => {
  it('is UTC text with milliseconds, in the order of time', () => {
    expect(toInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 2e14 }), fc.integer({ min: -2e12, max: 2e14 }), (a, b) => {
        expect(msOf(toInstant(a))).toBe(a);
        expect(toInstant(a) < toInstant(b)).toBe(a < b);
      }),
    );
  });

  it('is refused in any other form', () => {
    expect(() => toInstant(1e16)).toThrow(RangeError);
    expect(() => toInstant(Number.NaN)).toThrow(RangeError);
    for (const text of ['2026-03-05', '2026-03-05T10:00:00Z', '', 'x']) {
      expect(() => msOf(text)).toThrow(RangeError);
      expect(isInstant(text)).toBe(false);
    }
    expect(isInstant('2026-03-05T02:12:00.000Z')).toBe(true);
    expect(isInstant('2026-13-05T02:12:00.000Z')).toBe(false);
  });

  it('is shown by the clock on a Beijing wall', () => {
    const thursday = { year: 2026, month: 3, day: 5, weekday: 4, hour: 10, minute: 12 };
    expect(beijing('2026-03-05T02:12:00.000Z')).toEqual(thursday);
    expect(beijingDay('2026-03-05T16:00:00.000Z')).toBe('2026-03-06');
    expect(beijingDay('2026-03-05T15:59:59.999Z')).toBe('2026-03-05');
    expect(beijing('2026-03-08T00:00:00.000Z').weekday).toBe(7);
  });
});

describe('a time that was typed', () => {
  it('is Beijing time unless it says otherwise', () => {
    expect(parseBeijing('2026-03-05T18:00')).toBe('2026-03-05T10:00:00.000Z');
    expect(parseBeijing(' 2026-03-05 18:00 ')).toBe('2026-03-05T10:00:00.000Z');
    expect(parseBeijing('２０２６-03-05 18：00')).toBe('2026-03-05T10:00:00.000Z');
    expect(parseBeijing('2026-03-05T10:00:00.000Z')).toBe('2026-03-05T10:00:00.000Z');
    expect(parseBeijing('2026-03-05T18:00:30+08:00')).toBe('2026-03-05T10:00:30.000Z');
    expect(parseBeijing('2026-03-05T01:30-05:30')).toBe('2026-03-05T07:00:00.000Z');
  });

  it('may end a day at 24:00, which is the start of the next', () => {
    expect(parseBeijing('2026-12-31T24:00')).toBe('2026-12-31T16:00:00.000Z');
    expect(parseBeijing('2026-12-31T24:01')).toBeNull();
  });

  it('is nothing when no such moment exists', () => {
    for (const text of [
      '',
      'tomorrow',
      '2026-02-29T10:00',
      '2026-13-01T10:00',
      '2026-00-10T10:00',
      '2026-01-01T25:00',
      '2026-01-01T10:60',
      '2026-01-01',
      '0000-01-01T00:00',
      '1899-01-01T00:00',
      '9999-12-31T24:00Z',
      '2026-01-01T10:00+99:00',
    ])
      expect(parseBeijing(text)).toBeNull();
  });

  it('knows the summers from 1986 to 1991 when Beijing was an hour ahead', () => {
    expect(parseBeijing('1988-07-01T12:00')).toBe('1988-07-01T03:00:00.000Z');
    expect(parseBeijing('1988-12-01T12:00')).toBe('1988-12-01T04:00:00.000Z');
    expect(beijing('1988-07-01T03:00:00.000Z').hour).toBe(12);
    expect(startOfDay('1990-08-08')).toBe('1990-08-07T15:00:00.000Z');
  });

  it('comes back as the wall time it was, from 1992 on and before', () => {
    const pad = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2099, 11, 31) }), (ms) => {
        const at = toInstant(Math.floor(ms / 60_000) * 60_000);
        const w = beijing(at);
        const again = parseBeijing(`${w.year}-${pad(w.month)}-${pad(w.day)}T${pad(w.hour)}:${pad(w.minute)}`);
        expect(again === null ? null : beijing(again)).toEqual(w);
      }),
    );
  });
});

describe('a day of the calendar', () => {
  it('exists or does not', () => {
    expect(isDay('2028-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-2-1', '20260201', '']) expect(isDay(text)).toBe(false);
    expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
  });

  it('begins and ends in Beijing', () => {
    expect(startOfDay('2026-03-05')).toBe('2026-03-04T16:00:00.000Z');
    expect(endOfDay('2026-03-05')).toBe('2026-03-05T15:59:59.999Z');
  });

  it('is counted on and back', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });
});
