import { sql } from '../../../src/database/sql';
import { FirstStart } from '../../../src/people/first-start';
import { startApp, TestApp } from '../../support/app';
import { foundCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue } from '../../support/visitor';

const first = {
  unitName: '市投资促进局',
  name: '卫中流',
  email: 'Admin@City.example',
  password: '五月的风吹过老城门的石阶',
};

onEachDatabase('the first start', (dialect) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp(dialect);
  });
  afterEach(() => app.close());

  it('has no account, no default password, and no set-up page before a code was printed', async () => {
    expect(await app.reader.rows(sql`select id from person`)).toEqual([]);
    expect((await app.visitor().get('/setup')).statusCode).toBe(404);
    expect((await app.visitor().post('/setup', { ...first, code: '' })).statusCode).toBe(404);
    for (const email of ['admin', 'admin@localhost', 'root']) {
      for (const password of ['', 'admin', 'password'])
        expect((await app.visitor().post('/sign-in', { email, password })).statusCode).toBe(422);
    }
  });

  it('registers the administrator with the printed code, once', async () => {
    const code = (await app.get(FirstStart).codeToPrint()) ?? '';
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await app.get(FirstStart).codeToPrint()).toBe(code);
    const visitor = app.visitor();
    expect((await visitor.get('/setup')).statusCode).toBe(200);

    const answer = await visitor.post('/setup', { ...first, code: code.toLowerCase().replaceAll('-', ' ') });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in']);
    expect((await visitor.get('/setup')).statusCode).toBe(404);
    expect((await visitor.post('/setup', { ...first, email: 'second@city.example', code })).statusCode).toBe(
      404,
    );
    expect(await app.get(FirstStart).codeToPrint()).toBeNull();

    const entered = await visitor.post('/sign-in', { email: 'admin@city.example', password: first.password });
    expect(entered.statusCode).toBe(303);
    expect((await visitor.get('/admin/people')).body).toContain('卫中流');
  });

  it('says what is wrong beside each field, keeps what was typed, and registers nobody', async () => {
    const code = (await app.get(FirstStart).codeToPrint()) ?? '';
    const wrong: [Record<string, string>, string][] = [
      [{ ...first, code: 'AAAA-BBBB-CCCC-DDDD' }, '启动码不对'],
      [{ ...first, code, email: 'not an address' }, '邮箱地址'],
      [{ ...first, code, password: 'short' }, '密码至少12个字'],
      [{ ...first, code, password: 'password1234567' }, '太容易被猜到'],
      [{ ...first, code, name: '' }, '请填写'],
    ];
    for (const [fields, said] of wrong) {
      const answer = await app.visitor().post('/setup', fields);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(said);
      expect(fieldValue(answer.body, 'unitName')).toBe(first.unitName);
      expect(answer.body).not.toContain(fields['password']);
    }
    expect(await app.reader.rows(sql`select id from person`)).toEqual([]);
  });

  it('makes one administrator of two who press at the same moment', async () => {
    const code = (await app.get(FirstStart).codeToPrint()) ?? '';
    const visitors = [app.visitor(), app.visitor()];
    await Promise.all(visitors.map((visitor) => visitor.csrfToken()));
    const answers = await Promise.all(
      visitors.map((visitor, n) =>
        visitor.post('/setup', { ...first, email: `admin${n}@city.example`, code }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404]);
    expect(await app.reader.rows(sql`select id from person`)).toHaveLength(1);
  });
});

onEachDatabase('a city that has people', (dialect) => {
  it('never prints a code nor shows the set-up page', async () => {
    const city = await foundCity(dialect);
    try {
      expect(await city.app.get(FirstStart).codeToPrint()).toBeNull();
      expect((await city.app.visitor().get('/setup')).statusCode).toBe(404);
    } finally {
      await city.close();
    }
  });

  it('has no demo door outside demo mode, and in demo mode one for each of its people', async () => {
    const city = await foundCity(dialect);
    const visitor = city.app.visitor();
    expect((await visitor.get('/demo')).statusCode).toBe(404);
    expect((await visitor.post('/demo/sign-in', { account: 'admin-01' })).statusCode).toBe(404);
    await city.close();

    const demo = await startApp(dialect, { MODE: 'demo' });
    try {
      const open = demo.visitor();
      expect((await open.get('/demo')).statusCode).toBe(200);
      expect((await open.post('/demo/sign-in', { account: 'nobody-99' })).statusCode).toBe(404);
      expect((await open.get('/setup')).statusCode).toBe(404);
    } finally {
      await demo.close();
    }
  });
});
