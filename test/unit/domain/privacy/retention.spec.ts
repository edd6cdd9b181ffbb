import { monthsBefore, retention } from '../../../../src/domain/privacy/retention';

describe('retention', () => {
  it('counts calendar months in Beijing, and ends a short month on its last day', () => {
    expect(monthsBefore('2026-03-17T01:00:00.000Z', 12)).toBe('2025-03-17T01:00:00.000Z');
    // 31 March in Beijing, although it is still the 30th in Greenwich.
    expect(monthsBefore('2026-03-30T16:30:00.000Z', 1)).toBe('2026-02-27T16:30:00.000Z');
    expect(monthsBefore('2028-03-31T01:00:00.000Z', 1)).toBe('2028-02-29T01:00:00.000Z');
    expect(monthsBefore('2026-01-15T01:00:00.000Z', 25)).toBe('2023-12-15T01:00:00.000Z');
  });

  it('is twelve and twenty-four months until a city sets otherwise, and never less than the law asks', () => {
    expect(retention.preset).toEqual({ accessLogMonths: 12, contactMonths: 24 });
    expect(retention.read({ accessLogMonths: 6, contactMonths: 1 })).toEqual({
      accessLogMonths: 6,
      contactMonths: 1,
    });
    for (const wrong of [5, 121, 6.5, '12', null, undefined])
      expect(() => retention.read({ accessLogMonths: wrong, contactMonths: 24 })).toThrow('accessLogMonths');
    expect(() => retention.read(null)).toThrow();
  });
});
