import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';
import { formOf, LeadDesk, openLeadDesk, sampleOf } from '../../integration/leads/lead-desk';

onEachDatabase('the lead form', (dialect) => {
  let desk: LeadDesk;
  let scout: Visitor;
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    desk.clock.set(sampleOf('S01').at);
    scout = await desk.city.app.signedIn('scout-01');
  });
  afterAll(() => desk.close());

  it('is blank, with a key of its own, every section and every unit', async () => {
    const { statusCode, body } = await scout.get('/leads/new');
    expect(statusCode).toBe(200);
    expect(fieldValue(body, 'creationKey')).toHaveLength(26);
    for (const name of [
      'title',
      'contact[mobile]',
      'fundSource[own]',
      'intendedHosts[]',
      'honours[]',
      'coScouts[0][share]',
    ])
      expect(body).toContain(`name="${name}"`);
    for (const word of ['一、项目', '五、地点与来源', '万千瓦时', '吨标准煤', '亩', '存草稿', '提交'])
      expect(body).toContain(word);
  });

  it('keeps a draft of two fields: 303 to the lead', async () => {
    const answer = await scout.post('/leads', {
      title: '再生铝项目一期',
      investorName: '铝翎轻合金集团有限公司',
    });
    expect(answer.statusCode).toBe(303);
    const path = String(answer.headers.location);
    expect(path).toMatch(/^\/leads\/[0-9a-z]{26}$/);
    const page = await scout.get(path);
    expect(page.body).toContain('data-state="draft"');
    expect(page.body).toContain(`action="${path}/submission"`);
  });

  it('without a title: 422, nothing stored, everything typed still there, the reason on top and beside', async () => {
    const before = await desk.city.app.rowCounts();
    const typed = {
      title: '',
      investorName: '澜岫热控',
      totalInvestmentWan: '5.2亿',
      summary: '<b>粗体</b> & "引号"',
    };
    const { statusCode, body } = await scout.post('/leads', typed);
    expect(statusCode).toBe(422);
    expect(body).toContain('没有保存，填写的内容都在下面');
    expect(body).toContain('href="#title"');
    expect(body).toContain('id="title-error"');
    expect(body).toContain('value="5.2亿"');
    expect(body).toContain('&lt;b&gt;粗体&lt;/b&gt; &amp; &quot;引号&quot;');
    expect(await desk.city.app.rowCounts()).toEqual(before);
  });

  it('submits in one press; what cannot be submitted stays as a draft with 422', async () => {
    const bad = {
      ...formOf(sampleOf('S07').body),
      fixedAssetWan: '999999',
      intent: 'submit',
      creationKey: 'press-1',
    };
    const refused = await scout.post('/leads', bad);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('没有提交，已存为草稿');
    expect(refused.body).toContain('href="#fixedAssetWan"');
    expect(refused.body).toContain('value="999999"');
    const action = /action="(\/leads\/[0-9a-z]{26})"/.exec(refused.body)?.[1] ?? '';
    const good = { ...bad, fixedAssetWan: sampleOf('S07').body['fixedAssetWan'], idempotencyKey: '1' };
    const sent = await scout.post(action, good);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, action]);
    const again = await scout.post(action, good);
    expect([again.statusCode, again.headers.location]).toEqual([303, action]);
    const page = await scout.get(action);
    expect(page.body).toMatch(/L-2026-0000\d/);
    expect(page.body).toContain('data-state="submitted"');
    // Handed in is handed in: nothing offers to do it again.
    expect(page.body).not.toContain(`action="${action}/submission"`);
  });

  it('shows 亿元 beside each 万元 box and the name of a code', async () => {
    const id = await desk.draft('scout-01', sampleOf('S01').body);
    const { body } = await scout.get(`/leads/${id}/edit`);
    expect(body).toContain('<span class="also">5.2亿元</span>');
    expect(body).toContain('C3670　汽车零部件及配件制造');
    expect(body).toContain('18位，已校验');
    expect(body).toContain('投资强度400万元/亩');
  });

  it('submits what is stored: 422 with the form while something is missing', async () => {
    const id = await desk.draft('scout-01', { title: '只有两项的线索', investorName: '某某公司' });
    const { statusCode, body } = await scout.post(`/leads/${id}/submission`, { idempotencyKey: 'k' });
    expect(statusCode).toBe(422);
    expect(body).toContain('名称里有“某”“XX”等代称');
    expect(body).toContain('data-page="lead-form"');
  });

  it.each([
    ['texts where lists belong', { title: ['一', '二'], honours: 'x', contact: 'text', coScouts: 'y' }],
    ['lists where texts belong', { title: '正常的名称', investorName: { a: 'b' }, jobs: ['1'] }],
    [
      'very long texts',
      { title: '长'.repeat(5_000), investorName: '澜岫热控系统', summary: '长'.repeat(50_000) },
    ],
    ['control symbols', { title: '名称\u0007里有铃', investorName: '澜岫热控系统' }],
    [
      'keys of the language',
      { title: '正常的名称', investorName: '澜岫热控系统', constructor: 'x', __proto__: { a: 1 } },
    ],
  ])('takes %s without falling over', async (_, fields) => {
    const { statusCode } = await scout.post('/leads', fields);
    expect([303, 422]).toContain(statusCode);
  });

  it('looks industries up by name', async () => {
    const { body } = await scout.get('/leads/industries?q=%E6%B1%BD%E8%BD%A6%E9%9B%B6%E9%83%A8%E4%BB%B6');
    expect(body).toContain('C3670');
  });
});
