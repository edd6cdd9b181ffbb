import { sql } from '../../../src/database/sql';
import { FairCompetitionOpinion } from '../../../src/fair-competition/opinion.entity';
import { PoliciesQueries } from '../../../src/fair-competition/policies.queries';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('the fair-competition gate', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let leadId: string;
  let roundId: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
    const [entry] = city.book();
    if (!entry) throw new Error('no lead');
    const asks = [
      { type: 'other', text: '請按 納稅額 的五成給予獎勵' },
      { type: 'publishedPolicy', text: '按宜政发〔2025〕3号第五条租用标准厂房' },
    ];
    leadId = await city.acts.report({ ...entry, body: { ...entry.body, incentiveRequests: asks } });
    await city.acts.decideIntake('secretary-01', leadId, 'accept');
    const [rubric] = await city.app.get(RubricsQueries).published();
    const plan = {
      title: '测试轮次',
      rubricVersionId: rubric?.id ?? '',
      panelId: city.city.panelId,
      deadlineAt: '2026-03-23T10:00:00.000Z',
      leadIds: [leadId],
    };
    roundId = (await city.app.get(RoundsService).plan(await city.acts.viewer('secretary-01'), plan)).id;
  });
  afterAll(() => city.close());

  const opine = (visitor: Visitor, fields: Record<string, string>) =>
    visitor.upload(
      `/leads/${leadId}/fair-competition/opinions`,
      { verdict: 'lawful', basis: '条例第十条', text: '', documentNo: '', idempotencyKey: 'one', ...fields },
      [],
    );
  const problems = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('shows each request with its clause or the rule that flags it, on the lead and on a page of its own', async () => {
    const { body } = await office.get(`/leads/${leadId}/fair-competition`);
    for (const said of [
      '奖补与纳税挂钩',
      '第十条第（二）项',
      '按文号对应到宜政发〔2025〕3号第五条',
      'data-state="flagged"',
      'data-state="matched"',
      'V08',
    ])
      expect(body).toContain(said);
    expect((await office.get(`/leads/${leadId}`)).body).toContain('id="fair-competition"');
    expect((await office.get('/fair-competition')).body).toContain(`data-id="${leadId}"`);
  });

  it('opens no round without the opinion, and the button says so in the words of the refusal', async () => {
    const { body } = await office.get(`/rounds/${roundId}`);
    expect(body).toContain('缺公平竞争审查意见');
    expect(body).toContain(`href="/leads/${leadId}/fair-competition"`);
    const refused = await office.post(`/rounds/${roundId}/opening`);
    expect(refused.statusCode).toBe(409);
    const [, sentence = ''] = /(L-2026-\d+等1项缺公平竞争审查意见[^<]*)</.exec(refused.body) ?? [];
    expect(sentence).not.toBe('');
    expect(body).toContain(sentence.trim());
  });

  it('takes an opinion from a named unit alone, with its basis, and reasons unless it is a plain yes', async () => {
    const land = await city.app.signedIn('supporter-01');
    expect((await opine(land, {})).statusCode).toBe(409);
    const scout = await city.app.signedIn('scout-12');
    expect((await scout.get(`/leads/${leadId}/fair-competition`)).statusCode).toBe(404);
    const market = await city.app.signedIn('supporter-05');
    const bare = await opine(market, { verdict: 'unlawful', basis: '条例第十条' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('请写理由和修改要求');
    expect((await opine(market, { basis: '' })).body).toContain('请写依据');
    const text = '改为普惠条款后方可';
    for (let press = 0; press < 2; press += 1)
      expect((await opine(market, { verdict: 'lawfulAfterChange', text })).statusCode).toBe(303);
    expect(await city.app.reader.find(FairCompetitionOpinion)).toHaveLength(1);
  });

  it('then lets the round open, and shows the panel flag and opinion but not who signed', async () => {
    const opened = await office.post(`/rounds/${roundId}/opening`);
    expect(opened.statusCode).toBe(303);
    const voter = await city.panelist('panelist-02');
    const item = /\/ballot\/items\/[0-9a-z]{26}/.exec((await voter.get('/ballot')).body)?.[0] ?? '';
    await voter.post(`${item}/declaration`, { interest: 'none' });
    const { body } = await voter.get(item);
    for (const said of ['改为普惠条款后方可', '奖补与纳税挂钩', 'data-state="lawfulAfterChange"'])
      expect(body).toContain(said);
    expect(body).not.toContain('水清浅');
    expect((await opine(office, { idempotencyKey: 'two' })).statusCode).toBe(409);
    expect(await problems()).toEqual([]);
  });

  it('keeps its catalogue in versions, imports all or nothing, and the same list twice changes nothing', async () => {
    const policies = city.app.get(PoliciesQueries);
    const before = await policies.current();
    const row = '甲乙丙丁办法\t宜政发〔2026〕1号\t市政府\t2026/1/1\t\t第一条\t正文\t地价\t地价\t50';
    const send = (rows: string) => office.post('/policies/imports', { rows, reason: '按公报登记' });
    const faulty = await send(`${row}\n甲乙丙丁办法\t宜政发〔2026〕1号\t市政府\t2026/2/31\t\t第二条\t正文`);
    expect(faulty.statusCode).toBe(422);
    expect(faulty.body).toContain('第2行：施行日期不能读取');
    expect(await policies.current()).toHaveLength(before.length);
    expect((await send(row)).statusCode).toBe(303);
    expect((await send(row)).statusCode).toBe(303);
    const added = (await policies.current()).find(({ documentNo }) => documentNo === '宜政发〔2026〕1号');
    expect(added).toMatchObject({ version: 1, validFrom: '2026-01-01', validTo: null });
    const scout = await city.app.signedIn('scout-01');
    const shown = await scout.get(`/policies/${added?.id}`);
    expect(shown.body).toContain('宜政发〔2026〕1号第一条');
    expect(shown.body).not.toContain('/edit');
    expect((await scout.get('/policies/new')).statusCode).toBe(403);
    expect((await scout.get('/policies.xlsx')).statusCode).toBe(200);
    expect(await problems()).toEqual([]);
  });

  it('control: an opinion that was altered is named by verify', async () => {
    await city.app.work.run((tx) => tx.run(sql`update fair_competition_opinion set verdict = 'lawful'`));
    expect(await problems()).toHaveLength(1);
  });
});
