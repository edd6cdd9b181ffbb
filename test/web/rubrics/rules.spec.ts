import { sql } from '../../../src/database/sql';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { Verifier } from '../../../src/ledger/verifier';
import { typedFrom } from '../../../src/rubrics/rule-fields';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { foundCity, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';

onEachDatabase('decision rules', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let r1: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
    r1 = (await rubrics().currentRuleSet())?.id ?? '';
  });
  afterAll(() => city.close());

  const rubrics = (): RubricsQueries => city.app.get(RubricsQueries);
  const form = (change: Record<string, unknown> = {}) => ({ ...typedFrom(R1), ...change });
  const begin = async (id = r1): Promise<string> =>
    String((await secretary.post(`/rules/${id}/drafts`)).headers.location);
  const revision = async (draft: string): Promise<string> =>
    fieldValue((await secretary.get(draft)).body, 'revision') ?? '';
  const save = async (draft: string, change: Record<string, unknown>, intent = 'draft') =>
    secretary.post(draft, { ...form(change), intent, revision: await revision(draft) });
  const publish = async (draft: string) =>
    secretary.post(`${draft}/publication`, { revision: await revision(draft) });
  const verified = async (): Promise<unknown> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('are read version by version in plain language', async () => {
    const list = await secretary.get('/rules');
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain('data-page="rule-index"');
    expect(list.body).toContain('data-state="current"');
    const { body } = await secretary.get(`/rules/${r1}`);
    expect(body).toContain('总分达到70分，方可入笼。');
    expect(body).toContain('截止前3天、1天、2小时各提醒一次未投席位，只在北京时间08:30至18:00发送。');
    expect((await secretary.get(`/rules/${'0'.repeat(26)}`)).statusCode).toBe(404);
  });

  it('are read by others, and written by the secretariat alone', async () => {
    const inspector = await city.app.signedIn('inspector-01');
    const { body } = await inspector.get(`/rules/${r1}`);
    expect(body).not.toContain(`/rules/${r1}/drafts`);
    expect((await inspector.post(`/rules/${r1}/drafts`)).statusCode).toBe(403);
  });

  it('are drafted from a version: anything typed is kept, and what is wrong is said beside it', async () => {
    const draft = await begin();
    expect(await begin()).toBe(draft);
    const saved = await save(draft, { passMark: '七十五', nameEn: '', rulings: ['consult'] });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, draft]);
    const { body } = await secretary.get(draft);
    expect(fieldValue(body, 'passMark')).toBe('七十五');
    expect(body).toContain('发布前还须改正2处');
    expect(body).toContain('请填写0到9999的整数');
    expect((await secretary.get(`${draft}/publication`)).headers.location).toBe(draft);
    const refused = await publish(draft);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('还不能发布：有2处须改正。');
    expect(await verified()).toEqual([]);
    expect((await secretary.post(`${draft}/removal`)).statusCode).toBe(303);
    expect((await secretary.get(draft)).statusCode).toBe(404);
  });

  it('are not overwritten from a second tab unseen', async () => {
    const draft = await begin();
    const old = await revision(draft);
    await save(draft, { passMark: '75' });
    const answer = await secretary.post(draft, {
      ...form({ passMark: '80' }),
      intent: 'draft',
      revision: old,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('这份草稿在您打开之后已被改过');
    expect(fieldValue(answer.body, 'passMark')).toBe('80');
    expect(fieldValue((await secretary.get(draft)).body, 'passMark')).toBe('75');
    const again = {
      ...form({ passMark: '80' }),
      intent: 'draft',
      revision: fieldValue(answer.body, 'revision'),
    };
    expect((await secretary.post(draft, again)).statusCode).toBe(303);
    const long = await save(draft, { nameZh: '规'.repeat(201) });
    expect(long.statusCode).toBe(422);
    expect(long.body).toContain('规'.repeat(201));
    await secretary.post(`${draft}/removal`);
  });

  it('are not published when they say the same as before', async () => {
    const draft = await begin();
    const answer = await publish(draft);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('没有需要发布的内容');
    await secretary.post(`${draft}/removal`);
  });

  it('are published as the next version, which new rounds then use; the old one stays as it was', async () => {
    const before = await rubrics().ruleSet(r1);
    city.app.clock.advance(60_000);
    const draft = await begin();
    const saved = await save(draft, { passMark: '75', byClock: 'yes' }, 'publish');
    expect(saved.headers.location).toBe(`${draft}/publication`);
    const preview = (await secretary.get(`${draft}/publication`)).body;
    expect(preview).toContain('2条规则不同');
    expect(preview).toContain('<del>总分达到70分，方可入笼。</del>');
    expect(preview).toContain('<ins>总分达到75分，方可入笼。</ins>');
    expect(preview).not.toContain('<del>总分低于60分');
    const published = await publish(draft);
    expect(published.statusCode).toBe(303);
    const current = await rubrics().currentRuleSet();
    expect(current).toMatchObject({ code: 'R1', version: 2, content: { score: { passMark: 75 } } });
    expect(published.headers.location).toBe(`/rules/${current?.id}`);
    expect(await rubrics().ruleSet(r1)).toEqual(before);
    expect((await secretary.get(draft)).statusCode).toBe(404);
    const compared = await secretary.get(`/rules/${r1}/comparison?with=${current?.id}`);
    expect(compared.body).toContain('R1第1版与R1第2版对照');
    expect(compared.body).toContain('<ins>总分达到75分，方可入笼。</ins>');
    expect((await secretary.get(`/rules/${r1}/comparison?with=no`)).statusCode).toBe(404);
    expect(await verified()).toEqual([]);
  });

  it('are retired, but never the last of them', async () => {
    const current = (await rubrics().currentRuleSet())?.id ?? '';
    expect((await secretary.post(`/rules/${current}/retirement`)).statusCode).toBe(303);
    expect((await rubrics().currentRuleSet())?.id).toBe(r1);
    expect((await secretary.get(`/rules/${current}`)).body).toContain('停用');
    expect((await secretary.post(`/rules/${current}/retirement`)).statusCode).toBe(409);
    const last = await secretary.post(`/rules/${r1}/retirement`);
    expect(last.statusCode).toBe(409);
    expect(last.body).toContain('这是唯一在用的决策规则');
    expect(await verified()).toEqual([]);
  });

  it('are found out when their text is changed behind the ledger’s back', async () => {
    await city.app.work.run((tx) =>
      tx.run(
        sql`update rule_set_version set content = replace(content, '"passMark":75', '"passMark":1') where version = 2`,
      ),
    );
    const problems = JSON.stringify(await verified());
    expect(problems).toContain('its digest is of another text');
  });
});
