import { PeopleQueries } from '../../../src/people/people.queries';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { sql } from '../../../src/database/sql';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';
import { Town } from './sign-in-town';

const someone = {
  account: 'new-01',
  name: '新来的',
  post: '科员',
  email: 'New-01@Yijiang.example',
  mobile: '',
  locale: '',
  roles: ['scout'],
};

onEachDatabase('the register of people', (dialect) => {
  let town: Town;
  let admin: Visitor;
  let unitId: string;
  beforeAll(async () => {
    town = await Town.found(dialect);
    admin = await town.app.signedIn('admin-01');
    unitId = (await town.app.get(PeopleQueries).byAccount('scout-01'))?.unitId ?? '';
  });
  afterAll(() => town.city.close());

  it('lists people with unit, roles and state, and narrows by role, unit, state and words', async () => {
    const ids = async (query: string): Promise<number> =>
      ((await admin.get(`/admin/people?${query}`)).body.match(/<tr data-id=/g) ?? []).length;
    expect((await admin.get('/admin/people')).body).toContain('共45人');
    expect(await ids('')).toBe(20);
    expect(await ids('page=3')).toBe(5);
    expect(await ids('size=50')).toBe(45);
    expect(await ids('role=scout')).toBe(12);
    expect(await ids(`unit=${unitId}`)).toBe(1);
    expect(await ids(`q=${encodeURIComponent('桑启明')}`)).toBe(1);
    expect(await ids('q=SCOUT-0')).toBe(9);
    expect(await ids('q=%25')).toBe(0);
    expect(await ids('state=disabled')).toBe(0);
    expect(await ids('role=nonsense&page=-1&size=7&state=x')).toBe(20);
    expect((await admin.get('/admin/people?q=nobody-at-all')).body).toContain('没有符合条件的人员');
  });

  it('costs the same number of statements for one person and for fifty', async () => {
    const cost = async (query: string): Promise<number> => {
      const before = town.app.reader.statements;
      await admin.get(`/admin/people?${query}`);
      return town.app.reader.statements - before;
    };
    const one = await cost(`q=${encodeURIComponent('桑启明')}`);
    expect(await cost('size=50')).toBe(one);
    expect(await cost('q=scout-01')).toBe(one);
  });

  it('takes a new person, who then asks for a link', async () => {
    const answer = await admin.post('/admin/people', { ...someone, unitId });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/admin/people']);
    const person = await town.app.get(PeopleQueries).byAccount('new-01');
    expect(person).toMatchObject({
      name: '新来的',
      email: 'new-01@yijiang.example',
      mobile: null,
      locale: null,
      roles: ['scout'],
    });
    const link = await town.mailedLink('new-01');
    expect((await town.app.visitor().post(link)).statusCode).toBe(303);
    const [entry] = await town.app.reader.find(
      LedgerEntry,
      sql`where kind = 'person.added' order by seq desc limit 1`,
    );
    expect(entry?.actorLabel).toBe('卫中流（市招商预审秘书处）');
  });

  it.each([
    ['no name', { name: '' }, '姓名须为2到40个字'],
    ['a bad account', { account: 'Bad Account' }, '账号须为2到40个小写字母'],
    ['a bad address', { email: 'nowhere' }, '邮箱地址nowhere不对'],
    ['a known address', { email: 'scout-01@yijiang.example' }, '已登记过'],
    ['a known account', { account: 'scout-01' }, '已登记过'],
    ['no role', { roles: [] }, '请至少选一个角色'],
    ['an invented role', { roles: ['emperor'] }, '请至少选一个角色'],
    ['secretariat and panelist', { roles: ['secretariat', 'panelist'] }, '秘书处不参加表决'],
    ['inspector and more', { roles: ['inspector', 'admin'] }, '纪检监察只看不办'],
    ['an unknown unit', { unitId: '0'.repeat(26) }, '请选择单位'],
    ['a bad mobile', { mobile: 'call me' }, '手机号只能有'],
  ])('refuses a person with %s, and keeps what was typed', async (_what, change, said) => {
    const before = await town.app.rowCounts();
    const fields = { ...someone, account: 'new-02', email: 'new-02@yijiang.example', unitId, ...change };
    const answer = await admin.post('/admin/people', fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(said);
    expect(fieldValue(answer.body, 'post')).toBe('科员');
    expect(await town.app.rowCounts()).toEqual(before);
  });

  it('changes a person, who has the new roles with the next request', async () => {
    const visitor = await town.app.signedIn('scout-10');
    expect((await visitor.get('/admin/people')).statusCode).toBe(403);
    const id = await town.idOf('scout-10');
    const page = await admin.get(`/admin/people/${id}`);
    const form = {
      name: '童青禾',
      post: '处长',
      email: 'scout-10@yijiang.example',
      mobile: '138 0000 0000',
      unitId,
      roles: ['scout', 'admin'],
      locale: 'en',
    };
    expect(fieldValue(page.body, 'name')).toBe('童青禾');
    expect((await admin.post(`/admin/people/${id}`, form)).statusCode).toBe(303);
    expect((await visitor.get('/admin/people')).statusCode).toBe(200);
    expect((await visitor.get('/account')).body).toContain('<html lang="en">');
    expect(await town.app.get(PeopleQueries).byId(id)).toMatchObject({
      account: 'scout-10',
      post: '处长',
      mobile: '138 0000 0000',
    });
  });

  it('disables and enables, but nobody disables themselves or drops their own right', async () => {
    const id = await town.idOf('scout-11');
    const visitor = await town.app.signedIn('scout-11');
    expect((await admin.post(`/admin/people/${id}/disabling`)).statusCode).toBe(303);
    expect((await visitor.get('/account')).statusCode).toBe(303);
    expect((await admin.get('/admin/people?state=disabled')).body).toContain('scout-11');
    expect((await admin.post(`/admin/people/${id}/enabling`)).statusCode).toBe(303);
    expect(await (await town.app.signedIn('scout-11')).get('/account')).toMatchObject({ statusCode: 200 });

    const own = await town.idOf('admin-01');
    expect((await admin.get(`/admin/people/${own}`)).body).toContain('aria-disabled="true"');
    expect((await admin.post(`/admin/people/${own}/disabling`)).statusCode).toBe(409);
    const person = await town.app.get(PeopleQueries).byId(own);
    const dropped = await admin.post(`/admin/people/${own}`, {
      ...person,
      mobile: '',
      locale: '',
      roles: ['scout'],
    });
    expect(dropped.statusCode).toBe(422);
    expect(dropped.body).toContain('不能去掉自己的系统管理员角色');
  });

  it('is read by the secretariat and changed by administrators alone', async () => {
    const office = await town.app.signedIn('secretary-01');
    const list = await office.get('/admin/people');
    expect(list.statusCode).toBe(200);
    expect(list.body).not.toContain('/admin/people/new');
    const id = await town.idOf('scout-12');
    const page = await office.get(`/admin/people/${id}`);
    expect(page.body).toContain('修改由系统管理员办理');
    expect(page.body).not.toContain('/disabling');
    const before = await town.app.rowCounts();
    for (const path of [
      '/admin/people',
      `/admin/people/${id}`,
      `/admin/people/${id}/disabling`,
      '/admin/units',
    ])
      expect((await office.post(path, { ...someone, unitId })).statusCode).toBe(403);
    expect((await office.get('/admin/people/new')).statusCode).toBe(403);
    expect(await town.app.rowCounts()).toEqual(before);
    expect((await town.app.signedIn('scout-01').then((scout) => scout.get('/admin/people'))).statusCode).toBe(
      403,
    );
  });

  it('answers 404 for somebody unknown', async () => {
    const unknown = `/admin/people/${'0'.repeat(26)}`;
    expect((await admin.get(unknown)).statusCode).toBe(404);
    for (const path of [unknown, `${unknown}/disabling`, `${unknown}/enabling`]) {
      expect((await admin.post(path, { ...someone, unitId })).statusCode).toBe(404);
    }
  });

  it('takes new units, each code once', async () => {
    const unit = { name: '市数据局', code: 'data', kind: 'department' };
    expect((await admin.post('/admin/units', unit)).statusCode).toBe(303);
    const again = await admin.post('/admin/units', { ...unit, name: '另一个' });
    expect([again.statusCode, fieldValue(again.body, 'name')]).toEqual([422, '另一个']);
    expect(again.body).toContain('单位代码data已被使用');
    expect((await admin.post('/admin/units', { name: 'x', code: 'X Y', kind: 'nation' })).statusCode).toBe(
      422,
    );
    expect((await admin.get('/admin/units')).body).toContain('市数据局');
  });

  it('shows the settings, what is missing in the calendar, and nothing secret', async () => {
    for (const account of ['admin-01', 'secretary-01']) {
      const { statusCode, body } = await (await town.app.signedIn(account)).get('/admin/settings');
      expect(statusCode).toBe(200);
      expect(body).toContain('缺2027年的放假安排');
      expect(body).toContain('R1');
      expect(body).not.toContain(town.app.config.SECRET_KEY);
      expect(body).not.toContain(town.app.config.DATABASE_URL);
    }
  });
});
