import { sql } from '../../../src/database/sql';
import { Session } from '../../../src/people/person.entity';
import { hashOfToken } from '../../../src/people/sessions.service';
import { onEachDatabase } from '../../support/databases';
import { fieldValue } from '../../support/visitor';
import { hour, isIn, minute, password, Town } from './sign-in-town';

onEachDatabase('signing in with a password', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
  });
  afterAll(() => town.city.close());

  it('lets the right password in and goes where the person wanted to go', async () => {
    await town.givePassword('scout-01');
    const visitor = town.app.visitor();
    const answer = await visitor.post('/sign-in', {
      email: ` ${town.email('scout-01').toUpperCase()} `,
      password,
      next: '/leads?state=draft',
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/leads?state=draft');
    expect(await isIn(visitor)).toBe(true);
  });

  it('sends whoever is not signed in to the door, and back to the page afterwards', async () => {
    const answer = await town.app.visitor().get('/account?x=1');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/sign-in?next=%2Faccount%3Fx%3D1');
    const door = await town.app.visitor().get(String(answer.headers.location));
    expect(nextIn(door.body)).toBe('/account?x=1');
  });

  it('answers a wrong password and an unknown address with the same page', async () => {
    await town.givePassword('scout-02');
    const visitor = town.app.visitor();
    const email = { known: town.email('scout-02'), unknown: 'nobody-02@yijiang.example' };
    const wrong = await visitor.post('/sign-in', { email: email.known, password: 'not the right one' });
    const unknown = await visitor.post('/sign-in', { email: email.unknown, password: 'not the right one' });
    const none = await visitor.post('/sign-in', { email: town.email('scout-03'), password: 'has none yet' });
    expect([wrong.statusCode, unknown.statusCode, none.statusCode]).toEqual([422, 422, 422]);
    const plain = (body: string): string => body.replace(/value="[^"]*"/g, '').replace(/请求编号 [\w-]+/, '');
    expect(plain(unknown.body)).toBe(plain(wrong.body));
    expect(plain(none.body)).toBe(plain(wrong.body));
    expect(fieldValue(wrong.body, 'email')).toBe(email.known);
    expect(wrong.body).not.toContain('not the right one');
    expect(await isIn(visitor)).toBe(false);
  });

  it('refuses even the right password after ten wrong ones within a quarter of an hour, and then no longer', async () => {
    await town.givePassword('scout-04');
    const visitor = town.app.visitor();
    const tries = async (chosen: string) =>
      (await visitor.post('/sign-in', { email: town.email('scout-04'), password: chosen })).statusCode;
    for (let n = 0; n < 10; n += 1) expect(await tries(`wrong number ${n}`)).toBe(422);
    expect(await tries(password)).toBe(429);
    expect(await isIn(visitor)).toBe(false);
    expect(await town.attempts('scout-04', 'locked')).toBe(1);
    const others = town.app.visitor();
    await town.givePassword('scout-05');
    expect((await others.post('/sign-in', { email: town.email('scout-05'), password })).statusCode).toBe(303);
    town.clock.advance(15 * minute);
    expect(await tries(password)).toBe(303);
  });

  it('locks an unknown address after as many tries, so that a lock tells nothing either', async () => {
    const visitor = town.app.visitor();
    const answers: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      answers.push(
        (await visitor.post('/sign-in', { email: 'ghost@yijiang.example', password: 'x' })).statusCode,
      );
    }
    expect(answers).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it('does not count right tries and old ones', async () => {
    await town.givePassword('scout-06');
    const visitor = town.app.visitor();
    const wrong = () => visitor.post('/sign-in', { email: town.email('scout-06'), password: 'wrong again' });
    for (let n = 0; n < 9; n += 1) await wrong();
    town.clock.advance(15 * minute);
    expect((await wrong()).statusCode).toBe(422);
    expect((await visitor.post('/sign-in', { email: town.email('scout-06'), password })).statusCode).toBe(
      303,
    );
  });

  it('never goes to another site afterwards', async () => {
    await town.givePassword('scout-07');
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\u0009/evil.example',
      'evil.example',
      '',
    ]) {
      const visitor = town.app.visitor();
      const answer = await visitor.post('/sign-in', { email: town.email('scout-07'), password, next });
      expect([next, answer.headers.location]).toEqual([next, '/']);
      const door = await town.app.visitor().get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(nextIn(door.body)).toBe('/');
    }
  });

  it('takes a strange form for a wrong one', async () => {
    const visitor = town.app.visitor();
    for (const fields of [
      {},
      { email: ['a', 'b'], password: { x: '1' } },
      { email: 'x'.repeat(5000), password: 'y'.repeat(5000) },
    ]) {
      expect((await visitor.post('/sign-in', fields)).statusCode).toBe(422);
    }
  });
});

