import { sql } from '../../../src/database/sql';
import { Jobs } from '../../../src/jobs/jobs';
import { msOf, parseBeijing } from '../../../src/domain/shared/instant';
import { Verifier } from '../../../src/ledger/verifier';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

onEachDatabase('an admission on conditions', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let leadId: string;
  let projectId: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(1);
    leadId = round.leadIds[0] ?? '';
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    const chair = await city.app.signedIn('leader-01');
    const owner = await city.app.reader.one<{ id: string }>(
      sql`select id from person where account = 'supporter-01'`,
    );
    const path = `/rounds/${round.id}/items/${await itemOf(city, round.id, leadId)}/conditions`;
    for (const [wanted, dueOn] of [
      ['取得能评批复', '2026-05-31'],
      ['落实过渡厂房', '2026-09-30'],
    ])
      await chair.post(path, { wanted, owner: owner?.id, dueOn });
    await city.acts.announce('secretary-01', round.id);
    const project = await city.app.reader.one<{ id: string }>(
      sql`select id from project where lead_id = ${leadId}`,
    );
    projectId = project?.id ?? '';
    await fillFiveOnes();
  });
  afterAll(() => city.close());

  /** The five ones are complete and the stage has no date, so that the conditions alone set the light. */
  async function fillFiveOnes(): Promise<void> {
    await city.app.work.run((tx) =>
      tx.run(sql`update project set five_ones_completed_at = entered_at, stage_due_on = null`),
    );
  }
  const at = (beijing: string): void => {
    city.app.clock.advance(msOf(parseBeijing(beijing) ?? '') - msOf(city.app.clock.now()));
  };
  const idOf = async (wanted: string): Promise<string> =>
    (
      await city.app.reader.one<{ id: string }>(
        sql`select id from admission_condition where wanted = ${wanted}`,
      )
    )?.id ?? '';
  const project = async (): Promise<string> =>
    bare((await (await city.app.signedIn('secretary-01')).get(`/cage/${projectId}`)).body);
  const listed = async (light: string): Promise<boolean> =>
    (await (await city.app.signedIn('secretary-01')).get(`/cage?light=${light}`)).body.includes(projectId);

  it('shows them in the project with owner and day, green while they are in time', async () => {
    expect(await project()).toContain('取得能评批复');
    expect(await project()).toContain('最近的入笼条件应于2026年5月31日');
  });

  it('turns amber on the day after, in the page and in the list alike', async () => {
    at('2026-06-01T00:00');
    expect(await project()).toContain('已逾期1天');
    expect([await listed('amber'), await listed('green')]).toEqual([true, false]);
  });

  it('is met when its owner reports and a second person of the secretariat confirms', async () => {
    const id = await idOf('落实过渡厂房');
    const stranger = await city.app.signedIn('scout-09');
    expect([403, 404]).toContain(
      (await stranger.post(`/conditions/${id}/report`, { report: '已经办好' })).statusCode,
    );
    const owner = await city.app.signedIn('supporter-01');
    expect((await owner.post(`/conditions/${id}/report`, { report: '' })).statusCode).toBe(422);
    expect((await owner.post(`/conditions/${id}/report`, { report: '已签过渡厂房协议' })).statusCode).toBe(
      303,
    );
    expect((await owner.post(`/conditions/${id}/check`, { verdict: 'confirm', note: '' })).statusCode).toBe(
      403,
    );
    const secretary = await city.app.signedIn('secretary-01');
    const nothing = await secretary.post(`/conditions/${id}/check`, { verdict: 'sendBack', note: '' });
    expect(nothing.statusCode).toBe(422);
    const back = await secretary.post(`/conditions/${id}/check`, { verdict: 'sendBack', note: '协议未盖章' });
    expect(back.statusCode).toBe(303);
    await secretary.post(`/conditions/${id}/report`, { report: '协议已盖章' });
    const own = await secretary.post(`/conditions/${id}/check`, { verdict: 'confirm', note: '' });
    expect([own.statusCode, own.body.includes('不能自己核实')]).toEqual([422, true]);
    const second = await city.app.signedIn('secretary-02');
    expect((await second.post(`/conditions/${id}/check`, { verdict: 'confirm', note: '' })).statusCode).toBe(
      303,
    );
    expect((await second.post(`/conditions/${id}/check`, { verdict: 'confirm', note: '' })).statusCode).toBe(
      409,
    );
  });

  it('goes back to the panel after more than thirty days, once, and says so in red', async () => {
    at('2026-06-30T23:59');
    await city.app.get(Jobs).runNow('returnMissedConditions');
    expect(await city.app.reader.one(sql`select state from lead where id = ${leadId}`)).toEqual({
      state: 'admitted',
    });
    at('2026-07-01T00:00');
    await city.app.get(Jobs).runNow('returnMissedConditions');
    await city.app.get(Jobs).runNow('returnMissedConditions');
    expect(await city.app.reader.one(sql`select state from lead where id = ${leadId}`)).toEqual({
      state: 'queued',
    });
    expect(await project()).toContain('退回专班复议');
    expect([await listed('red'), await listed('amber')]).toEqual([true, false]);
    expect(await city.mails('condition.returned')).toHaveLength(2);
    const acts = await city.app.reader.rows(
      sql`select move from lead_act where lead_id = ${leadId} and move = 'recall'`,
    );
    expect(acts).toHaveLength(1);
  });

  it('keeps its number when the panel admits it again, with both rounds on its lead', async () => {
    const again = await city.acts.openRound('secretary-01', {
      title: '复议',
      deadlineAt: parseBeijing('2026-07-06T18:00') ?? '',
      panelId: city.city.panelId,
      leadIds: [leadId],
    });
    await city.allVote({ id: again, leadIds: [leadId], deadlineAt: '' }, ['strong']);
    await city.acts.close('secretary-01', again);
    await city.acts.announce('secretary-01', again);
    const rows = await city.app.reader.rows<{ cageNo: string | null; decided: string }>(
      sql`select cage_no as "cageNo", decided from outcome where lead_id = ${leadId} order by computed_at`,
    );
    expect(rows).toEqual([
      { cageNo: 'C-2026-0001', decided: 'admit' },
      { cageNo: null, decided: 'admit' },
    ]);
    expect(
      await city.app.reader.rows(
        sql`select cage_no as "cageNo", recalled_at as "recalledAt" from project where lead_id = ${leadId}`,
      ),
    ).toEqual([{ cageNo: 'C-2026-0001', recalledAt: null }]);
    const letters = await city.app.reader.rows<{ content: string }>(
      sql`select content from letter where lead_id = ${leadId} order by serial`,
    );
    expect(letters[1]?.content).toContain('C-2026-0001');
    expect(await project()).not.toContain('退回专班复议；');
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems.map(String)).toEqual([]);
  });
});
