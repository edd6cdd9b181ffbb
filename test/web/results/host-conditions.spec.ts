import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('the conditions under which a host accepts a lead', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let office: Visitor;
  let bound: string;
  let plain: string;
  let path: string;
  const conditions = {
    0: { text: '市里落实年用能指标一千吨', dueOn: '2026-06-30' },
    1: { text: '项目公司注册在园区', dueOn: '2026-05-31' },
  };
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
    const ids: string[] = [];
    for (const entry of city.book().slice(0, 2)) {
      const body = { ...entry.body, intendedHosts: ['park-ed', 'park-ht'] };
      const id = await city.acts.report({ ...entry, body });
      await city.acts.decideIntake('secretary-01', id, 'accept');
      ids.push(id);
    }
    [bound = '', plain = ''] = ids;
    const say = async (account: string, id: string, fields: Record<string, unknown>): Promise<void> => {
      const host = await city.app.signedIn(account);
      const answer = await host.post(`/leads/${id}/host-statements`, fields);
      if (answer.statusCode !== 303) throw new Error(`${account} was answered ${answer.statusCode}`);
    };
    const decline = {
      verdict: 'decline',
      reasonCode: 'noLand',
      text: '今年没有净地。',
      remedy: '明年再议。',
    };
    const accepts = { verdict: 'conditional', reasonCode: 'energyShort', text: '愿意承接，须落实下列条件。' };
    await say('host-01', bound, decline);
    await say('host-02', bound, { ...accepts, conditions });
    await say('host-01', plain, decline);
    await say('host-02', plain, { verdict: 'accept', text: '愿意承接。' });
    const deadlineAt = new Date(Date.parse(city.app.clock.now()) + 5 * 86_400_000).toISOString();
    const plan = { title: '测试轮次', deadlineAt, panelId: city.city.panelId, leadIds: ids };
    round = { id: await city.acts.openRound('secretary-01', plan), leadIds: ids, deadlineAt };
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    path = `/rounds/${round.id}/items/${await itemOf(city, round.id, bound)}`;
  }, 90_000);
  afterAll(() => city.close());

  const terms = (): Promise<{ id: string; text: string }[]> =>
    city.app.reader.rows(sql`select id, text from statement_term order by text`);
  const termOf = async (text: string): Promise<string> =>
    (await terms()).find((term) => term.text === text)?.id ?? '';
  const problems = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('hold the announcement up until somebody has settled them, and say where', async () => {
    const preview = await office.get(`/rounds/${round.id}/announcement`);
    expect(preview.body).toContain('提出的2项条件还没有确认');
    expect(preview.body).toContain(`href="${path}/conditions"`);
    const refused = await office.post(`/rounds/${round.id}/announcement`);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('没有确认园区提出的条件');
  });

  it('are filled in for the secretariat with what, who and until when', async () => {
    const { body } = await office.get(`${path}/conditions`);
    const spoke = await city.app.reader.one<{ id: string }>(
      sql`select id from person where account = 'host-02'`,
    );
    expect(body).toContain('市里落实年用能指标一千吨</textarea>');
    expect(body).toContain('value="2026-06-30"');
    expect(body).toMatch(new RegExp(`<option value="${spoke?.id ?? ''}" selected`));
    // The chair's own form is not the secretariat's.
    expect(body).not.toContain(`action="${path}/conditions"`);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are confirmed one by one, kept as typed where something is wrong, and by nobody else', async () => {
    const term = await termOf(conditions[0].text);
    const owner = (await city.acts.viewer('host-02')).personId;
    const wrong = await office.post(`${path}/host-conditions/${term}`, {
      wanted: '市里落实年用能指标一千二百吨',
      owner,
      dueOn: '2020-01-01',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('市里落实年用能指标一千二百吨</textarea>');
    const host = await city.app.signedIn('host-02');
    const given = { wanted: conditions[0].text, owner, dueOn: conditions[0].dueOn };
    expect((await host.post(`${path}/host-conditions/${term}`, given)).statusCode).toBe(403);
    expect((await office.post(`${path}/host-conditions/${term}`, given)).statusCode).toBe(303);
    expect((await office.post(`${path}/host-conditions/${term}`, given)).statusCode).toBe(409);
    const rows = await city.app.reader.rows(sql`select id from admission_condition`);
    expect(rows).toHaveLength(1);
  });

  it('are set aside only with a reason, which stays on record', async () => {
    const term = await termOf(conditions[1].text);
    const at = `${path}/host-conditions/${term}/dismissal`;
    expect((await office.post(at, { reason: '' })).statusCode).toBe(422);
    expect((await office.post(at, { reason: '园区已书面撤回。' })).statusCode).toBe(303);
    const row = await city.app.reader.one(
      sql`select reason, condition_id as "conditionId" from host_condition where term_id = ${term}`,
    );
    expect(row).toEqual({ reason: '园区已书面撤回。', conditionId: null });
    expect((await office.post(at, { reason: '再来一次。' })).statusCode).toBe(409);
  });

  it('run from the announcement on, on the letter and on the project, which is the host’s that accepted', async () => {
    expect((await office.post(`/rounds/${round.id}/announcement`)).statusCode).toBe(303);
    const open = await city.app.reader.rows(
      sql`select wanted, due_on as "dueOn", state from admission_condition`,
    );
    expect(open).toEqual([{ wanted: conditions[0].text, dueOn: conditions[0].dueOn, state: 'open' }]);
    const projects = await city.app.reader.rows<{ leadId: string; code: string }>(
      sql`select project.lead_id as "leadId", host.code from project join host on host.id = project.host_id`,
    );
    expect(new Map(projects.map(({ leadId, code }) => [leadId, code]))).toEqual(
      new Map([
        [bound, 'park-ht'],
        [plain, 'park-ht'],
      ]),
    );
    const letter = await city.app.reader.one<{ content: string }>(
      sql`select content from letter where lead_id = ${bound}`,
    );
    expect(letter?.content).toContain(conditions[0].text);
    expect(letter?.content).not.toContain(conditions[1].text);
    expect(await problems()).toEqual([]);
  });
});
