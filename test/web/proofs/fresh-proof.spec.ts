import { sql } from '../../../src/database/sql';
import { FRESH_PROOF } from '../../../src/domain/settings/fresh-proof';
import { itemOf } from '../../integration/results/examples';
import type { OpenRound } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { minute, password, Town } from '../people/sign-in-town';

/** What a page would send again: its hidden fields but the CSRF token, which the visitor brings. */
function hiddenFields(html: string): Record<string, string> {
  const [, page = ''] = /<section class="message">([^]*?)<\/section>/.exec(html) ?? [];
  const found = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(
    found.filter(([, name]) => name !== '_csrf').map(([, name = '', value = '']) => [name, value]),
  );
}

onEachDatabase('S-11 an act that binds many', (dialect) => {
  let town: Town;
  let round: OpenRound;
  let secretary: Visitor;
  beforeAll(async () => {
    town = await Town.found(dialect);
    await town.givePassword('secretary-01');
    round = await town.city.openRound(2);
    await town.city.allVote(round, ['strong', 'weak']);
  });
  afterAll(() => town.city.close());

  const state = async (): Promise<string | undefined> =>
    (await town.app.reader.one<{ state: string }>(sql`select state from round where id = ${round.id}`))
      ?.state;
  const closure = (): string => `/rounds/${round.id}/closure`;
  /** As each person may look around meanwhile: their session lives on, their proof grows old. */
  const wait = async (visitor: Visitor, minutes: number): Promise<void> => {
    town.clock.advance((minutes * minute) / 2);
    await visitor.get('/');
    town.clock.advance((minutes * minute) / 2);
  };

  it('asks who is there once the last proof is older than five minutes, and does nothing meanwhile', async () => {
    secretary = await town.enter('secretary-01');
    await wait(secretary, 6);
    const { statusCode, body } = await secretary.post(closure());
    expect([statusCode, body.includes('data-page="proof"')]).toEqual([401, true]);
    for (const said of [`action="${closure()}"`, 'name="proof[password]"', 'name="proof[send]"', '5分钟'])
      expect(body).toContain(said);
    expect(await state()).toBe('open');
    for (const kind of ['reopening', 'voiding']) {
      const asked = await secretary.post(`/rounds/${round.id}/${kind}`, { reason: '再议“一下”' });
      expect([kind, asked.statusCode, asked.body.includes('再议“一下”')]).toEqual([kind, 401, true]);
    }
    expect((await secretary.get(closure())).statusCode).toBe(200);
  });

  it('takes no wrong password, not without end', async () => {
    const wrong = await secretary.post(closure(), { proof: { password: 'falsch falsch' } });
    expect([wrong.statusCode, wrong.body.includes('密码不对')]).toEqual([401, true]);
    for (const proof of ['x', { password: ['x'] }, { code: '000000' }, { demo: 'yes' }])
      expect((await secretary.post(closure(), { proof })).statusCode).toBe(401);
    expect(await state()).toBe('open');
    const stranger = await town.enter('secretary-01');
    await wait(stranger, 6);
    const answers: number[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      answers.push((await stranger.post(closure(), { proof: { password: `${tries}` } })).statusCode);
    expect(answers.at(-1)).toBe(429);
    expect((await stranger.post(closure(), { proof: { password } })).statusCode).toBe(429);
    expect(await state()).toBe('open');
    town.clock.advance(16 * minute);
  });

  it('is done with the right password, with all that was sent', async () => {
    secretary = await town.enter('secretary-01');
    await wait(secretary, 6);
    const done = await secretary.post(closure(), { proof: { password } });
    expect([done.statusCode, done.headers.location]).toEqual([303, `/rounds/${round.id}/results`]);
    expect(await state()).toBe('closed');
    // Proven now, and asked for nothing in the next minutes.
    expect((await secretary.post(`/rounds/${round.id}/voiding`, { reason: '' })).statusCode).toBe(422);
  });

  it('is done with a code by mail where somebody has no password, and a code opens one session once', async () => {
    const chair = await town.app.signedIn('leader-01');
    await wait(chair, 6);
    const path = `/rounds/${round.id}/voiding`;
    const form = { reason: '材料有误，经研究作废' };
    const asked = await chair.post(path, form);
    expect(asked.body).not.toContain('proof[password]');
    const sent = await chair.post(path, { ...hiddenFields(asked.body), proof: { send: 'yes' } });
    expect([sent.statusCode, hiddenFields(sent.body)]).toEqual([401, form]);
    const mails = await town.city.mails('proofCode');
    const code =
      /(\d{3}) (\d{3})/
        .exec(mails.at(-1)?.text ?? '')
        ?.slice(1)
        .join('') ?? '';
    expect([mails.length, code.length, mails[0]?.subject.includes(code)]).toEqual([1, 6, false]);
    await chair.post(path, { ...form, proof: { send: 'yes' } });
    expect(await town.city.mails('proofCode')).toHaveLength(1);
    const other = await town.app.signedIn('leader-01');
    await wait(other, 6);
    expect((await other.post(path, { ...form, proof: { code } })).statusCode).toBe(401);
    const count = async (): Promise<number> =>
      (await town.app.reader.rows(sql`select 1 from round_request where round_id = ${round.id}`)).length;
    expect(await count()).toBe(0);
    expect((await chair.post(path, { ...form, proof: { code } })).statusCode).toBe(303);
    expect(await count()).toBe(1);
    await wait(chair, 6);
    expect((await chair.post(path, { ...form, proof: { code } })).statusCode).toBe(401);
    const withdrawn = await chair.post(`${path}/withdrawal`);
    expect(withdrawn.statusCode).toBe(303);
  });

  it('keeps the document of an override, and takes no document that nobody uploaded', async () => {
    await town.givePassword('leader-01');
    const chair = await town.enter('leader-01');
    await wait(chair, 6);
    const path = `/rounds/${round.id}/items/${await itemOf(town.city, round.id, round.leadIds[1] ?? '')}/override`;
    const fields = {
      result: 'admit',
      documentNumber: '宜政阅〔2026〕3号',
      reason: '重大项目，经研究同意',
      materials: '',
    };
    const content = Buffer.from('%PDF-1.4\n%%EOF\n');
    const scan = { field: 'file', name: '决定.pdf', type: 'application/pdf', content };
    const asked = await chair.upload(path, fields, [scan]);
    const kept = hiddenFields(asked.body);
    expect([asked.statusCode, kept]).toEqual([
      401,
      { ...fields, receivedFile: String(kept['receivedFile']) },
    ]);
    const forged = { ...kept, receivedFile: `${kept['receivedFile']}x`, proof: { password } };
    expect((await chair.post(path, forged)).statusCode).toBe(422);
    expect(await town.app.reader.one(sql`select id from override_act`)).toBeNull();
    expect((await chair.post(path, { ...kept, proof: { password } })).statusCode).toBe(303);
    const file = await town.app.reader.one(sql`select name from stored_file where subject_type = 'override'`);
    expect(file).toEqual({ name: '决定.pdf' });
  });

  it('asks before people and their roles are changed', async () => {
    const admin = await town.app.signedIn('admin-01');
    await wait(admin, 6);
    const id = await town.idOf('scout-01');
    const roles = (): Promise<{ roles: string } | null> =>
      town.app.reader.one(sql`select roles from person where id = ${id}`);
    const before = await roles();
    const change = await admin.post(`/admin/people/${id}`, { roles: ['admin'] });
    expect([change.statusCode, hiddenFields(change.body)]).toEqual([401, { 'roles[]': 'admin' }]);
    expect((await admin.post('/admin/people', { roles: ['admin'] })).statusCode).toBe(401);
    expect(await roles()).toEqual(before);
  });

  it('asks after as many minutes as the city says (control: what is asked above passes)', async () => {
    const admin = await town.app.signedIn('admin-01');
    const page = '/admin/settings/fresh-proof';
    const form = { minutes: '15', reason: '办公时间较长', basedOn: '0' };
    for (const [change, status] of [
      [{ minutes: '0' }, 422],
      [{ minutes: '721' }, 422],
      [{ reason: ' ' }, 422],
      [{}, 303],
      [{ minutes: '16' }, 409],
    ] as const)
      expect([change, (await admin.post(page, { ...form, ...change })).statusCode]).toEqual([change, status]);
    expect((await admin.get('/admin/settings')).body).toContain(`href="${page}"`);
    expect((await admin.get(page)).body).toContain('办公时间较长');
    const again = await town.enter('secretary-01');
    await wait(again, 6);
    expect((await again.post(`/rounds/${round.id}/voiding`, { reason: '' })).statusCode).toBe(422);
    await wait(again, 16);
    expect((await again.post(`/rounds/${round.id}/voiding`, { reason: '' })).statusCode).toBe(401);
    expect(() => FRESH_PROOF.read({ minutes: 5.5 })).toThrow('whole number');
  });
});

describe('S-11 in the demo', () => {
  it('asks for one press', async () => {
    const town = await Town.found('sqlite', { MODE: 'demo' });
    try {
      const round = await town.city.openRound(1);
      await town.city.allVote(round, ['strong']);
      const visitor = town.app.visitor();
      await visitor.post('/demo/sign-in', { account: 'secretary-01' });
      town.clock.advance(6 * minute);
      const asked = await visitor.post(`/rounds/${round.id}/closure`);
      expect([asked.statusCode, asked.body.includes('name="proof[demo]"')]).toEqual([401, true]);
      expect((await visitor.post(`/rounds/${round.id}/closure`, { proof: { demo: 'yes' } })).statusCode).toBe(
        303,
      );
    } finally {
      await town.city.close();
    }
  });
});
