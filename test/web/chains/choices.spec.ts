import { ChainsQueries } from '../../../src/chains/chains.queries';
import { ChainsService } from '../../../src/chains/chains.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('a chain that the city has entered itself', (dialect) => {
  let city: TestCity;
  let admin: Visitor;
  let host: Visitor;
  let chainId: string;
  const actor = { personId: null, label: '测试' };
  const plan = { nameZh: '低空经济', nameEn: 'Low-altitude economy', year: 2026, keeperId: null };
  beforeAll(async () => {
    city = await foundCity(dialect);
    admin = await city.app.signedIn('admin-01');
    host = await city.app.signedIn('host-01');
    chainId = await city.app
      .get(ChainsService)
      .add(actor, { ...plan, code: 'low-altitude', standing: 'active' });
  });
  afterAll(() => city.close());

  const hostId = (): string => city.city.hosts.get('park-ed') ?? '';
  const personId = (): string => city.city.people.get('panelist-07') ?? '';
  const hostForm = (leadChains: readonly string[]) => ({
    name: '经济技术开发区',
    kind: 'park',
    region: '宜江市',
    unitId: city.city.units.get('park-ed') ?? '',
    leadChains,
  });

  it('may be led by a host, and is called by its own name; one that nobody entered may not', async () => {
    const path = `/admin/hosts/${hostId()}`;
    expect((await admin.get(path)).body).toContain('value="low-altitude"');
    expect((await admin.post(path, hostForm(['steam-engines']))).statusCode).toBe(422);
    expect((await admin.post(path, hostForm(['low-altitude']))).statusCode).toBe(303);
    expect((await admin.get('/admin/hosts')).body).toContain('低空经济');
    expect((await host.get('/hosts?chain=low-altitude')).body).toContain(`data-id="${hostId()}"`);
  });

  it('may be wanted by a host in its profile, first or among others', async () => {
    const path = `/hosts/${hostId()}/profile`;
    expect((await host.get(path)).body).toContain('低空经济');
    const stated = { basedOn: '0', firstChain: 'low-altitude', wantedChains: ['low-altitude'] };
    expect((await host.post(path, stated)).statusCode).toBe(303);
    expect((await host.get(`/hosts/${hostId()}`)).body).toContain('低空经济');
  });

  it('may be what an expert knows, in both languages', async () => {
    const path = `/admin/people/${personId()}`;
    expect((await admin.get(`${path}/expertise`)).body).toContain('value="low-altitude"');
    const known = { industries: '', chains: ['low-altitude', 'steam-engines'] };
    expect((await admin.post(`${path}/expertise`, known)).statusCode).toBe(303);
    const page = (await admin.get(path)).body;
    expect(page).toContain('低空经济');
    expect(page).not.toContain('steam-engines');
  });

  it('explains the fit of a lead by its name', async () => {
    const [entry] = city.book();
    const body = { ...entry?.body, chain: 'low-altitude', intendedHosts: ['park-ed'] };
    const id = await city.acts.report({ scout: 'scout-01', body });
    const scout = await city.app.signedIn('scout-01');
    expect((await scout.get(`/leads/${id}`)).body).toContain('低空经济是这里的首位产业');
  });

  it('once it has left the list stays where it stands, and is offered to nobody else', async () => {
    await city.app.get(ChainsService).change(actor, chainId, { ...plan, standing: 'closed' });
    const chains = await city.app.get(ChainsQueries).named();
    expect(chains.find(({ code }) => code === 'low-altitude')?.active).toBe(false);
    expect((await admin.get(`/admin/hosts/${hostId()}`)).body).toContain('value="low-altitude" checked');
    const other = `/admin/hosts/${city.city.hosts.get('park-ht') ?? ''}`;
    expect((await admin.get(other)).body).not.toContain('low-altitude');
    expect((await admin.post(`/admin/hosts/${hostId()}`, hostForm(['low-altitude']))).statusCode).toBe(303);
  });
});
