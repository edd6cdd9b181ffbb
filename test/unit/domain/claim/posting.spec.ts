import { overlap, postingRefusal, postingStanding } from '../../../../src/domain/claim/posting';

const term = (from: string, until: string | null) => ({ from, until });

describe('a posting', () => {
  it.each([
    ['2026-03-16', 'coming'],
    ['2026-03-17', 'running'],
    ['2026-06-30', 'running'],
    ['2026-07-01', 'over'],
  ])('stands on %s as %s: both its days belong to it', (today, standing) => {
    expect(postingStanding(term('2026-03-17', '2026-06-30'), today)).toBe(standing);
  });

  it('without an end runs on', () => {
    expect(postingStanding(term('2026-03-17', null), '2099-01-01')).toBe('running');
  });

  it('may begin on the day after another, and not on its last day', () => {
    const first = term('2026-01-01', '2026-06-30');
    expect(overlap(first, term('2026-07-01', null))).toBe(false);
    expect(overlap(first, term('2026-06-30', null))).toBe(true);
    expect(overlap(term('2026-06-30', null), first)).toBe(true);
    expect(overlap(term('2025-01-01', null), first)).toBe(true);
    expect(postingRefusal(term('2026-06-30', null), [first])?.because).toBe('postingOverlaps');
    expect(postingRefusal(term('2026-07-01', null), [first])).toBeNull();
  });

  it('may last one day, not less, and three years, not more', () => {
    expect(postingRefusal(term('2026-03-17', '2026-03-17'), [])).toBeNull();
    expect(postingRefusal(term('2026-03-17', '2026-03-16'), [])?.because).toBe('postingBackwards');
    expect(postingRefusal(term('2026-01-01', '2029-01-03'), [])).toBeNull();
    expect(postingRefusal(term('2026-01-01', '2029-01-04'), [])?.because).toBe('postingTooLong');
  });
});
