import { AccessLog } from '../../../src/access-log/access-log';
import { AccessRecord } from '../../../src/access-log/access-record.entity';
import { retention } from '../../../src/domain/privacy/retention';
import { sql } from '../../../src/database/sql';
import { refuse, Refused } from '../../../src/domain/shared/refusal';
import { Jobs } from '../../../src/jobs/jobs';
import { PeopleQueries } from '../../../src/people/people.queries';
import { SignInService } from '../../../src/people/sign-in.service';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { startOfTests } from '../../support/app';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const origin = { address: '10.2.3.4', device: 'Mozilla/5.0 (Windows NT 10.0) Edg/120.0' };

onEachDatabase('the access log', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(1);
  }, 60_000);
  afterAll(() => city.close());

  const accesses = () => city.app.get(AccessLog);
  const records = async (): Promise<AccessRecord[]> => {
    await accesses().settled();
    return city.app.reader.find(AccessRecord, sql`order by at, id`);
  };
  /** What `act` adds to it. */
  const added = async (act: () => Promise<unknown>): Promise<AccessRecord[]> => {
    const before = new Set((await records()).map(({ id }) => id));
    await act();
    return (await records()).filter(({ id }) => !before.has(id));
  };

  it('T-10 notes each sign-in and each that failed, with the network and the kind of device only', async () => {
    const signIn = city.app.get(SignInService);
    const [entered] = await added(() => signIn.asDemoPerson('secretary-01', origin));
    expect(entered).toMatchObject({
      kind: 'signIn',
      detail: 'demo',
      address: '10.2.3.*',
      device: 'windows/edge',
      at: startOfTests,
    });
    expect(entered?.label).toContain('（');
    const wrong = await added(() => signIn.byPassword('nobody.here@town.example', 'wrong', origin));
    expect(wrong).toMatchObject([
      { kind: 'signInFailed', personId: null, label: 'no****@town.example', detail: 'wrong' },
    ]);
    const known = await city.app.get(PeopleQueries).byAccount('scout-01');
    const tried = await added(() => signIn.byPassword(known?.email ?? '', 'wrong', origin));
    expect(tried).toMatchObject([{ kind: 'signInFailed', personId: known?.id }]);
  });

  it('T-10 notes who was refused something that exists, and nothing of what does not exist', async () => {
    const leadId = round.leadIds[0] ?? '';
    const stranger = await city.app.signedIn('scout-02');
    const refused = await added(async () => {
      expect((await stranger.get(`/leads/${leadId}`)).statusCode).toBe(404);
      expect((await stranger.get(`/leads/${'0'.repeat(26)}`)).statusCode).toBe(404);
      expect((await stranger.get('/ledger')).statusCode).toBe(403);
    });
    const told = refused.map(({ kind, subjectType, subjectId, detail }) => [
      kind,
      subjectType,
      subjectId,
      detail,
    ]);
    // All in one millisecond, so the order of their ids is chance.
    expect(told.sort((a, b) => (String(a[3]) < String(b[3]) ? -1 : 1))).toEqual([
      ['denied', 'lead', leadId, 'GET /leads/:id'],
      ['denied', 'ledger', '', 'GET /ledger'],
    ]);
  });

  it('notes nothing of a page that is opened by nobody, and nothing of pages that may be seen', async () => {
    const secretary = await city.app.signedIn('secretary-01');
    const left = await added(async () => {
      for (const path of ['/', '/ledger', `/leads/${round.leadIds[0]}`, `/v/${'x'.repeat(43)}`])
        await city.app.visitor().get(path);
      await secretary.get(`/leads/${round.leadIds[0]}`);
      await secretary.get('/assets/none.css');
    });
    expect(left).toEqual([]);
  });

  it('keeps the record of a refusal although the unit in which it was refused is rolled back', async () => {
    const by = { personId: null, label: 'test' };
    const note = () =>
      accesses().note({ kind: 'denied', by, subject: { type: 'lead', id: 'inside' }, detail: 'inside' });
    const kept = await added(() =>
      city.app.work
        .run((tx) => {
          note();
          return Promise.resolve(tx.dialect).then(() => {
            throw new Refused(refuse('notFound'), 404);
          });
        })
        .catch(() => undefined),
    );
    expect(kept.map(({ subjectId }) => subjectId)).toEqual(['inside']);
    // Control: a record that belongs to the unit goes with it.
    const gone = await added(() =>
      city.app.work
        .run(async (tx) => {
          await accesses().within(tx, { kind: 'unmask', by, subject: { type: 'lead', id: 'within' } });
          throw new Refused(refuse('notFound'), 404);
        })
        .catch(() => undefined),
    );
    expect(gone).toEqual([]);
  });

  it('writes what comes at once together, and loses none of it', async () => {
    const by = { personId: null, label: 'many' };
    const many = await added(async () => {
      for (let n = 0; n < 450; n += 1)
        accesses().note({ kind: 'denied', by, subject: { type: 'lead', id: String(n) } });
      await accesses().written({ kind: 'export', by, subject: { type: 'lead', id: 'last' } });
    });
    expect(many).toHaveLength(451);
  });

  it('is read by the inspector and the administrator, by kind and person; taking it away is recorded', async () => {
    const inspector = await city.app.signedIn('inspector-01');
    const shown = (await inspector.get('/access-log?kind=signInFailed&size=100')).body;
    expect(shown).toContain('data-page="access-log"');
    expect(shown.match(/data-id="[0-9a-z]{26}"/g)).toHaveLength(2);
    const name = (await city.app.get(PeopleQueries).byAccount('scout-02'))?.name ?? '';
    const ofScout = (await inspector.get(`/access-log?q=${encodeURIComponent(name)}&period=week`)).body;
    expect(ofScout.match(/data-id="[0-9a-z]{26}"/g)).toHaveLength(2);
    const taken = await added(async () => {
      const answer = await inspector.get('/access-log.xlsx?kind=denied');
      expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    });
    expect(taken).toMatchObject([{ kind: 'export', detail: '/access-log.xlsx' }]);
    expect((await (await city.app.signedIn('secretary-01')).get('/access-log')).statusCode).toBe(403);
    expect((await (await city.app.signedIn('admin-01')).get('/access-log')).statusCode).toBe(200);
  });

  it('is erased after the months that the city has set, and a second run finds nothing', async () => {
    const admin = await city.acts.viewer('admin-01');
    const change = { value: { accessLogMonths: 6, contactMonths: 24 }, basedOn: 0, reason: '压缩期限' };
    await city.app.get(CitySettingsService).change(admin, retention, change);
    const count = async (): Promise<number> => (await records()).length;
    const before = await count();
    const retain = () => city.app.get(Jobs).runNow('retention');
    city.app.clock.set('2026-09-17T00:59:00.000Z');
    await retain();
    expect(await count()).toBe(before);
    city.app.clock.set('2026-09-17T01:00:01.000Z');
    accesses().note({
      kind: 'denied',
      by: { personId: null, label: 'new' },
      subject: { type: 'lead', id: '' },
    });
    await accesses().settled();
    await retain();
    expect((await records()).map(({ label }) => label)).toEqual(['new']);
    await retain();
    expect(await count()).toBe(1);
  });
});
