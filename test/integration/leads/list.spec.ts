import { readLeadFilter } from '../../../src/leads/lead-filter';
import { LeadListQueries } from '../../../src/leads/lead-list.queries';
import { onEachDatabase } from '../../support/databases';
import { LeadDesk, openLeadDesk, samples } from './lead-desk';

const overdue = (before: string) => ({
  before,
  longBefore: before,
  largeFrom: 10_000_000,
  specialistTracks: [],
  excused: [],
});

onEachDatabase('the lead list', (dialect) => {
  let desk: LeadDesk;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    for (const { id } of samples) ids.set(id, (await desk.submitSample(id)).leadId);
    await desk.decide(ids.get('S01') ?? '', 'accept');
  });
  afterAll(() => desk.close());

  const list = async (account: string, query: Record<string, string>) =>
    desk.city.app
      .get(LeadListQueries)
      .list(await desk.viewer(account), readLeadFilter(query), overdue('2026-03-10T00:00:00.000Z'));
  const found = async (query: Record<string, string>, account = 'secretary-01'): Promise<string[]> => {
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    return (await list(account, query)).rows.map(({ id }) => names.get(id) ?? id);
  };

  it('shows the secretariat all reported leads, newest first, and no draft', async () => {
    const { rows, total, tabs, overdue } = await list('secretary-01', {});
    expect(total).toBe(samples.length - 1);
    expect(rows.map(({ submittedAt }) => submittedAt)).toEqual(
      rows
        .map(({ submittedAt }) => submittedAt)
        .sort()
        .reverse(),
    );
    expect(await found({})).not.toContain('S02');
    expect(Object.fromEntries(tabs)).toMatchObject({ all: 11, submitted: 10, queued: 1, returned: 0 });
    expect(overdue).toBeGreaterThan(0);
  });

  it('shows scouts their own, drafts too', async () => {
    expect(await found({}, 'scout-04')).toEqual(['S02']);
    expect(await found({ state: 'draft' }, 'scout-04')).toEqual(['S02']);
    expect((await found({}, 'scout-01')).sort()).toEqual(['S01', 'S07']);
    expect(await found({ q: '澜岫' }, 'scout-02')).toEqual([]);
  });

  it.each([
    ['two symbols of a name', '澜岫', ['S03', 'S01']],
    ['a part of a title', '热管理零部件', ['S03']],
    ['one symbol', '穹', ['S05', 'S12']],
    ['words in Latin letters', 'mems SENSOR', ['S15']],
    ['a number in small letters', 'l-2026-00001', ['S07']],
    ['a credit code with a space', '91440306 MAYX000414', ['S04']],
    ['a company in full', '砺辰伺服技术有限公司', ['S04']],
    ['full-width letters', 'ＭＥＭＳ', ['S15']],
    ['what nobody has', '热泵', []],
    ['marks alone', '（）', []],
    ['the wildcards of SQL', '%_', []],
  ])('finds by %s', async (_, q, names) => {
    expect((await found({ q })).sort()).toEqual([...names].sort());
  });

  it('filters by state, track and host together, and sorts by amount', async () => {
    expect(await found({ state: 'queued' })).toEqual(['S01']);
    expect((await found({ track: 'tech' })).sort()).toEqual(['S12', 'S17']);
    expect(await found({ track: 'manufacturing', host: 'park-ed', state: 'submitted', q: '专用' })).toEqual(
      (await found({ q: '专用' })).filter((id) => id === 'S06'),
    );
    const totals = (await list('secretary-01', { sort: '-total' })).rows.map(
      ({ totalInvestment }) => totalInvestment,
    );
    expect(totals).toEqual([...totals].sort((a, b) => Number(b) - Number(a)));
  });

  it('pages without losing or doubling a row', async () => {
    const filter = { ...readLeadFilter({}), size: 4 };
    const viewer = await desk.viewer('secretary-01');
    const seen: string[] = [];
    for (let page = 1; ; page += 1) {
      const { rows, hasNext } = await desk.city.app
        .get(LeadListQueries)
        .list(viewer, { ...filter, page }, overdue(''));
      seen.push(...rows.map(({ id }) => id));
      if (!hasNext) break;
    }
    expect(new Set(seen).size).toBe(11);
    expect(seen).toHaveLength(11);
  });

  it('runs the same few statements for one row, for three and for all, with a search and without', async () => {
    const counts: number[] = [];
    for (const query of [{ state: 'queued' }, { track: 'tech' }, {}] as Record<string, string>[]) {
      const before = desk.reader.statements;
      await list('secretary-01', query);
      counts.push(desk.reader.statements - before);
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(8);
    const before = desk.reader.statements;
    await list('secretary-01', { q: '澜岫' });
    expect(desk.reader.statements - before).toBeLessThanOrEqual(8);
  });
});
