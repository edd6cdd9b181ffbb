import type { Role, Viewer } from '../../../../src/domain/access/viewer';
import {
  countsIn,
  keepsUp,
  mayCorrectVisit,
  timeOf,
  visitScope,
} from '../../../../src/domain/campaign/campaign';

const term = { startsOn: '2026-03-01', endsOn: '2026-06-08' };
const viewer = (...roles: Role[]): Viewer => ({
  personId: 'p',
  account: 'a',
  name: 'n',
  unitId: 'u',
  unitName: 'U',
  roles,
  locale: 'zh-CN',
});

describe('the time of a campaign', () => {
  it.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-06-07', 99],
    ['2026-06-08', 100],
    ['2027-01-01', 100],
  ])('on %s is over by %i of its hundred days', (today, passed) => {
    expect(timeOf(term, today)).toEqual({ passed, total: 100 });
  });

  it('is kept up with when the done share is not less than the time share', () => {
    expect([keepsUp(10, 40, { passed: 25, total: 100 }), keepsUp(9, 40, { passed: 25, total: 100 })]).toEqual(
      [true, false],
    );
    expect(keepsUp(0, 0, { passed: 100, total: 100 })).toBe(true);
  });

  it('takes visits on its first and last day, and none beside them', () => {
    expect([countsIn(term, '2026-03-01'), countsIn(term, '2026-06-08')]).toEqual([null, null]);
    for (const day of ['2026-02-28', '2026-06-09'])
      expect(countsIn(term, day)?.because).toBe('visitOutsideCampaign');
  });
});

describe('visits', () => {
  it.each([
    [['secretariat'], 'all'],
    [['leadingGroup'], 'all'],
    [['scout', 'leadingGroup'], 'all'],
    [['scout'], 'unit'],
    [['host', 'supporter', 'inspector', 'admin', 'panelist', 'sponsor'], 'none'],
  ] as const)('are seen by %s: %s', (roles, scope) => {
    expect(visitScope(viewer(...roles))).toBe(scope);
  });

  it('are corrected by whoever logged them and by the secretariat', () => {
    expect(mayCorrectVisit(viewer('scout'), { byId: 'p' })).toBe(true);
    expect(mayCorrectVisit(viewer('scout'), { byId: 'q' })).toBe(false);
    expect(mayCorrectVisit(viewer('secretariat'), { byId: 'q' })).toBe(true);
  });
});
