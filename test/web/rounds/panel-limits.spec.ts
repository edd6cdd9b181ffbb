import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const grades = {
  ...{ referrer: 'decide', employer: 'decide', group: 'decide', earlier: 'decide' },
  ...{ sameIndustry: 'near', scoutUnit: 'near' },
};

onEachDatabase('the city’s limits for panels', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  }, 60_000);
  afterAll(() => city.close());

  const secretary = (): Promise<Visitor> => city.app.signedIn('secretary-01');
  const setLimits = async (change: Record<string, string>) =>
    (await secretary()).post('/admin/settings/dispute-limits', {
      ...{ deviation: '15', kindGap: '25', markTenths: '1.5', basedOn: '0', reason: '市领导小组会议定' },
      ...change,
    });
  const setGrades = async (change: Record<string, string>) =>
    (await secretary()).post('/admin/settings/interest-grades', {
      ...grades,
      ...{ basedOn: '0', reason: '按廉政要求从严' },
      ...change,
    });
  const sound = async (): Promise<void> => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
    for (const check of city.app.get(ConsistencyChecks).all)
      expect([check.name, await check.run(city.app.reader)]).toEqual([check.name, []]);
  };

  it('are listed with the other settings, read by the office and changed with a reason', async () => {
    const office = await secretary();
    const list = (await office.get('/admin/settings')).body;
    for (const key of ['dispute-limits', 'interest-grades'])
      expect(list).toContain(`href="/admin/settings/${key}"`);
    const limits = (await office.get('/admin/settings/dispute-limits')).body;
    for (const text of ['name="deviation"', 'value="15"', 'value="1.5"', '分歧标准'])
      expect(limits).toContain(text);
    expect((await office.get('/admin/settings/interest-grades')).body).toContain('在投资方任职');
    const scout = await city.app.signedIn('scout-01');
    for (const key of ['dispute-limits', 'interest-grades']) {
      expect((await scout.get(`/admin/settings/${key}`)).statusCode).toBe(403);
      expect((await scout.post(`/admin/settings/${key}`, {})).statusCode).toBe(403);
    }
  });

  it('refuse what is out of bounds beside its field and keep what was typed', async () => {
    const wrong = await setLimits({ deviation: '0', markTenths: '2.55', reason: '留住这句' });
    expect(wrong.statusCode).toBe(422);
    for (const text of ['请填1至50之间的整数', '请填0.1至2.5', 'value="2.55"', '留住这句'])
      expect(wrong.body).toContain(text);
    expect((await setLimits({ kindGap: '一百' })).statusCode).toBe(422);
    expect((await setLimits({ deviation: '16', reason: '' })).statusCode).toBe(422);
    expect((await setLimits({ deviation: '16', basedOn: '7' })).statusCode).toBe(409);
    const unknown = await setGrades({ employer: 'sometimes' });
    expect([unknown.statusCode, unknown.body.includes('请选一种处理办法')]).toEqual([422, true]);
    const stored = sql`select key from city_setting where key in ('dispute-limits', 'interest-grades')`;
    expect(await city.app.reader.rows(stored)).toEqual([]);
  });

  it('are those of the opening for a round, on its result page and in its minutes, whatever changes later', async () => {
    const flagged = async (id: string): Promise<boolean> =>
      (await (await secretary()).get(`/rounds/${id}/results`)).body.includes('data-state="dispute"');
    const counted = async (from: number): Promise<string> => {
      city.app.clock.advance(1000);
      const round = await city.openRound(1, from);
      await city.allVote(round, ['disputed']);
      await city.acts.close('secretary-01', round.id);
      return round.id;
    };
    const first = await counted(0);
    expect(await flagged(first)).toBe(true);
    // So lax that nothing is a disagreement any more: for rounds opened from now on.
    expect((await setLimits({ deviation: '50', kindGap: '100', markTenths: '2.5' })).statusCode).toBe(303);
    expect(await flagged(first)).toBe(true);
    const second = await counted(1);
    expect(await flagged(second)).toBe(false);
    const minutes = async (id: string): Promise<string> =>
      (await (await secretary()).get(`/rounds/${id}/minutes`)).body;
    expect(await minutes(first)).toContain('分歧标准用预设');
    expect(await minutes(second)).toContain('分歧标准用第1版');
    const rows = await city.app.reader.rows(
      sql`select dispute_version as dispute, grades_version as grades from round order by created_at`,
    );
    expect(rows).toEqual([
      { dispute: 0, grades: 0 },
      { dispute: 1, grades: 0 },
    ]);
    await sound();
  });

  it('say what follows from a relation: a graded one excludes from the planning on, without anybody deciding', async () => {
    const plan = async (from: number): Promise<string> => {
      city.app.clock.advance(1000);
      const [leadId = ''] = await city.queuedLeads(1, from);
      await city.app.work.run((tx) =>
        tx.run(sql`update unit set uscc = null, name = (select investor_name from lead where id = ${leadId})
          where code = 'lanjiang'`),
      );
      const rubric = (await city.app.get(RubricsQueries).published()).find(
        ({ code }) => code === 'manufacturing',
      );
      const deadlineAt = new Date(Date.parse(city.app.clock.now()) + 5 * 86_400_000).toISOString();
      const { id } = await city.app.get(RoundsService).plan(await city.acts.viewer('secretary-01'), {
        ...{ title: '利害关系分级', rubricVersionId: rubric?.id ?? '' },
        ...{ panelId: city.city.panelId, deadlineAt, leadIds: [leadId] },
      });
      return id;
    };
    const interest = (roundId: string) =>
      city.app.reader.rows<{ standing: string; keeps: number }>(
        sql`select lead_interest.standing, lead_interest.keeps_away as keeps from lead_interest
            join person on person.id = lead_interest.person_id
            where lead_interest.round_id = ${roundId} and person.account = 'panelist-09'`,
      );
    const open = async (id: string): Promise<number> =>
      (await (await secretary()).post(`/rounds/${id}/opening`)).statusCode;

    const before = await plan(2);
    expect(await interest(before)).toEqual([{ standing: 'open', keeps: 1 }]);
    expect(await open(before)).toBe(409);
    expect((await setGrades({ employer: 'excludes' })).statusCode).toBe(303);
    // What was planned before is held to the grades in force when it opens.
    expect((await (await secretary()).get(`/rounds/${before}/recusals`)).body).toContain(
      'data-state="byRule"',
    );
    const after = await plan(3);
    expect(await interest(after)).toEqual([{ standing: 'confirmed', keeps: 1 }]);
    expect(await open(after)).toBe(303);
    const turnout = await city.app.reader.rows(
      sql`select turnout.state from turnout join round_seat on round_seat.id = turnout.round_seat_id
          join person on person.id = round_seat.holder_id
          where turnout.round_id = ${after} and person.account = 'panelist-09'`,
    );
    expect(turnout).toEqual([{ state: 'recused' }]);
    const kept = sql`select grades_version as grades from round where id = ${after}`;
    expect(await city.app.reader.one(kept)).toEqual({ grades: 1 });
    await sound();
  });
});
