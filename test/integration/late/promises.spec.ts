import { sql } from '../../../src/database/sql';
import { LateQueries } from '../../../src/late/late.queries';
import { Escalations } from '../../../src/late/escalations.service';
import { PausesService } from '../../../src/late/pauses.service';
import { PromiseRecords } from '../../../src/late/records.service';
import { Verifier } from '../../../src/ledger/verifier';
import { promiseLimits } from '../../../src/domain/promise/limits';
import { CalendarYears } from '../../../src/promises/calendar-years.service';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { startOfTests } from '../../support/app';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

/** Beijing times of the week in which the tests begin: 2026-03-17 is a Tuesday. */
const at = (time: string): string => new Date(`2026-${time}+08:00`).toISOString();

onEachDatabase('the promises about a lead', (dialect) => {
  let city: TestCity;
  let leadId: string;
  let reported = 0;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  beforeEach(async () => {
    city.app.clock.set(startOfTests);
    // No large one: its judgement may take longer.
    const plain = city.book().filter(({ body }) => Number(body['totalInvestmentWan']) < 100_000);
    const entry = plain[reported];
    if (!entry) throw new Error('no lead');
    reported += 1;
    leadId = await city.acts.report(entry);
  });
  afterAll(() => city.close());

  const go = (time: string) => city.app.clock.set(at(time));
  const late = () => city.app.get(LateQueries);
  const pauses = () => city.app.get(PausesService);
  const as = (account: string) => city.acts.viewer(account);
  const lines = async () => {
    const { rows } = await late().ofLead(leadId);
    return rows.map(({ kind, endsAt, standing, turn }) => [kind, turn, endsAt, standing]);
  };
  const record = async (
    account: string,
    kind: 'response' | 'answer' | 'followUp',
    onDay: string,
    sentKey = 'k1',
  ) =>
    city.app.get(PromiseRecords).add(await as(account), leadId, { kind, onDay, note: '已电话沟通', sentKey });
  const problems = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('tell owner, head and leading group, each step once, one digest a person a day in office hours', async () => {
    const run = () => city.app.get(Escalations).run();
    const digests = async () => (await city.mails('promise.digest')).map(({ to }) => to.split('@')[0]);
    go('03-18T08:59');
    expect(await run()).toBe(0);
    go('03-18T09:00');
    expect(await run()).toBe(3);
    expect((await digests()).sort()).toEqual(['secretary-01', 'secretary-02', 'secretary-03']);
    go('03-18T15:00');
    expect(await run()).toBe(0);
    const setting = { ...promiseLimits.preset, head: 'secretary-01' };
    const admin = await as('admin-01');
    await city.app
      .get(CitySettingsService)
      .change(admin, promiseLimits, { value: setting, basedOn: 0, reason: '指定负责人' });
    go('03-19T09:30');
    // The first word is overdue, the judgement due tomorrow: one digest holds both for the head.
    expect(await run()).toBe(3);
    expect(await run()).toBe(0);
    go('03-23T09:30');
    expect(await run()).toBe(3);
    expect((await digests()).slice(-3).sort()).toEqual(['leader-01', 'leader-04', 'secretary-01']);
    go('03-24T09:30');
    expect(await run()).toBe(0);
    const steps = await city.app.reader.rows<{ step: string; kind: string; n: number | string }>(
      sql`select step, kind, count(*) as n from promise_escalation group by step, kind order by step, kind`,
    );
    expect(steps.map(({ step, kind, n }) => [step, kind, Number(n)])).toEqual([
      ['head', 'intake', 1],
      ['head', 'response', 1],
      ['leaders', 'response', 2],
      ['owner', 'intake', 3],
      ['owner', 'response', 3],
    ]);
    expect(await problems()).toEqual([]);
  });

  it('run from the submission: a first word within a workday, the judgement within three', async () => {
    expect(await lines()).toEqual([
      ['response', 'secretariat', at('03-18T18:00'), 'soon'],
      ['intake', 'secretariat', at('03-20T18:00'), 'running'],
    ]);
    await record('secretary-01', 'response', '');
    expect((await lines()).map(([kind]) => kind)).toEqual(['intake']);
    expect(await city.mails('promise.response')).toHaveLength(1);
  });

  it('go on with the answer and the follow-up, each kept by what is recorded, and by the same form once', async () => {
    await city.acts.decideIntake('secretary-01', leadId, 'accept');
    expect(await lines()).toEqual([
      ['answer', 'secretariat', at('03-24T18:00'), 'running'],
      ['followUp', 'scout', at('03-31T18:00'), 'running'],
    ]);
    await record('secretary-01', 'answer', '');
    go('03-25T10:00');
    const scout = (await city.app.reader.one<{ account: string }>(
      sql`select person.account from lead join person on person.id = lead.scout_id where lead.id = ${leadId}`,
    ))!.account;
    await record(scout, 'followUp', '2026-03-24', 'k2');
    await record(scout, 'followUp', '2026-03-24', 'k2');
    expect(await lines()).toEqual([['followUp', 'scout', at('04-08T18:00'), 'running']]);
    const kept = await city.app.reader.one<{ n: number | string }>(
      sql`select count(*) as n from promise_record where lead_id = ${leadId}`,
    );
    expect(Number(kept?.n)).toBe(2);
    expect(await problems()).toEqual([]);
  });

  it('are refused a record by who has no part in them, of a day to come, or when nothing asks for it', async () => {
    await expect(record('scout-12', 'followUp', '2026-03-17')).rejects.toMatchObject({ status: 404 });
    await expect(record('secretary-01', 'answer', '')).rejects.toMatchObject({
      refusal: { because: 'recordNotNow' },
    });
    await expect(record('secretary-01', 'followUp', '2026-03-18')).rejects.toMatchObject({
      refusal: { because: 'recordDayAhead' },
    });
  });

  it('are paused by two people with a last day, and run on with what was left', async () => {
    const ask = async (account: string) =>
      pauses().ask(await as(account), leadId, {
        kind: 'intake',
        until: '2026-03-20',
        reason: '等待投资方补充材料',
      });
    const id = await ask('secretary-01');
    await expect(ask('secretary-02')).rejects.toMatchObject({ refusal: { because: 'pauseAskedAlready' } });
    await expect(pauses().approve(await as('secretary-01'), id)).rejects.toMatchObject({
      refusal: { because: 'pauseNeedsSecond' },
    });
    expect((await lines())[1]).toEqual(['intake', 'secretariat', at('03-20T18:00'), 'running']);
    go('03-18T10:00');
    await pauses().approve(await as('secretary-02'), id);
    await expect(pauses().approve(await as('secretary-03'), id)).rejects.toMatchObject({
      refusal: { because: 'pauseDecided' },
    });
    expect((await lines()).find(([kind]) => kind === 'intake')).toEqual([
      'intake',
      'secretariat',
      at('03-24T18:00'),
      'paused',
    ]);
    go('03-19T10:00');
    await pauses().resume(await as('secretary-03'), id, '材料已到');
    expect((await lines()).find(([kind]) => kind === 'intake')).toEqual([
      'intake',
      'secretariat',
      at('03-23T18:00'),
      'running',
    ]);
    expect(await problems()).toEqual([]);
  });

  it('are never paused once they are overdue, neither by asking nor by approving', async () => {
    const asked = { kind: 'intake', until: '2026-04-10', reason: '等待投资方补充材料' };
    const id = await pauses().ask(await as('secretary-01'), leadId, asked);
    go('03-20T18:00:01');
    await expect(pauses().approve(await as('secretary-02'), id)).rejects.toMatchObject({
      refusal: { because: 'pauseOverdue' },
    });
    await pauses().withdraw(await as('secretary-01'), id);
    await expect(pauses().ask(await as('secretary-01'), leadId, asked)).rejects.toMatchObject({
      refusal: { because: 'pauseOverdue' },
    });
    expect((await lines()).find(([kind]) => kind === 'intake')?.[3]).toBe('late');
    await expect(
      pauses().ask(await as('secretary-01'), leadId, { ...asked, kind: 'response' }),
    ).rejects.toMatchObject({ refusal: { because: 'pauseNotPausable' } });
  });

  it('are listed in as many statements for three leads as for one', async () => {
    const count = async () => {
      const before = city.app.reader.statements;
      await late().list(await as('secretary-01'), 'all');
      return city.app.reader.statements - before;
    };
    await count();
    const one = await count();
    const before = (await late().list(await as('secretary-01'), 'all')).rows.length;
    for (const entry of city.book().slice(20, 22)) await city.acts.report(entry);
    expect((await late().list(await as('secretary-01'), 'all')).rows).toHaveLength(before + 4);
    expect(await count()).toBe(one);
  });

  it('end by the calendar as it stands: a day made a holiday moves what is still to come', async () => {
    const office = await as('secretary-01');
    const years = city.app.get(CalendarYears);
    const days = await years.days(2026);
    const more = [...days, { day: '2026-03-19', kind: 'holiday' as const, name: '市庆' }];
    expect(await years.replace(office, 2026, more, '市政府通知')).toBe(true);
    expect(await years.replace(office, 2026, more, '市政府通知')).toBe(false);
    expect((await lines()).find(([kind]) => kind === 'intake')?.[2]).toBe(at('03-23T18:00'));
    expect(await problems()).toEqual([]);
  });

  it('control: a pause approved by one person alone is named by verify', async () => {
    const asked = { kind: 'intake', until: '2026-03-20', reason: '等待投资方补充材料' };
    const id = await pauses().ask(await as('secretary-01'), leadId, asked);
    await pauses().approve(await as('secretary-02'), id);
    await expect(
      city.app.work.run((tx) =>
        tx.run(sql`update promise_pause set decided_by_id = asked_by_id where id = ${id}`),
      ),
    ).rejects.toThrow();
    await city.app.work.run((tx) => tx.run(sql`update promise_pause set until_day = '2026-12-31'`));
    expect(await problems()).not.toEqual([]);
  });
});
