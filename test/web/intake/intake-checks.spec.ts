import { ChainsQueries } from '../../../src/chains/chains.queries';
import { ChainsService } from '../../../src/chains/chains.service';
import { MatchesService } from '../../../src/claims/matches.service';
import { sql } from '../../../src/database/sql';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { FileScans } from '../../../src/files/file-scans.service';
import { HostProfilesService } from '../../../src/hosts/host-profiles.service';
import { HostsQueries } from '../../../src/hosts/hosts.queries';
import { UnitOfWork } from '../../../src/database/unit-of-work';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { pdf } from '../../integration/files/zip';
import { aParcel, aProfile } from '../../unit/domain/host/a-profile';

onEachDatabase('the checks of the intake desk', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let serial = 600;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
  }, 60_000);
  afterAll(() => city.close());

  /** A lead like no other, but for what is given. */
  const report = async (given: Record<string, unknown> = {}, scout = 'scout-01'): Promise<string> => {
    serial += 1;
    city.app.clock.set(new Date(Date.parse(city.app.clock.now()) + 60_000).toISOString());
    const body = {
      ...city.book()[0]?.body,
      title: `第${serial}号专用机床项目`,
      investorName: `${['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'][serial % 10] ?? ''}${serial}机床有限公司`,
      contact: { ...(city.book()[0]?.body['contact'] as object), mobile: `13800${String(138000 + serial)}` },
      uscc: demoCreditCode('330211', serial),
      registeredRegion: '330211',
      summary: '在宜江建设一条专用机床生产线，年产三百台，供应本地整机企业。',
      incentiveRequests: [],
      ...given,
    };
    return city.acts.report({ scout, body });
  };
  interface Seen {
    readonly verdict: string;
    readonly short: string;
    readonly text: string;
  }
  const check = async (id: string, code: string): Promise<Seen> => {
    const { body } = await office.get(`/intake?selected=${id}`);
    const pane = body.slice(body.indexOf(`id="pane" data-id="${id}"`));
    const at = pane.indexOf(`data-check="${code}"`);
    if (at < 0) throw new Error(`no check ${code} of ${id}`);
    const next = pane.indexOf('data-check="', at + 12);
    const text = pane.slice(at, next < 0 ? pane.indexOf('</ul>\n', at) : next);
    const [, verdict = '', short = ''] = /data-state="(\w+)"[^>]*>([^<]*)</.exec(text) ?? [];
    return { verdict, short: short.trim(), text };
  };

  it('name the tier of the scope rules with its reason and its alternative', async () => {
    const city1 = await check(await report(), 'scope');
    expect(city1).toMatchObject({ verdict: 'ok', short: '在市级范围' });
    const county = await check(
      await report({ totalInvestmentWan: '9000', fixedAssetWan: '7000', equipmentWan: '3000' }),
      'scope',
    );
    expect(county).toMatchObject({ verdict: 'look', short: '归县级轮次' });
    expect(county.text).toContain('总投资9,000万元，低于市级门槛10,000万元（1亿元）：进入县级轮次');
    const leading = await check(
      await report({ totalInvestmentWan: '100000', fixedAssetWan: '70000', landMu: '300' }),
      'scope',
    );
    expect(leading).toMatchObject({ verdict: 'note', short: '领导小组专题' });
  });

  it('leave what a county talks about already to the county, by the level of the unit that reports it', async () => {
    const talks = { countyTalks: 'inTalk' };
    const byCity = await check(await report(talks), 'scope');
    expect(byCity).toMatchObject({ verdict: 'look', short: '归县级轮次' });
    expect(byCity.text).toContain('市直单位不代报，请改由县级报送：进入县级轮次');
    const admin = await city.app.signedIn('admin-01');
    const unit = await city.app.reader.one<{ id: string; level: string }>(
      sql`select unit.id, unit.level from unit join person on person.unit_id = unit.id
          where person.account = 'scout-01'`,
    );
    expect(unit?.level).toBe('city');
    const path = `/admin/units/${unit?.id ?? ''}`;
    const ties = { uscc: '', groupParent: '', industryCode: '' };
    expect((await admin.post(path, { ...ties, level: 'village' })).statusCode).toBe(422);
    expect((await admin.post(path, { ...ties, level: 'county' })).statusCode).toBe(303);
    expect((await admin.get('/admin/units')).body).toContain('县（市、区）');
    expect(await check(await report(talks), 'scope')).toMatchObject({ verdict: 'ok', short: '在市级范围' });
    await admin.post(path, { ...ties, level: 'city' });
  });

  it('name each match with its grade, who came first and how that first report stands, until it is ruled on', async () => {
    const first = await report({ groupParent: '同源控股集团有限公司' }, 'scout-02');
    const second = await report({ groupParent: '同源控股集团有限公司' });
    const found = await check(second, 'duplicates');
    expect(found).toMatchObject({ verdict: 'bad', short: '1条疑似撞单' });
    expect(found.text).toContain('早于本条');
    expect(found.text).toContain('乙类（须裁定）');
    expect(found.text).toContain('首报：不计时。');
    expect(found.text).toContain(`href="/leads/${second}/matches/${first}"`);
    const viewer = await city.acts.viewer('secretary-01');
    await city.app
      .get(MatchesService)
      .rule(viewer, second, first, 'different', '两家子公司分别投资不同的产品。');
    const ruled = await check(second, 'duplicates');
    expect(ruled).toMatchObject({ verdict: 'look', short: '1条相近' });
    expect(ruled.text).toContain('已裁定不是同一项目。');
    expect((await check(await report(), 'duplicates')).verdict).toBe('ok');
  });

  it('hold what is asked for against the published policies and the opinion given on it', async () => {
    expect(await check(await report(), 'fairCompetition')).toMatchObject({
      verdict: 'ok',
      short: '无政策诉求',
    });
    const asks = [{ type: 'other', text: '请按纳税额的五成给予奖励' }];
    const id = await report({ incentiveRequests: asks });
    const before = await check(id, 'fairCompetition');
    expect(before).toMatchObject({ verdict: 'bad', short: '待审查意见' });
    expect(before.text).toContain('奖补与纳税挂钩');
    const opinion = { verdict: 'lawful', basis: '条例第十条', text: '', documentNo: '', idempotencyKey: 'k' };
    const answer = await office.upload(`/leads/${id}/fair-competition/opinions`, opinion, []);
    expect(answer.statusCode).toBe(303);
    expect(await check(id, 'fairCompetition')).toMatchObject({ verdict: 'ok', short: '合法' });
  });

  it('say how the intended host fits, what stands against it and which host fits better', async () => {
    const hosts = await city.app.get(HostsQueries).all();
    const profiles = city.app.get(HostProfilesService);
    const admin = await city.acts.viewer('admin-01');
    const state = async (code: string, mu: string, basedOn = 0): Promise<void> => {
      const host = hosts.find((one) => one.code === code);
      const profile = aProfile({ parcels: [aParcel({ mu, availableFrom: '2026-01-01' })] });
      await profiles.state(admin, host?.id ?? '', { profile, basedOn, note: '' });
    };
    await state('park-ed', '40');
    await state('park-ht', '400');
    const asked = {
      landMu: '95',
      leaseAreaSqm: '0',
      intendedHosts: ['park-ed'],
      chain: '',
      landUse: 'industrial',
    };
    const id = await report({ ...asked, chain: 'new-energy-vehicle' });
    const blocked = await check(id, 'hostFit');
    expect(blocked).toMatchObject({ verdict: 'bad', short: '意向园区都不能承接' });
    expect(blocked.text).toContain('工业用地可供40亩，不够所需的95亩');
    expect(blocked.text).toMatch(/没有选的园区中，[^<]*更合适/);
    await state('park-ed', '400', 1);
    const fits = await check(id, 'hostFit');
    expect(fits.short).toMatch(/^首选适配\d+分$/);
    expect(fits.text).not.toContain('不能承接');
  });

  it('counts what admitted and pending leads draw, and says so, but not the lead itself', async () => {
    const asked = { landMu: '95', intendedHosts: ['park-ht'], landUse: 'industrial' };
    const other = await report(asked);
    const id = await report({ ...asked, landMu: '350' });
    expect((await check(id, 'hostFit')).text).not.toContain('在审的拟用');
    await city.acts.decideIntake('secretary-01', other, 'accept');
    expect((await check(id, 'hostFit')).text).toContain(
      '土地共400亩，已通过的线索用去0亩，在审的拟用95亩，只剩305亩，不够所需的350亩',
    );
    await city.acts.decideIntake('secretary-01', id, 'accept');
    const own = (await office.get(`/leads/${id}`)).body;
    expect(own).toContain('在审的拟用95亩');
  });

  it('mark the lead that fills a gap of a chain, also in the row of the queue', async () => {
    const chains = city.app.get(ChainsService);
    const chain = (await city.app.get(ChainsQueries).all()).find(({ code }) => code === 'new-energy-vehicle');
    const segment = { place: 'mid', position: 1, isGap: true, wanted: '热管理总成' } as const;
    const actor = { personId: null, label: '测试' };
    await chains.addSegment(actor, chain?.id ?? '', { ...segment, name: '热管理', words: '热泵' });
    const id = await report({
      chain: 'new-energy-vehicle',
      title: '车用热泵空调生产项目',
      summary: '年产二十万套车用热泵空调，供应整车企业。',
    });
    const found = await check(id, 'targets');
    expect(found).toMatchObject({ verdict: 'note', short: '补缺口' });
    expect(found.text).toContain('缺口环节“热管理”');
    expect((await check(await report(), 'targets')).short).toBe('不在目标名单');
  });

  it('read whether the virus scanner lets a paper out, and count no paper that it keeps back', async () => {
    const scout = await city.app.signedIn('scout-01');
    const id = await report();
    const part = { field: 'file', name: '商业计划书.pdf', type: 'application/pdf', content: pdf };
    await scout.upload(`/leads/${id}/files`, { kind: 'businessPlan' }, [part]);
    expect((await check(id, 'papers')).verdict).toBe('ok');
    const row = await city.app.reader.one<{ id: string }>(
      sql`select file_id as id from lead_file where lead_id = ${id}`,
    );
    const said = (state: 'waiting' | 'infected', found: string | null): Promise<void> =>
      city.app
        .get(UnitOfWork)
        .run((tx) => city.app.get(FileScans).record(tx, row?.id ?? '', { state, found }));
    await said('waiting', null);
    const waiting = await check(id, 'papers');
    expect(waiting).toMatchObject({ verdict: 'look', short: '附件待查毒' });
    await said('infected', 'Eicar-Test');
    const infected = await check(id, 'papers');
    expect(infected).toMatchObject({ verdict: 'bad', short: '有附件被隔离' });
    expect(infected.text).toContain('缺商业计划书');
  });

  it('are made in as many statements for three leads as for one', async () => {
    const asks = [{ type: 'other', text: '请按纳税额的五成给予奖励' }];
    for (let n = 0; n < 3; n += 1) await report({ incentiveRequests: asks, title: `同批铣床项目之${n}` });
    const count = async (q: string): Promise<[number, number]> => {
      const path = `/intake?q=${encodeURIComponent(q)}`;
      await office.get(path);
      const before = city.app.reader.statements;
      const { body } = await office.get(path);
      return [(body.match(/<tr data-id=/g) ?? []).length, city.app.reader.statements - before];
    };
    const [one, few] = await count('同批铣床项目之1');
    const [three, many] = await count('同批铣床项目');
    expect([one, three]).toEqual([1, 3]);
    expect(many).toBe(few);
    expect(many).toBeLessThan(40);
  });
});
