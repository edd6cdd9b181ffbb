import { sql } from '../../../src/database/sql';
import { PeopleQueries } from '../../../src/people/people.queries';
import { SignInService } from '../../../src/people/sign-in.service';
import { onEachDatabase } from '../../support/databases';
import { isIn, minute, Town } from './sign-in-town';

onEachDatabase('signing in with a mailed link', (dialect) => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found(dialect);
  });
  afterAll(() => town.city.close());

  it('signs in once, and tells the second time that it is used up', async () => {
    const path = await town.mailedLink('scout-01');
    const first = town.app.visitor();
    expect((await first.post(path)).statusCode).toBe(303);
    expect(await isIn(first)).toBe(true);
    const second = town.app.visitor();
    expect((await second.post(path)).statusCode).toBe(410);
    expect((await second.get(path)).statusCode).toBe(410);
    expect(await isIn(second)).toBe(false);
  });

  it('lets one of many in who press at the same moment', async () => {
    const path = await town.mailedLink('scout-02');
    const visitors = Array.from({ length: 8 }, () => town.app.visitor());
    await Promise.all(visitors.map((visitor) => visitor.csrfToken()));
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(path)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array<number>(7).fill(410)]);
  });

  it('changes no row when it is only opened, however often and by whatever', async () => {
    const path = await town.mailedLink('scout-03');
    const before = await contents(town);
    for (let n = 0; n < 25; n += 1) {
      expect((await town.app.visitor().get(path, { 'user-agent': 'Mail Scanner' })).statusCode).toBe(200);
      expect((await town.app.visitor().head(path)).statusCode).toBe(200);
    }
    expect(await contents(town)).toEqual(before);
    expect((await town.app.visitor().post(path)).statusCode).toBe(303);
  });

  it('is over after fifteen minutes, to the millisecond', async () => {
    const path = await town.mailedLink('scout-04');
    town.clock.advance(15 * minute - 1);
    expect((await town.app.visitor().get(path)).statusCode).toBe(200);
    town.clock.advance(1);
    expect((await town.app.visitor().get(path)).statusCode).toBe(410);
    expect((await town.app.visitor().post(path)).statusCode).toBe(410);
  });

  it('dies when a newer one is asked for', async () => {
    const older = await town.mailedLink('scout-05');
    const newer = await town.mailedLink('scout-05');
    expect((await town.app.visitor().post(older)).statusCode).toBe(410);
    expect((await town.app.visitor().post(newer)).statusCode).toBe(303);
  });

  it('dies when the account is disabled or its address changes', async () => {
    const admin = await town.app.signedIn('admin-01');
    const disabled = await town.mailedLink('scout-06');
    await admin.post(`/admin/people/${await town.idOf('scout-06')}/disabling`);
    expect((await town.app.visitor().post(disabled)).statusCode).toBe(410);
    const moved = await town.mailedLink('scout-07');
    const id = await town.idOf('scout-07');
    const form = {
      name: '柳照野',
      post: '队长',
      email: 'elsewhere@yijiang.example',
      unitId: await unitOf(town, id),
      roles: ['scout'],
    };
    expect((await admin.post(`/admin/people/${id}`, form)).statusCode).toBe(303);
    expect((await town.app.visitor().post(moved)).statusCode).toBe(410);
  });

  it('is asked for with the same answer whether the address is known or not', async () => {
    const answers = [];
    for (const email of [town.email('scout-08'), 'nobody-8@yijiang.example']) {
      const { statusCode, body } = await town.app.visitor().post('/sign-in/links', { email });
      answers.push({ statusCode, body: body.replaceAll(email, '').replace(/value="[^"]*"/g, '') });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.statusCode).toBe(200);
  });

  it('is mailed five times within a quarter of an hour and then not again before it is over', async () => {
    const person = await town.app.reader.one<{ id: string }>(
      sql`select id from person where account = 'scout-10'`,
    );
    const links = (): Promise<unknown[]> =>
      town.app.reader.rows(sql`select id from mailed_link where person_id = ${person?.id ?? ''}`);
    for (let turn = 0; turn < 5; turn += 1) await town.mailedLink('scout-10');
    // Asked of the service, which can be waited for: the page answers before the mail is made.
    await town.app.get(SignInService).mailLink(town.email('scout-10'));
    expect(await links()).toHaveLength(5);
    town.app.clock.advance(16 * minute);
    await town.mailedLink('scout-10');
    expect(await links()).toHaveLength(6);
  });

  it('leaves nothing in the database that would open the door', async () => {
    const path = await town.mailedLink('scout-09');
    const token = path.split('/').pop() ?? '';
    expect(JSON.stringify(await contents(town))).not.toContain(token);
  });

  it('opens nothing with a token of another purpose', async () => {
    const round = await town.city.openRound(1);
    expect(round.id).toHaveLength(26);
    const ballot = (await town.city.votingPath('panelist-01')).replace('/v/', '/sign-in/links/');
    expect((await town.app.visitor().post(ballot)).statusCode).toBe(410);
    const signIn = (await town.mailedLink('scout-10')).replace('/sign-in/links/', '/v/');
    expect((await town.app.visitor().post(signIn)).statusCode).toBeGreaterThanOrEqual(400);
  });
});

async function unitOf(town: Town, id: string): Promise<string> {
  return (await town.app.get(PeopleQueries).byId(id))?.unitId ?? '';
}

/** Everything the database holds, to be compared before and after. */
async function contents(town: Town): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of [
    'mailed_link',
    'session',
    'sign_in_attempt',
    'outbox_mail',
    'ledger_entry',
    'person',
  ]) {
    found[table] = await town.app.reader.rows(sql.raw(`select * from ${table} order by 1`));
  }
  return found;
}
