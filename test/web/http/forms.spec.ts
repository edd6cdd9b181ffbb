import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';
import { hour, password, Town } from '../people/sign-in-town';

const typed = { name: '宜江新材料局', code: 'dept-new', kind: 'department' };

onEachDatabase('a form', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
    await town.givePassword('admin-01');
  });
  afterAll(() => town.city.close());

  describe.each([
    ['missing', 'dept-1', undefined],
    ['forged', 'dept-2', 'AAAAAAAA.BBBBBBBB'],
    ['a list', 'dept-3', ['x', 'y']],
  ])('whose CSRF token is %s', (_what, code, _csrf) => {
    it('is not taken, keeps everything typed, and one press sends it again', async () => {
      const visitor = await town.enter('admin-01');
      const before = await town.app.rowCounts();
      const answer = await visitor.post('/admin/units', { ...typed, _csrf });
      expect(answer.statusCode).toBe(403);
      expect(await town.app.rowCounts()).toEqual(before);
      expect(answer.body).toContain('action="/admin/units"');
      for (const [name, value] of Object.entries(typed)) expect(fieldValue(answer.body, name)).toBe(value);
      const fresh = /action="\/admin\/units"[^>]*><input type="hidden" name="_csrf" value="([^"]+)"/.exec(
        answer.body,
      )?.[1];
      const again = await visitor.post('/admin/units', { ...typed, code, _csrf: fresh });
      expect(again.statusCode).toBe(303);
    });
  });

  it('with the token of another browser is not taken', async () => {
    const other = town.app.visitor();
    const visitor = await town.enter('admin-01');
    const answer = await visitor.post('/admin/units', { ...typed, _csrf: await other.csrfToken() });
    expect(answer.statusCode).toBe(403);
  });

  it('from another site is refused without a button, and nothing is stored', async () => {
    const visitor = await town.enter('admin-01');
    const before = await town.app.rowCounts();
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'not an origin' },
    ] as Record<string, string>[]) {
      const answer = await visitor.post('/admin/units', typed, headers);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).not.toContain('action="/admin/units"');
      expect(answer.body).not.toContain(typed.name);
    }
    expect(await town.app.rowCounts()).toEqual(before);
    const own = await visitor.post(
      '/admin/units',
      { ...typed, code: 'dept-own' },
      { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
    );
    expect(own.statusCode).toBe(303);
  });

  it('sent after the session has ended waits for the sign-in, and one press sends it', async () => {
    const visitor = await town.enter('admin-01');
    await visitor.csrfToken();
    town.clock.advance(hour);
    const before = await town.app.rowCounts();
    const answer = await visitor.post('/admin/units', {
      ...typed,
      code: 'dept-late',
      name: '写了"很久"的<单位>',
    });
    expect(answer.statusCode).toBe(401);
    expect(await town.app.rowCounts()).toEqual(before);
    const kept = fieldValue(answer.body, 'kept') ?? '';
    expect(kept.length).toBeGreaterThan(40);

    const wrong = await visitor.post('/sign-in', {
      email: town.email('admin-01'),
      password: 'mistyped by me',
      kept,
    });
    expect(fieldValue(wrong.body, 'kept')).toBe(kept);
    const back = await visitor.post('/sign-in', { email: town.email('admin-01'), password, kept });
    expect(back.statusCode).toBe(200);
    expect(back.body).toContain('action="/admin/units"');
    expect(back.body).toContain('写了&quot;很久&quot;的&lt;单位&gt;');
    const sent = await visitor.post('/admin/units', {
      name: '写了"很久"的<单位>',
      code: 'dept-late',
      kind: 'office',
    });
    expect(sent.statusCode).toBe(303);
    expect((await visitor.get('/admin/units')).body).toContain('dept-late');
  });

  it('never carries a password over', async () => {
    const visitor = await town.enter('admin-01');
    town.clock.advance(hour);
    const answer = await visitor.post('/account/password', {
      current: 'old secret words',
      password: 'new secret words',
      again: 'new secret words',
    });
    expect(answer.statusCode).toBe(401);
    const kept = Buffer.from(
      (fieldValue(answer.body, 'kept') ?? '').split('.')[0] ?? '',
      'base64url',
    ).toString();
    expect(kept).toContain('/account/password');
    expect(kept).not.toContain('secret words');
  });

  it('ignores what was kept by somebody else than this program', async () => {
    const packed = Buffer.from(JSON.stringify({ action: '/sign-out', fields: [] })).toString('base64url');
    const visitor = town.app.visitor();
    const answer = await visitor.post('/sign-in', {
      email: town.email('admin-01'),
      password,
      kept: `${packed}.AAAA`,
    });
    expect(answer.statusCode).toBe(303);
  });

  it('cannot set what it does not show, nor reach a prototype', async () => {
    const visitor = await town.enter('admin-01');
    const body =
      'name=原型单位&code=dept-proto&kind=office&id=mine&createdAt=2001-01-01&__proto__[polluted]=yes&constructor[prototype][polluted]=yes';
    const answer = await postRaw(town, visitor, '/admin/units', body);
    expect(answer.statusCode).toBe(303);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const rows = await town.app.reader.rows<{ id: string }>(
      sql`select id from unit where code = 'dept-proto'`,
    );
    expect(rows[0]?.id).toHaveLength(26);
  });
});

onEachDatabase('the body of a request', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
  });
  afterAll(() => town.city.close());

  it.each([
    [
      'of one byte more than a megabyte',
      413,
      'application/x-www-form-urlencoded',
      `email=${'x'.repeat(1024 * 1024 + 1 - 6)}`,
    ],
    [
      'of exactly a megabyte',
      403,
      'application/x-www-form-urlencoded',
      `email=${'x'.repeat(1024 * 1024 - 6)}`,
    ],
    ['with a NUL character', 400, 'application/x-www-form-urlencoded', 'email=a%00b'],
    [
      'with too many fields',
      413,
      'application/x-www-form-urlencoded',
      Array.from({ length: 2001 }, (_, n) => `f${n}=1`).join('&'),
    ],
    ['in JSON', 415, 'application/json', '{"email":"a"}'],
    ['in plain text', 415, 'text/plain', 'email=a'],
    ['in XML', 415, 'application/xml', '<a/>'],
  ])('%s is answered with %i', async (_what, status, type, payload) => {
    const before = await town.app.rowCounts();
    const answer = await town.app.app.inject({
      method: 'POST',
      url: '/sign-in',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    expect(await town.app.rowCounts()).toEqual(before);
  });

  it('nested without end, or half an escape, is no surprise', async () => {
    const visitor = town.app.visitor();
    for (const body of [
      `a${'[b]'.repeat(5000)}=1`,
      'email=%E4%B8',
      '%=%&&&==',
      `email${'[]'.repeat(300)}=1`,
    ]) {
      const answer = await postRaw(town, visitor, '/sign-in', body);
      expect(answer.statusCode).toBe(422);
    }
  });
});

/** Sends a body as it is written here, with the browser's cookies and a token of its own. */
async function postRaw(
  town: Town,
  visitor: Visitor,
  url: string,
  body: string,
): Promise<LightMyRequestResponse> {
  const token = await visitor.csrfToken();
  const cookie = ['session', 'csrf'].map((name) => `${name}=${visitor.cookie(name) ?? ''}`).join('; ');
  return town.app.app.inject({
    method: 'POST',
    url,
    payload: `_csrf=${encodeURIComponent(token)}&${body}`,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
}
