import { sql } from '../../../src/database/sql';
import { manufacturingComputed } from '../../../src/domain/rubric/manufacturing-computed';
import { canonical } from '../../../src/domain/shared/canonical';
import { Verifier } from '../../../src/ledger/verifier';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('a criterion with a second formula', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  }, 60_000);
  afterAll(() => city.close());

  const versionOf = async (state: string) => {
    const rubric = (await city.app.get(RubricsQueries).versions()).find(
      (one) => one.code === 'manufacturing' && one.state === state,
    );
    if (!rubric) throw new Error(`no ${state} rubric`);
    return rubric;
  };

  it('is typed in the editor, said in the version and in the preview, and refused where it is half typed', async () => {
    const draft = await versionOf('draft');
    const base = `/rubrics/${draft.rubricId}/versions/${draft.version}`;
    const office = await city.app.signedIn('secretary-01');
    const part = (await office.get(`${base}/criteria/c3`)).body;
    for (const text of [
      '第二种公式',
      'name="when"',
      'name="altStep5"',
      '租赁厂房、不另用地的，单位面积设备投入',
    ])
      expect(part).toContain(text);
    expect(part).toMatch(/<option value="leaseOnly" selected>/);
    for (const page of ['', '/preview?kind=park'])
      expect((await office.get(`${base}${page}`)).body).toContain('其余的，投资强度');
    const typed = (name: string, value: string): Record<string, string> => {
      const fields: Record<string, string> = {};
      for (const [, field = '', was = ''] of part.matchAll(/<input[^>]*name="(\w+)"[^>]*value="([^"]*)"/g))
        if (!['kinds', 'reasonFor', '_csrf', 'naAllowed', 'scoring', 'better'].includes(field))
          fields[field] = was;
      return {
        ...fields,
        scoring: 'steps',
        better: 'more',
        altScoring: 'steps',
        altBetter: 'more',
        [name]: value,
      };
    };
    const form = {
      ...typed('when', 'leaseOnly'),
      ...{ input: 'investIntensity', altInput: 'equipmentPerSqm', altBetter: 'less' },
    };
    expect((await office.post(`${base}/criteria/c3`, form)).statusCode).toBe(303);
    expect((await office.get(`${base}/criteria/c3`)).body).toContain('计分值与方向不一致');
    await office.post(`${base}/criteria/c3`, {
      ...form,
      altBetter: 'more',
      seen: /name="seen" value="([^"]*)"/.exec((await office.get(`${base}/criteria/c3`)).body)?.[1] ?? '',
    });
    const after = (await office.get(`${base}/criteria/c3`)).body;
    expect(after).not.toContain('计分值与方向不一致');
    expect(after).toContain('租赁厂房、不另用地的，单位面积设备投入');
  });

  it('scores a project in a leased plant by its own, the others by the first, on ballots, results and minutes', async () => {
    const { id } = await versionOf('published');
    await city.app.work.run((tx) =>
      tx.run(sql`update rubric_version set content = ${canonical(manufacturingComputed)} where id = ${id}`),
    );
    const [first, second] = city.book();
    if (!first || !second) throw new Error('the book is too short');
    const onLand = {
      ...first,
      body: {
        ...first.body,
        fixedAssetWan: '10400',
        totalInvestmentWan: '20000',
        landMu: '52',
        equipmentWan: '5000',
      },
    };
    const site = { landMu: '0', landUse: 'none', leaseAreaSqm: '12000', investMode: 'leasePlant' };
    const money = { fixedAssetWan: '10400', totalInvestmentWan: '20000', equipmentWan: '9000' };
    const leased = { ...second, body: { ...second.body, ...site, ...money } };
    const leadIds = [await city.acts.report(onLand), await city.acts.report(leased)];
    for (const leadId of leadIds) await city.acts.decideIntake('secretary-01', leadId, 'accept');
    const deadlineAt = new Date(Date.parse(city.app.clock.now()) + 5 * 86_400_000).toISOString();
    const plan = { title: '用地和租赁', deadlineAt, panelId: city.city.panelId, leadIds };
    const roundId = await city.acts.openRound('secretary-01', plan);
    const items = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${roundId} order by position`,
    );
    const seat = await city.panelist('panelist-01');
    const read = async (at: number): Promise<string> => {
      const path = `/ballot/items/${items[at]?.id}`;
      await seat.post(`${path}/declaration`, { interest: 'none' });
      return (await seat.get(path)).body;
    };
    const [land, plant] = [await read(0), await read(1)];
    // 10,400 ÷ 52 is 200, the second step; 9,000 ÷ 12,000 is 0.75, the fourth.
    for (const text of ['公式：投资强度', '按200万元/亩计，2分']) expect(land).toContain(text);
    for (const text of ['公式：租赁厂房、不另用地的，单位面积设备投入', '按0.75万元/平方米计，4分'])
      expect(plant).toContain(text);
    expect(plant).not.toContain('其余的');

    const byHand = { industryFit: '4', investorStrength: '4', elementFeasibility: '4', employment: '4' };
    const paper = {
      ...{ intent: 'cast', idempotencyKey: 'two', vote: 'agree', comment: '', note: '', scores: byHand },
      computed: { investIntensity: 'confirm', taxPerMu: 'confirm' },
    };
    expect((await seat.post(`/ballot/items/${items[1]?.id}`, paper)).statusCode).toBe(303);
    const kept = await city.app.reader.one<{ scores: string; computed: string }>(
      sql`select scores, computed from ballot_version where item_id = ${items[1]?.id ?? ''}`,
    );
    expect(JSON.parse(kept?.scores ?? '{}')).toMatchObject({ investIntensity: 4 });
    expect(JSON.parse(kept?.computed ?? '{}')).toMatchObject({
      investIntensity: { choice: 'confirm', formula: 1, stated: '3/4' },
    });
    city.app.clock.set(deadlineAt);
    await city.acts.close('secretary-01', roundId);
    const office = await city.app.signedIn('secretary-01');
    const results = (await office.get(`/rounds/${roundId}/results`)).body;
    expect(results).toContain('租赁厂房、不另用地的，单位面积设备投入');
    expect(results).toContain('登记数据0.75万元/平方米，按公式4分');
    const { problems } = await city.app.get(Verifier).verify(city.app.reader);
    expect(problems.filter(({ subject }) => !subject?.includes(id))).toEqual([]);
  });

  it('is tried out in the simulator with a figure of the form', async () => {
    const office = await city.app.signedIn('secretary-01');
    const { id } = await versionOf('published');
    const grid = {
      ...{ rubric: id, extensions: '0', intent: 'run', site: 'lease' },
      counts: { park: '2', support: '4', institute: '2', enterprise: '2' },
      votes: { 'park-1': 'agree' },
      figures: { investIntensity: '0.75' },
    };
    const tried = await office.post('/rules/simulator', grid);
    expect(tried.statusCode).toBe(200);
    expect(tried.body).toContain('按所填数值4分');
    expect(tried.body).toMatch(/name="scores\[park-1\]\[investIntensity\]"[^>]*value="4"/);
    const wrong = await office.post('/rules/simulator', { ...grid, figures: { investIntensity: '很高' } });
    expect([wrong.statusCode, wrong.body.includes('请填不小于0的数字')]).toEqual([422, true]);
  });
});