onEachDatabase('a session', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
    for (let n = 1; n <= 6; n += 1) await town.givePassword(`scout-0${n}`);
  });
  afterAll(() => town.city.close());

  it('opens nothing after signing out, not even for a copy of its cookie', async () => {
    const visitor = await town.enter('scout-01');
    const copy = town.app.visitor();
    copy.setCookie('session', visitor.cookie('session') ?? '');
    expect(await isIn(copy)).toBe(true);
    const out = await visitor.post('/sign-out');
    expect([out.statusCode, out.headers.location]).toEqual([303, '/sign-in']);
    expect(visitor.cookie('session')).toBeUndefined();
    expect(await isIn(copy)).toBe(false);
  });

  it('is not kept in the database as it is in the cookie', async () => {
    const visitor = await town.enter('scout-01');
    const token = visitor.cookie('session') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const tables = JSON.stringify(await town.app.reader.find(Session));
    expect(tables).not.toContain(token);
  });

  it('ends with the next request once the account is disabled', async () => {
    const visitor = await town.enter('scout-02');
    const admin = await town.app.signedIn('admin-01');
    await admin.post(`/admin/people/${await town.idOf('scout-02')}/disabling`);
    expect(await isIn(visitor)).toBe(false);
    const again = await town.app.visitor().post('/sign-in', { email: town.email('scout-02'), password });
    expect(again.statusCode).toBe(422);
  });

  it('ends after twenty minutes without use', async () => {
    const visitor = await town.enter('scout-03');
    for (let n = 0; n < 3; n += 1) {
      town.clock.advance(19 * minute);
      expect(await isIn(visitor)).toBe(true);
      await seenNow(town, visitor.cookie('session') ?? '');
    }
    town.clock.advance(20 * minute);
    expect(await isIn(visitor)).toBe(false);
  });

  it('ends after twelve hours whatever happens', async () => {
    const visitor = await town.enter('scout-04');
    for (let n = 0; n < 47; n += 1) {
      town.clock.advance(15 * minute);
      expect(await isIn(visitor)).toBe(true);
      await seenNow(town, visitor.cookie('session') ?? '');
    }
    town.clock.advance(15 * minute);
    expect(await isIn(visitor)).toBe(false);
    expect(47 * 15 * minute).toBeLessThan(12 * hour);
  });

  it('is a new one with each signing in, so that a planted cookie opens nothing', async () => {
    const visitor = town.app.visitor();
    visitor.setCookie('session', 'A'.repeat(43));
    await visitor.post('/sign-in', { email: town.email('scout-05'), password });
    expect(visitor.cookie('session')).not.toBe('A'.repeat(43));
    const planter = town.app.visitor();
    planter.setCookie('session', 'A'.repeat(43));
    expect(await isIn(planter)).toBe(false);
  });

  it('has a cookie that scripts and other sites cannot use', async () => {
    const secure = await Town.found(dialect, { BASE_URL: 'https://yushen.example.gov.cn' });
    try {
      await secure.givePassword('scout-01');
      const answer = await secure.app
        .visitor()
        .post('/sign-in', { email: secure.email('scout-01'), password });
      const cookies = [answer.headers['set-cookie'] ?? []].flat();
      const session = cookies.find((cookie) => cookie.startsWith('__Host-session=')) ?? '';
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(session).toContain(flag);
      expect(session).not.toContain('Domain');
      const door = await secure.app.visitor().get('/sign-in');
      const csrf =
        [door.headers['set-cookie'] ?? []].flat().find((cookie) => cookie.startsWith('__Host-csrf=')) ?? '';
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(csrf).toContain(flag);
      expect(door.headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.city.close();
    }
  });
});

/** A session is kept alive in the background, after the answer; the test waits for that write. */
async function seenNow(town: Town, token: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const session = await town.app.reader.findOne(Session, sql`where token_hash = ${hashOfToken(token)}`);
    if (session?.seenAt === town.clock.now()) return;
    await new Promise(setImmediate);
  }
  throw new Error('The session was not kept alive');
}

/** Where the sign-in form would go; the language switch above it has a field of the same name. */
function nextIn(html: string): string | null {
  return fieldValue(html.slice(html.indexOf('action="/sign-in"')), 'next');
}
