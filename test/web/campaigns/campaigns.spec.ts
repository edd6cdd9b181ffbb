import { readXlsx } from 'hucre/xlsx';
import { CampaignsQueries } from '../../../src/campaigns/campaigns.queries';
import { ChainsQueries } from '../../../src/chains/chains.queries';
import { TargetFirmsService } from '../../../src/chains/target-firms.service';
import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { PeopleQueries } from '../../../src/people/people.queries';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

const none = '0'.repeat(26);

/** The clock of the test stands at 2026-03-17. */
onEachDatabase('campaigns and visits to firms', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let scout: Visitor;
  let stranger: Visitor;
  let campaignId: string;
  let firmPage: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
    scout = await city.app.signedIn('scout-01');
    stranger = await city.app.signedIn(await otherUnit());
    const [chain] = await city.app.get(ChainsQueries).all();
    const firm = {
      name: '寒潭热控有限公司',
      uscc: null,
      region: '',
      segmentId: null,
      note: '',
      state: 'planned',
    } as const;
    const id = await city.app
      .get(TargetFirmsService)
      .add({ personId: null, label: '测试' }, chain?.id ?? '', firm);
    firmPage = `/chains/${chain?.id ?? ''}/firms/${id}`;
    await secretary.post('/campaigns', campaign);
    campaignId = (await city.app.reader.one<{ id: string }>(sql`select id from campaign`))?.id ?? '';
  });
  afterAll(() => city.close());

  /** A scout of another unit than scout-01. */
  const otherUnit = async (): Promise<string> => {
    const people = await city.app.get(PeopleQueries).withRole('scout');
    const first = people.find(({ account }) => account === 'scout-01');
    return people.find(({ unitId }) => unitId !== first?.unitId)?.account ?? '';
  };
  const campaign = {
    name: '百日会战',
    kind: 'hundredDays',
    startsOn: '2026-03-01',
    endsOn: '2026-06-08',
    visitGoal: '40',
    leadGoal: '4',
    note: '',
    partyBuilding: '1',
  };
  const visit = (given: Record<string, string> = {}) => ({
    firm: '寒潭热控有限公司',
    visitedOn: '2026-03-16',
    campaignId,
    result: 'interested',
    leaderLevel: 'unitHead',
    note: '厂区参观',
    nextStep: '发资料',
    ...given,
  });
  const tally = async (who: string) => {
    const person = await city.app.get(PeopleQueries).byAccount(who);
    if (!person) throw new Error(who);
    const viewer = { ...person, personId: person.id, locale: 'zh-CN' as const };
    return (await city.app.get(CampaignsQueries).campaign(viewer, campaignId))?.tally;
  };

  it('are logged with firm, day and result, and stand in the list of the unit', async () => {
    const blank = (await scout.get('/visits/new')).body;
    expect(fieldValue(blank, 'visitedOn')).toBe('2026-03-17');
    expect(blank).toContain(`value="${campaignId}" selected`);
    const answer = await scout.post('/visits', visit());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/visits']);
    const { body } = await scout.get('/visits');
    expect(body).toContain('共1次走访');
    expect(body).toContain('厂区参观；下一步：发资料');
  });

  it('count once: the same call cannot be logged twice, under no form of the name', async () => {
    for (const firm of ['寒潭热控有限公司', '寒潭热控 股份有限公司']) {
      const again = await scout.post('/visits', visit({ firm }));
      expect([again.statusCode, again.body.includes('本单位当天对这家企业的走访已经登记')]).toEqual([
        422,
        true,
      ]);
    }
    expect((await scout.post('/visits', visit({ visitedOn: '2026-03-15' }))).statusCode).toBe(303);
    expect(await tally('secretary-01')).toEqual({ visits: 2, firms: 1, leads: 0, admitted: 0 });
  });

  it('say beside each field what is wrong and store nothing', async () => {
    const before = await city.app.rowCounts();
    const wrong: [Record<string, string>, string][] = [
      [{ firm: '某' }, '企业名称须为2到100个字'],
      [{ visitedOn: '2026-03-18' }, '走访日期不能晚于今天'],
      [{ visitedOn: '昨天' }, '请填写日期'],
      [{ visitedOn: '2026-02-28' }, '走访日期不在该行动的时间内'],
      [{ campaignId: none }, '没有找到这项行动'],
      [{ hostId: none }, '没有找到这个园区或县区'],
      [{ result: 'won' }, '请选择结果'],
      [{ leadNumber: '17' }, '线索编号的样子是'],
      [{ leadNumber: 'L-2026-99999' }, '本单位没有编号为L-2026-99999的线索'],
    ];
    for (const [change, said] of wrong) {
      const answer = await scout.post('/visits', visit({ firm: '别家企业', ...change }));
      expect([said, answer.statusCode, answer.body.includes(said)]).toEqual([said, 422, true]);
    }
    for (const [change, said] of [
      [{ name: '百日会战' }, '已有专项行动“百日会战”'],
      [{ name: '新的', endsOn: '2026-02-01' }, '结束日期不能早于开始日期'],
      [{ name: '新的', visitGoal: '-1' }, '目标须为0到100000'],
    ] as const) {
      const answer = await secretary.post('/campaigns', { ...campaign, ...change });
      expect([said, answer.statusCode, answer.body.includes(said)]).toEqual([said, 422, true]);
    }
    const moved = await secretary.post(`/campaigns/${campaignId}`, { ...campaign, startsOn: '2026-03-16' });
    expect([moved.statusCode, moved.body.includes('已有走访不在新的起止时间内')]).toEqual([422, true]);
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('lead to leads, of the own unit only, which are counted once however many visits they took', async () => {
    const [entry] = city.book();
    const id = await city.acts.report({ scout: 'scout-01', body: entry?.body ?? {} });
    const lead = await city.app.reader.one<{ number: string }>(sql`select number from lead where id = ${id}`);
    const rows = await city.app.reader.rows<{ id: string; day: string }>(
      sql`select id, visited_on as day from visit order by visited_on`,
    );
    for (const { id: visitId, day } of rows) {
      const linked = visit({ visitedOn: day, leadNumber: lead?.number.toLowerCase() ?? '' });
      expect((await scout.post(`/visits/${visitId}`, linked)).statusCode).toBe(303);
    }
    expect(await tally('secretary-01')).toEqual({ visits: 2, firms: 1, leads: 1, admitted: 0 });
    await city.app.work.run((tx) => tx.run(sql`update lead set state = 'admitted' where id = ${id}`));
    expect(await tally('secretary-01')).toEqual({ visits: 2, firms: 1, leads: 1, admitted: 1 });
    const foreign = await stranger.post('/visits', visit({ leadNumber: lead?.number ?? '' }));
    expect(foreign.body).toContain('本单位没有编号为');
  });

  it('are seen by the unit that went, the secretariat and the leading group, by nobody else', async () => {
    const rows = await city.app.reader.rows<{ id: string }>(sql`select id from visit`);
    const path = `/visits/${rows[0]?.id ?? ''}`;
    for (const who of ['secretary-01', 'leader-01', 'scout-01']) {
      const visitor = await city.app.signedIn(who);
      expect([who, (await visitor.get('/visits')).body.includes('寒潭')]).toEqual([who, true]);
      expect([who, (await visitor.get(path)).statusCode]).toEqual([who, 200]);
      expect([who, (await visitor.get(firmPage)).body.includes('有意向')]).toEqual([who, true]);
    }
    expect((await stranger.get('/visits')).body).not.toContain('寒潭');
    expect((await stranger.get('/visits.xlsx')).statusCode).toBe(200);
    expect([
      (await stranger.get(path)).statusCode,
      (await stranger.get(`/visits/${none}`)).statusCode,
    ]).toEqual([404, 404]);
    expect((await stranger.post(path, visit())).statusCode).toBe(404);
    expect((await stranger.get(firmPage)).body).not.toContain('有意向');
    expect((await stranger.get(`/campaigns/${campaignId}`)).body).toContain('您看到的是本单位的走访');
    for (const who of ['host-01', 'supporter-01', 'inspector-01', 'admin-01'])
      expect([who, (await (await city.app.signedIn(who)).get('/visits')).statusCode]).toEqual([who, 403]);
    expect((await scout.post('/campaigns', campaign)).statusCode).toBe(403);
  });

  it('are corrected by whoever logged them, not by the leading group', async () => {
    const rows = await city.app.reader.rows<{ id: string }>(
      sql`select id from visit order by visited_on desc`,
    );
    const path = `/visits/${rows[0]?.id ?? ''}`;
    const leader = await city.app.signedIn('leader-01');
    expect((await leader.get(path)).body).toContain('更正由登记人或秘书处办理');
    expect((await leader.post(path, visit())).statusCode).toBe(403);
    expect((await secretary.post(path, visit({ note: '更正过' }))).statusCode).toBe(303);
    expect((await scout.get('/visits')).body).toContain('更正过');
  });

  it('are filtered, sorted and taken away, in as many statements for one as for three', async () => {
    await scout.post('/visits', visit({ firm: '稳途底盘有限公司', result: 'declined', campaignId: '' }));
    const list = async (query: string): Promise<[string[], number]> => {
      const from = city.app.reader.statements;
      const { body } = await secretary.get(`/visits?${query}`);
      const firms = [...body.matchAll(/class="cell-title" href="\/visits\/[^"]+">([^<]+)</g)].map(
        ([, name]) => name ?? '',
      );
      return [firms, city.app.reader.statements - from];
    };
    const [all, statements] = await list('');
    const [one, same] = await list('result=declined');
    expect([all.length, one, same]).toEqual([3, ['稳途底盘有限公司'], statements]);
    expect((await list(`q=${encodeURIComponent('寒潭')}&sort=day`))[0]).toHaveLength(2);
    expect((await list(`campaign=${campaignId}`))[0]).toHaveLength(2);
    const sheet = await secretary.get('/visits.xlsx?result=declined');
    const book = await readXlsx(new Uint8Array(sheet.rawPayload));
    expect(book.sheets[0]?.rows.slice(1).map(([firm]) => firm)).toEqual(['稳途底盘有限公司']);
  });

  it('stand against the goals of the campaign with the share of its time', async () => {
    const { body } = await secretary.get(`/campaigns/${campaignId}`);
    expect(body).toContain('2 / 40，5%');
    expect(body).toContain('时间已过17%，进度落后');
    expect(body).toContain('时间已过17%，进度不落后');
    expect(body).toContain('抓党建促招商');
  });

  it('are sealed: a visit changed behind the program is found', async () => {
    const words = async () => JSON.stringify((await city.app.get(Verifier).verify(city.app.reader)).problems);
    expect(await words()).not.toMatch(/visit |campaign /);
    await city.app.work.run((tx) =>
      tx.run(sql`update visit set result = 'underTalks' where result = 'declined'`),
    );
    expect(await words()).toContain('visit ');
  });
});
