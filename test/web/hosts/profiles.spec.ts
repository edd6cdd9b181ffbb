import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

const parcel = (mu: string, availableFrom = '2026-01-01', state = 'free') => ({
  ...{ name: '东区一号', mu, use: 'industrial', priceLow: '12', priceHigh: '15' },
  availableFrom,
  state,
});

onEachDatabase('what a host has and wants', (dialect) => {
  let city: TestCity;
  let host: Visitor;
  let scout: Visitor;
  const path = (code: string): string => `/hosts/${city.city.hosts.get(code) ?? ''}`;
  beforeAll(async () => {
    city = await foundCity(dialect);
    host = await city.app.signedIn('host-01');
    scout = await city.app.signedIn('scout-01');
  });
  afterAll(() => city.close());

  it('is stated by its own people as a new version, and read by everybody who is signed in', async () => {
    const first = await host.post(`${path('park-ed')}/profile`, {
      basedOn: '0',
      firstChain: 'new-energy-vehicle',
      wantedChains: ['new-energy'],
      parcels: [parcel('１２０．５')],
      headroom: { energy: { quantity: '4,200', asOf: '2026-03-01', note: '新增指标' } },
      text: '整车配套半小时圈。',
      note: '首次填报',
    });
    expect([first.statusCode, first.headers.location]).toEqual([303, path('park-ed')]);
    const page = (await scout.get(path('park-ed'))).body;
    expect(page).toContain('data-page="host-profile"');
    for (const said of ['120.5亩', '12–15万元/亩', '4,200吨标准煤/年', '整车配套半小时圈。', '首次填报'])
      expect(page).toContain(said);
    expect(page).not.toContain('/profile"');
    const sheet = await scout.get(`${path('park-ed')}/sheet`);
    expect([sheet.statusCode, sheet.body.includes('120.5亩')]).toEqual([200, true]);
    const entry = await city.app.reader.findOne(LedgerEntry, sql`order by seq desc limit 1`);
    expect(entry?.kind).toBe('host.profileStated');
  });

  it('keeps every version, takes no stale form, and makes none where nothing has changed', async () => {
    const form = { basedOn: '1', parcels: [parcel('130')] };
    expect((await host.post(`${path('park-ed')}/profile`, form)).statusCode).toBe(303);
    expect((await host.post(`${path('park-ed')}/profile`, form)).statusCode).toBe(409);
    expect((await host.post(`${path('park-ed')}/profile`, { ...form, basedOn: '2' })).statusCode).toBe(303);
    const old = (await scout.get(`${path('park-ed')}/versions/1`)).body;
    expect([old.includes('这是第1版，现行的是第2版。'), old.includes('120.5亩')]).toEqual([true, true]);
    expect((await scout.get(`${path('park-ed')}/versions/3`)).statusCode).toBe(404);
  });

  it('is not stated by others, and says beside each control what is wrong', async () => {
    const other = await city.app.signedIn('host-02');
    expect((await other.get(`${path('park-ed')}/profile`)).statusCode).toBe(403);
    expect((await other.post(`${path('park-ed')}/profile`, { basedOn: '2' })).statusCode).toBe(403);
    expect((await scout.post(`${path('park-ed')}/profile`, { basedOn: '2' })).statusCode).toBe(403);
    expect((await host.get(`/hosts/${'0'.repeat(26)}/profile`)).statusCode).toBe(404);
    const wrong = await host.post(`${path('park-ed')}/profile`, {
      basedOn: '2',
      parcels: [{ ...parcel('0'), name: '留在框里' }],
      minIntensity: 'viel',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('须大于零');
    expect(fieldValue(wrong.body, 'parcels[0][name]')).toBe('留在框里');
    expect(fieldValue(wrong.body, 'minIntensity')).toBe('viel');
  });

  it('is found by chain, kind, and land to be had by a day, to the hundredth', async () => {
    const rows = async (query: string): Promise<number> =>
      ((await scout.get(`/hosts?${query}`)).body.match(/<tr data-id=/g) ?? []).length;
    expect(await rows('')).toBe(6);
    expect(await rows('kind=county')).toBe(1);
    expect(await rows('chain=fine-chemicals')).toBe(1);
    expect(await rows('land=130')).toBe(1);
    expect(await rows('land=130.01')).toBe(0);
    expect(await rows('land=130&by=2026-01-01')).toBe(1);
    expect(await rows('land=130&by=2025-12-31')).toBe(0);
    const book = await scout.get('/hosts.xlsx?land=130');
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('suggests hosts in the form of a lead, and takes one as intended by its button, without script', async () => {
    const { body } = city.book()[0] ?? { body: {} };
    const draft = { ...body, intendedHosts: ['park-ht'], chain: 'new-energy-vehicle', landMu: '100' };
    const created = await scout.post('/leads', draft);
    const lead = String(created.headers.location);
    const form = (await scout.get(`${lead}/edit`)).body;
    expect(form).toContain('最合适的园区');
    expect(form).toContain('name="addHost" value="park-ed"');
    const taken = await scout.post(lead, { ...draft, addHost: 'park-ed' });
    expect([taken.statusCode, taken.headers.location]).toEqual([303, `${lead}/edit#fit`]);
    const rows = await city.app.reader.rows<{ code: string }>(
      sql`select host.code from lead_host join host on host.id = lead_host.host_id
          where lead_host.lead_id = ${lead.split('/').at(-1) ?? ''} order by lead_host.position`,
    );
    expect(rows.map(({ code }) => code)).toEqual(['park-ht', 'park-ed']);
  });

  it('counts by the weights of the city, which only the office changes, with a reason', async () => {
    const office = await city.app.signedIn('secretary-01');
    const weights = { chain: '100', site: '0', intensity: '0', tax: '0', elements: '0', region: '0' };
    const form = { ...weights, first: '100', leading: '60', wanted: '30', basedOn: '0' };
    const bare = await office.post('/admin/settings/fit', { ...form, reason: ' ' });
    expect(bare.statusCode).toBe(422);
    const high = await office.post('/admin/settings/fit', { ...form, chain: '101', reason: '试行' });
    expect([high.statusCode, high.body.includes('产业链：请填0至100之间的整数')]).toEqual([422, true]);
    expect((await office.post('/admin/settings/fit', { ...form, reason: '试行' })).statusCode).toBe(303);
    expect((await scout.post('/admin/settings/fit', { ...form, reason: '试行' })).statusCode).toBe(403);
    expect((await office.get('/admin/settings')).body).toContain('/admin/settings/fit');
  });

  it('costs the same number of statements for one answer that waits and for three, for one lead and for three', async () => {
    const office = await city.app.signedIn('secretary-01');
    const cost = async (address: string): Promise<number> => {
      const before = city.app.reader.statements;
      expect((await office.get(address)).statusCode).toBe(200);
      return city.app.reader.statements - before;
    };
    const addresses = ['/answers', `${path('park-ed')}/elements`, '/hosts'];
    await city.queuedLeads(1, 1);
    const few: number[] = [];
    for (const address of addresses) few.push(await cost(address));
    await city.queuedLeads(2, 2);
    const many: number[] = [];
    for (const address of addresses) many.push(await cost(address));
    expect(many).toEqual(few);
  });
});
