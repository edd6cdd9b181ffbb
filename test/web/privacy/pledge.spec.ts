import { sql } from '../../../src/database/sql';
import { pledge } from '../../../src/domain/privacy/pledge';
import { Verifier } from '../../../src/ledger/verifier';
import { PledgeAcceptance } from '../../../src/pledge/pledge-acceptance.entity';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('the pledge of confidentiality', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(1);
  }, 60_000);
  afterAll(() => city.close());

  const given = (account: string): Promise<PledgeAcceptance[]> =>
    city.app.reader.find(
      PledgeAcceptance,
      sql`where person_id = (select id from person where account = ${account}) order by version`,
    );

  it('is said where somebody signs in, and is given by signing in, once', async () => {
    for (const path of ['/sign-in', '/v'])
      expect((await city.app.visitor().get(path)).body).toContain('"/pledge"');
    expect((await city.app.visitor().get('/pledge')).body).toContain(pledge.preset.text.slice(0, 20));
    expect(await given('secretary-01')).toEqual([]);
    const visitor = await city.app.signedIn('secretary-01');
    expect((await visitor.get(`/leads/${round.leadIds[0]}`)).statusCode).toBe(200);
    await city.app.signedIn('secretary-01');
    expect(await given('secretary-01')).toMatchObject([{ version: 0, givenBy: 'signIn' }]);
  });

  it('stands on the page of a voting link in full, and its button gives it: reading the page gives nothing', async () => {
    const path = await city.votingPath('panelist-01');
    const before = await city.app.allRowCounts();
    const page = (await city.app.visitor().get(path)).body;
    expect(page).toContain(pledge.preset.text);
    expect(await city.app.allRowCounts()).toEqual(before);
    // A script that never saw the page presses, reads and casts as before.
    const seat = await city.panelist('panelist-01');
    expect((await seat.get('/ballot')).statusCode).toBe(200);
    expect(await given('panelist-01')).toMatchObject([{ version: 0, givenBy: 'link' }]);
    await city.panelist('panelist-01');
    expect(await given('panelist-01')).toHaveLength(1);
  });

  it('is asked again of everybody once its text has changed, and whoever declines sees nothing', async () => {
    const [secretary, host] = [await city.app.signedIn('secretary-01'), await city.app.signedIn('host-01')];
    const text = `${pledge.preset.text}离岗后仍然遵守。`;
    const bad = await secretary.post('/admin/settings/pledge', {
      text: '太短',
      reason: '补充',
      basedOn: '0',
    });
    expect(bad.statusCode).toBe(422);
    const change = { text, reason: '补充离岗要求', basedOn: '0' };
    expect((await secretary.post('/admin/settings/pledge', change)).statusCode).toBe(303);
    const lead = `/leads/${round.leadIds[0]}`;
    for (const path of ['/leads', lead, `${lead}/contact-views`, '/cage']) {
      const answer = await secretary.get(path);
      expect([path, answer.statusCode, answer.headers.location]).toEqual([
        path,
        303,
        `/pledge?next=${encodeURIComponent(path)}`,
      ]);
    }
    const purpose = { purpose: 'verify', text: '核实投资总额' };
    expect((await host.post(`${lead}/contact-views`, purpose)).statusCode).toBe(409);
    const asked = (await secretary.get(`/pledge?next=${encodeURIComponent(lead)}`)).body;
    expect(asked).toContain('离岗后仍然遵守');
    const answer = await secretary.post('/pledge', { next: lead });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, lead]);
    expect((await secretary.get(lead)).statusCode).toBe(200);
    expect((await given('secretary-01')).map(({ version, givenBy }) => [version, givenBy])).toEqual([
      [0, 'signIn'],
      [1, 'page'],
    ]);
    // The other has not given it, and a later sign-in gives it again.
    expect((await host.get(lead)).statusCode).toBe(303);
    expect((await (await city.app.signedIn('host-01')).get('/pledge')).statusCode).toBe(200);
    expect((await given('host-01')).map(({ version }) => version)).toEqual([0, 1]);
  });

  it('goes nowhere outside afterwards', async () => {
    const visitor = await city.app.signedIn('secretary-01');
    const answer = await visitor.post('/pledge', { next: 'https://elsewhere.example/' });
    expect(answer.headers.location).toBe('/');
  });

  it('is in the ledger, and verify names an acceptance that was changed or slipped in', async () => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
    const undo = new Error('undo');
    let found = '';
    await city.app.work
      .run(async (tx) => {
        await tx.run(
          sql`update pledge_acceptance set given_at = '2026-01-01T00:00:00.000Z' where version = 1`,
        );
        const { problems } = await city.app.get(Verifier).verify(tx);
        found = problems.map(({ words }) => words).join();
        throw undo;
      })
      .catch((error: unknown) => expect(error).toBe(undo));
    expect(found).toContain('pledgeAcceptance');
  });
});
