import { LeadFile } from '../../../src/leads/lead-answer.entity';
import { contentOf } from '../../../src/leads/lead-columns';
import { LeadRevision } from '../../../src/leads/lead-record.entity';
import { sql } from '../../../src/database/sql';
import { openLeadDesk, sampleOf, type LeadDesk } from '../../integration/leads/lead-desk';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

/** The smallest picture that a camera could send: one white dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);
const photo = (content: Buffer, name = 'card.png') => [{ field: 'photo', name, type: 'image/png', content }];

onEachDatabase('a lead begun', (dialect) => {
  let desk: LeadDesk;
  let scout: Visitor;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    desk.clock.set(sampleOf('S01').at);
  });
  // A sample moves the clock to the day it was handed in, which ends sessions.
  beforeEach(async () => {
    scout = await desk.city.app.signedIn('scout-01');
  });
  afterAll(() => desk.close());

  const idIn = (location: unknown): string => /^\/leads\/([0-9a-z]{26})/.exec(String(location))?.[1] ?? '';
  const files = (leadId: string) => desk.reader.find(LeadFile, sql`where lead_id = ${leadId}`);

  describe('from a phone', () => {
    const quick = { from: 'quick', title: '', investorName: '澜岫热控系统', sourceChannel: 'event' };

    it('has a name, a source, a line and a photograph, taken by the camera', async () => {
      const { statusCode, body } = await scout.get('/leads/quick');
      expect(statusCode).toBe(200);
      expect(body).toContain('data-page="lead-quick"');
      expect(body).toMatch(/name="photo"[^>]*capture="environment"/);
      expect(body).toContain('enctype="multipart/form-data"');
      expect(fieldValue(body, 'creationKey')).toHaveLength(26);
    });

    it('is a draft under a title made of the name, amounts read with their units, the photograph with it', async () => {
      const typed = { ...quick, creationKey: 'q1', totalInvestmentWan: '5.2亿', summary: '热管理模块' };
      const answer = await scout.upload('/leads', typed, photo(png));
      expect(answer.statusCode).toBe(303);
      const id = idIn(answer.headers.location);
      const lead = await desk.lead(id);
      expect(lead).toMatchObject({
        title: '澜岫热控系统投资线索',
        state: 'draft',
        totalInvestment: 5_200_000,
      });
      expect(await files(id)).toHaveLength(1);
      const page = await scout.get(`/leads/${id}`);
      expect(page.body).toContain('已存为草稿');
      expect(page.body).toContain('“5.2亿”记为52,000万元（5.2亿元）');
      expect(page.body).toContain('card.png');
    });

    it('pressed twice is one lead with one photograph', async () => {
      const typed = { ...quick, creationKey: 'q2' };
      const [one, two] = [
        await scout.upload('/leads', typed, photo(png)),
        await scout.upload('/leads', typed, photo(png)),
      ];
      expect(one.headers.location).toBe(two.headers.location);
      expect(await files(idIn(one.headers.location))).toHaveLength(1);
    });

    it('keeps the words where the photograph is none, and says why', async () => {
      for (const [content, name] of [
        [Buffer.from('no picture at all'), 'card.png'],
        [Buffer.from('%PDF-1.4\n%%EOF'), 'card.pdf'],
        [Buffer.alloc(0), 'card.jpg'],
      ] as const) {
        const answer = await scout.upload(
          '/leads',
          { ...quick, creationKey: `q3 ${name}`, summary: `照片${content.length}字节` },
          photo(content, name),
        );
        expect(answer.statusCode).toBe(303);
        const id = idIn(answer.headers.location);
        expect(await files(id)).toHaveLength(0);
        expect((await scout.get(`/leads/${id}`)).body).toContain('照片没有存下');
      }
    });

    it('works without a photograph, and from a browser that chose none', async () => {
      const none = await scout.post('/leads', { ...quick, creationKey: 'q4', summary: '没有照片' });
      expect(none.statusCode).toBe(303);
      const chosen = await scout.upload(
        '/leads',
        { ...quick, creationKey: 'q5', summary: '没有选照片' },
        photo(Buffer.alloc(0), ''),
      );
      expect(chosen.statusCode).toBe(303);
      expect((await scout.get(`/leads/${idIn(chosen.headers.location)}`)).body).not.toContain('照片没有存下');
    });

    it('without a name: 422, the same page, what was typed, the reason beside the field', async () => {
      const before = await desk.city.app.rowCounts();
      const answer = await scout.upload(
        '/leads',
        { from: 'quick', investorName: '', summary: '热管理', totalInvestmentWan: '3万平' },
        photo(png),
      );
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('data-page="lead-quick"');
      expect(answer.body).toContain('id="investorName-error"');
      expect(answer.body).toContain('热管理');
      expect(answer.body).toContain('value="3万平"');
      expect(await desk.city.app.rowCounts()).toEqual(before);
    });
  });

  describe('from an earlier one', () => {
    const never = [
      'contact',
      'firstContactAt',
      'talkDepth',
      'creditCheck',
      'plannedStart',
      'plannedProduction',
    ];

    it('says the same, without whom to call, when it was met, papers and number', async () => {
      const { leadId } = await desk.submitSample('S01');
      scout = await desk.city.app.signedIn('scout-01');
      await scout.upload(`/leads/${leadId}/files`, { kind: 'firstContactEvidence' }, [
        { field: 'file', name: 'x.png', type: 'image/png', content: png },
      ]);
      const answer = await scout.post(`/leads/${leadId}/clone`, { creationKey: 'c1' });
      expect(answer.statusCode).toBe(303);
      expect(String(answer.headers.location)).toMatch(/\/edit$/);
      const copy = await desk.lead(idIn(answer.headers.location));
      expect(copy).toMatchObject({
        state: 'draft',
        number: null,
        submittedAt: null,
        mobileHash: null,
        tier: null,
      });
      const [was, is] = [contentOf(await desk.lead(leadId)), contentOf(copy)];
      expect(is).toMatchObject({
        title: was.title,
        investorName: was.investorName,
        totalInvestmentWan: was.totalInvestmentWan,
      });
      for (const code of never)
        expect(JSON.stringify(is[code as keyof typeof is])).not.toMatch(/[1-9]|[\u4e00-\u9fff]/);
      expect(await files(copy.id)).toEqual([]);
      const again = await scout.post(`/leads/${leadId}/clone`, { creationKey: 'c1' });
      expect(again.headers.location).toBe(answer.headers.location);
    });

    it('of another scout is not there', async () => {
      const { leadId } = await desk.submitSample('S02');
      const other = await desk.city.app.signedIn(
        sampleOf('S02').scout === 'scout-01' ? 'scout-02' : 'scout-01',
      );
      expect((await other.post(`/leads/${leadId}/clone`)).statusCode).toBe(404);
      expect((await other.get(`/leads/new?like=${leadId}`)).statusCode).toBe(404);
      expect((await other.get('/leads/new?like=nothing')).statusCode).toBe(404);
    });

    it('of a like project takes the frame alone, and reading it stores nothing', async () => {
      const id = await desk.draft('scout-01', { ...sampleOf('S01').body, title: '另一条线索', uscc: null });
      const before = await desk.city.app.rowCounts();
      const { body } = await scout.get(`/leads/new?like=${id}`);
      expect(fieldValue(body, 'industryCode')).toBe('C3670');
      expect(fieldValue(body, 'investorName')).toBe('');
      expect(fieldValue(body, 'totalInvestmentWan')).toBe('');
      expect(await desk.city.app.rowCounts()).toEqual(before);
      expect((await scout.get('/leads/new')).body).toContain(`action="/leads/${id}/clone"`);
    });
  });

  describe('by whom it is judged', () => {
    const small = {
      uscc: null,
      investorType: 'team',
      usccAbsentReason: '筹建中',
      totalInvestmentWan: '8000',
      fixedAssetWan: '7000',
      equipmentWan: '1000',
    };

    it('is told on the form, kept with the revision, shown at intake and found by the list', async () => {
      const { leadId, ...result } = await desk.submitSample('S03', { ...small, title: '小一些的项目' });
      expect(result).toMatchObject({ submitted: true });
      expect((await desk.lead(leadId)).tier).toBe('county');
      const revision = await desk.reader.findOne(LeadRevision, sql`where lead_id = ${leadId}`);
      const { computed } = JSON.parse(revision?.findings ?? '{}') as { computed: { scope: unknown } };
      expect(computed.scope).toMatchObject({ tier: 'county', findings: [{ because: 'underTotal' }] });
      const secretary = await desk.city.app.signedIn('secretary-01');
      const page = (await secretary.get(`/leads/${leadId}`)).body;
      expect(page).toContain('县级轮次');
      expect(page).toContain('低于市级门槛10,000万元');
      expect((await secretary.get('/leads?tier=county')).body).toContain(`data-id="${leadId}"`);
      expect((await secretary.get('/leads?tier=city')).body).not.toContain(`data-id="${leadId}"`);
    });

    it('follows the rules of the city as they stand, and earlier revisions keep theirs', async () => {
      const secretary = await desk.city.app.signedIn('secretary-01');
      const path = '/admin/settings/scope-rules';
      const { body } = await secretary.get(path);
      expect(fieldValue(body, 'thresholds[manufacturing][totalWan]')).toBe('10000');
      const rules = {
        thresholds: { manufacturing: { totalWan: '5000万', fixedAssetWan: '', countyTotalWan: '' } },
        exclusions: {},
        governmentPercent: '50',
        leadingTotalWan: '10亿',
        basedOn: '0',
      };
      const wrong = await secretary.post(path, {
        ...rules,
        thresholds: { manufacturing: { totalWan: '五千', industries: 'C99, 甲' } },
        governmentPercent: '101',
        reason: '',
      });
      expect(wrong.statusCode).toBe(422);
      for (const id of [
        'thresholds-manufacturing-totalWan',
        'thresholds-manufacturing-industries',
        'governmentPercent',
        'reason',
      ])
        expect(wrong.body).toContain(`id="${id}-error"`);
      expect(wrong.body).toContain('value="五千"');
      const saved = await secretary.post(path, { ...rules, reason: '市政府办〔2026〕3号' });
      expect([saved.statusCode, saved.headers.location]).toEqual([303, path]);
      const stale = await secretary.post(path, { ...rules, reason: '再改' });
      expect(stale.statusCode).toBe(409);
      expect(stale.body).toContain('别人刚保存了第1版');
      const { leadId } = await desk.submitSample('S03', {
        ...small,
        title: '新规则下的项目',
        investorName: '另一家筹建中的企业',
      });
      expect((await desk.lead(leadId)).tier).toBe('city');
      expect((await secretary.get('/leads?tier=county')).body).toContain('小一些的项目');
    });

    it('is changed by nobody but administrators and the secretariat', async () => {
      expect((await scout.get('/admin/settings/scope-rules')).statusCode).toBe(403);
      expect((await scout.post('/admin/settings/scope-rules', {})).statusCode).toBe(403);
      expect(
        (await (await desk.city.app.signedIn('admin-01')).get('/admin/settings/scope-rules')).statusCode,
      ).toBe(200);
    });
  });

  describe('with codes looked up', () => {
    it.each([
      ['industries', 'qclbj', 'C3670'],
      ['industries', '汽车零部件', 'C3670'],
      ['industries', '3670', 'C3670'],
      ['regions', 'wzq', '320506'],
      ['regions', '吴中', '320506'],
    ])('%s by %s: as a page and for a picker alike', async (kind, q, code) => {
      const address = `/leads/${kind}?q=${encodeURIComponent(q)}`;
      expect((await scout.get(address)).body).toContain(code);
      const { headers, body } = await scout.get(address, { accept: 'application/json' });
      expect(headers['content-type']).toContain('application/json');
      expect((JSON.parse(body) as { code: string }[]).map((entry) => entry.code)).toContain(code);
    });

    it('without script: a name in place of a code is answered with the codes it may mean', async () => {
      const id = await desk.draft('scout-01', {
        title: '行业未定的线索',
        investorName: '澜岫热控系统',
        industryCode: '汽车零部件',
        registeredRegion: '吴中',
      });
      const { body } = await scout.get(`/leads/${id}/edit`);
      expect(body).toContain('是不是C3670 汽车零部件及配件制造');
      expect(body).toContain('是不是320506 江苏省苏州市吴中区');
    });
  });

  it('says beside a draft what cannot be right, before anybody presses 提交', async () => {
    const id = await desk.draft('scout-01', {
      title: '单位写错的线索',
      investorName: '澜岫热控系统',
      totalInvestmentWan: '52000000',
    });
    const { body } = await scout.get(`/leads/${id}/edit`);
    expect(body).toContain('是不是按元填了？应为5,200万元（0.52亿元）');
    expect(body).not.toContain('请选择一项');
  });

  it('says why each field is asked, by the criteria of its track', async () => {
    const id = await desk.draft('scout-01', {
      title: '写明缘由的线索',
      investorName: '澜岫热控系统',
      track: 'manufacturing',
    });
    const { body } = await scout.get(`/leads/${id}/edit`);
    expect(body).toContain('用于评分：投资强度、亩均效益、要素可保障。');
    expect(body).toContain('用于查重，认定首报。');
  });
});
