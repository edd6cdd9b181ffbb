import { HostsQueries } from '../../../src/hosts/hosts.queries';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { sql } from '../../../src/database/sql';
import { foundCity, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';

const newPark = {
  name: '江北智造园',
  code: 'park-jb',
  kind: 'park',
  chemicalPark: '1',
  region: '宜江市',
  leadChains: ['electronics', 'textile'],
  unitId: '',
};

onEachDatabase('the register of hosts', (dialect) => {
  let city: TestCity;
  let admin: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    admin = await city.app.signedIn('admin-01');
  });
  afterAll(() => city.close());

  const host = (code: string) =>
    city.app
      .get(HostsQueries)
      .byCodes([code])
      .then((found) => found.get(code));

  it('lists every host with its chains and the unit that speaks for it', async () => {
    const { body } = await admin.get('/admin/hosts');
    expect(body).toContain('data-page="host-index"');
    expect(body.match(/<tr data-id=/g)).toHaveLength(6);
    expect(body).toContain('化工新材料产业园');
    expect(body).toContain('data-state="chemical"');
    expect(body).toContain('新能源汽车');
    expect(body).toContain('href="/admin/hosts"');
  });

  it('takes a new one, which the scout can choose at once, and records it', async () => {
    const answer = await admin.post('/admin/hosts', newPark);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/admin/hosts']);
    expect(await host('park-jb')).toMatchObject({
      name: '江北智造园',
      chemicalPark: true,
      leadChains: ['electronics', 'textile'],
      unitId: null,
    });
    const scout = await city.app.signedIn('scout-01');
    expect((await scout.get('/leads/new')).body).toContain('江北智造园');
    const entry = await city.app.reader.findOne(
      LedgerEntry,
      sql`where subject_type = 'host' order by seq desc limit 1`,
    );
    expect([entry?.kind, entry?.facts]).toEqual(['host.registered', expect.stringContaining('park-jb')]);
  });

  it('changes everything but the code', async () => {
    const { id } = (await host('park-jb')) ?? { id: '' };
    const page = (await admin.get(`/admin/hosts/${id}`)).body;
    expect(fieldValue(page, 'name')).toBe('江北智造园');
    const unitId = city.city.units.get('park-ht') ?? '';
    const change = {
      ...newPark,
      name: '江北智能制造园',
      code: 'other',
      leadChains: [],
      chemicalPark: '',
      unitId,
    };
    const answer = await admin.post(`/admin/hosts/${id}`, change);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/admin/hosts/${id}`]);
    expect(await host('other')).toBeUndefined();
    expect(await host('park-jb')).toMatchObject({
      name: '江北智能制造园',
      chemicalPark: false,
      leadChains: [],
      unitId,
    });
  });

  it('says beside each field what is wrong, keeps what was typed, and stores nothing', async () => {
    const { id } = (await host('park-ht')) ?? { id: '' };
    const wrong: [Record<string, unknown>, string][] = [
      [{ code: 'park-ht' }, '代码“park-ht”已有园区使用'],
      [{ code: 'Park HT' }, '代码须为2到40个'],
      [{ name: '' }, '名称须为2到60个字'],
      [{ kind: 'village' }, '请选择类别'],
      [{ region: '' }, '所在地须为2到60个字'],
      [{ unitId: '0'.repeat(26) }, '没有找到这个单位'],
      [{ leadChains: ['steam-engines'] }, '请核对这一项'],
    ];
    const before = await city.app.rowCounts();
    for (const [change, said] of wrong) {
      const given = { ...newPark, code: 'park-new', name: '留在框里', ...change };
      const paths = 'code' in change ? ['/admin/hosts'] : ['/admin/hosts', `/admin/hosts/${id}`];
      for (const path of paths) {
        const answer = await admin.post(path, given);
        expect([path, answer.statusCode]).toEqual([path, 422]);
        expect(answer.body).toContain(said);
        expect(fieldValue(answer.body, 'name')).toBe(given.name);
        expect(fieldValue(answer.body, 'region')).toBe(given.region);
      }
    }
    expect(await city.app.rowCounts()).toEqual(before);
    expect((await host('park-ht'))?.name).toBe('高新技术产业开发区');
  });

  it('is read by the secretariat and kept by administrators', async () => {
    const secretary = await city.app.signedIn('secretary-01');
    const { id } = (await host('park-ht')) ?? { id: '' };
    const [list, page] = [await secretary.get('/admin/hosts'), await secretary.get(`/admin/hosts/${id}`)];
    expect([list.statusCode, page.statusCode]).toEqual([200, 200]);
    expect(list.body).not.toContain('action="/admin/hosts"');
    expect(page.body).toContain('修改由系统管理员办理');
    expect((await secretary.post('/admin/hosts', newPark)).statusCode).toBe(403);
    expect((await secretary.post(`/admin/hosts/${id}`, newPark)).statusCode).toBe(403);
    expect((await admin.get(`/admin/hosts/${'0'.repeat(26)}`)).statusCode).toBe(404);
  });

  it('costs the same number of statements for six hosts and for sixty', async () => {
    const cost = async (): Promise<number> => {
      const before = city.app.reader.statements;
      await admin.get('/admin/hosts');
      return city.app.reader.statements - before;
    };
    const few = await cost();
    for (let n = 0; n < 54; n += 1) await admin.post('/admin/hosts', { ...newPark, code: `more-${n}` });
    expect(await cost()).toBe(few);
  });
});
