import { onEachDatabase } from '../../support/databases';
import { isIn, password, Town } from './sign-in-town';

const better = '新的密码也要好记一些才行呀';

onEachDatabase('my account', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
    for (const account of ['scout-01', 'scout-02', 'scout-03', 'scout-04', 'scout-06'])
      await town.givePassword(account);
  });
  afterAll(() => town.city.close());

  it('shows who I am', async () => {
    const { body } = await (await town.enter('scout-01')).get('/account');
    for (const word of ['桑启明', '队长', 'scout-01@yijiang.example', '招商人']) expect(body).toContain(word);
  });

  it('lists where I am signed in, and ends one or all others', async () => {
    const here = await town.enter('scout-01');
    const there = await town.enter('scout-01');
    const third = await town.enter('scout-01');
    const page = (await here.get('/account')).body;
    const [, other = ''] = [...page.matchAll(/action="\/account\/sessions\/(\w{26})\/ending"/g)].map(
      ([, id]) => id,
    );
    const stranger = await town.enter('scout-02');
    expect((await stranger.post(`/account/sessions/${other}/ending`)).statusCode).toBe(404);
    expect((await here.post(`/account/sessions/${other}/ending`)).statusCode).toBe(303);
    expect([await isIn(there), await isIn(third)].filter((open) => !open).length).toBeLessThanOrEqual(1);
    expect((await here.post('/account/sessions/ending')).statusCode).toBe(303);
    expect(await isIn(here)).toBe(true);
    expect([await isIn(there), await isIn(third)]).toEqual([false, false]);
    expect(await isIn(stranger)).toBe(true);
  });

  it('changes the password with the present one, and signs out everywhere else', async () => {
    const here = await town.enter('scout-02');
    const there = await town.enter('scout-02');
    const wrong = await here.post('/account/password', {
      current: 'guessing here',
      password: better,
      again: better,
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('现在的密码不对');
    const unlike = await here.post('/account/password', {
      current: password,
      password: better,
      again: `${better}!`,
    });
    expect(unlike.body).toContain('两遍输入不一样');
    const easy = await here.post('/account/password', {
      current: password,
      password: '123456789012',
      again: '123456789012',
    });
    expect([easy.statusCode, easy.body.includes('太容易被猜到')]).toEqual([422, true]);
    expect(easy.body).not.toContain('123456789012');
    expect(await isIn(there)).toBe(true);

    expect(
      (await here.post('/account/password', { current: password, password: better, again: better }))
        .statusCode,
    ).toBe(303);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const tries = (chosen: string) =>
      town.app.visitor().post('/sign-in', { email: town.email('scout-02'), password: chosen });
    expect((await tries(password)).statusCode).toBe(422);
    expect((await tries(better)).statusCode).toBe(303);
  });

  it('limits guessing the present password too', async () => {
    const here = await town.enter('scout-03');
    const guess = (n: number) =>
      here.post('/account/password', { current: `guess number ${n}`, password: better, again: better });
    for (let n = 0; n < 10; n += 1) expect((await guess(n)).statusCode).toBe(422);
    const locked = await here.post('/account/password', {
      current: password,
      password: better,
      again: better,
    });
    expect(locked.statusCode).toBe(429);
    expect(locked.body).not.toContain(password);
    expect(locked.body).not.toContain(better);
  });

  it('asks nobody for a forgotten password who came by mailed link', async () => {
    const visitor = town.app.visitor();
    await visitor.post(await town.mailedLink('scout-04'));
    expect((await visitor.get('/account')).body).not.toContain('name="current"');
    expect((await visitor.post('/account/password', { password: better, again: better })).statusCode).toBe(
      303,
    );
    const entered = await town.app
      .visitor()
      .post('/sign-in', { email: town.email('scout-04'), password: better });
    expect(entered.statusCode).toBe(303);
  });

  it('keeps the language I prefer, on every device', async () => {
    const here = await town.enter('scout-06');
    expect((await here.post('/account/locale', { locale: 'en' })).statusCode).toBe(303);
    const there = await town.enter('scout-06');
    expect((await there.get('/account')).body).toContain('<html lang="en">');
    await here.post('/account/locale', { locale: '' });
    expect((await here.get('/account')).body).toContain('<html lang="zh-CN">');
    expect((await here.post('/account/locale', { locale: 'xx' })).statusCode).toBe(303);
    expect((await here.get('/account')).body).toContain('<html lang="zh-CN">');
  });

  it('is for people who are signed in', async () => {
    const before = await town.app.rowCounts();
    expect((await town.app.visitor().get('/account')).statusCode).toBe(303);
    for (const path of ['/account/password', '/account/locale', '/account/sessions/ending'])
      expect((await town.app.visitor().post(path, { locale: 'en' })).statusCode).toBe(401);
    expect(await town.app.rowCounts()).toEqual(before);
  });
});
