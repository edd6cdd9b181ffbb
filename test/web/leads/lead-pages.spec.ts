import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { formOf, LeadDesk, openLeadDesk, sampleOf, samples } from '../../integration/leads/lead-desk';

onEachDatabase('lead pages', (dialect) => {
  let desk: LeadDesk;
  const ids = new Map<string, string>();
  const id = (name: string): string => ids.get(name) ?? '';
  const as = (account: string): Promise<Visitor> => desk.city.app.signedIn(account);
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    for (const sample of samples) ids.set(sample.id, (await desk.submitSample(sample.id)).leadId);
    await desk.decide(id('S01'), 'accept');
    await desk.decide(id('S06'), 'return', '缺首次接触佐证，请上传登门照片');
    desk.clock.set('2026-03-17T01:00:00.000Z');
  });
  afterAll(() => desk.close());

  it('list: rows, tabs with counts, the query form, what comes next, the pager', async () => {
    const { statusCode, body } = await (await as('secretary-01')).get('/leads');
    expect(statusCode).toBe(200);
    expect(body).toContain('data-page="lead-list"');
    expect(body.match(/<tr data-id=/g)).toHaveLength(11);
    expect(body).toContain('待受理<span class="n">9</span>');
    expect(body).toContain('疑似重复');
    expect(body).toContain('受理还剩1个工作日');
    expect(body).toContain('class="late">受理逾期');
    expect(body).toContain('共11条，第1–11条');
    expect(body).toContain('href="/leads?state=submitted"');
  });

  it('list: filters stay in the address, an empty answer says what to do', async () => {
    const visitor = await as('secretary-01');
    const { body } = await visitor.get(
      '/leads?q=%E7%83%AD%E6%B3%B5&host=park-ht&track=nonsense&page=-3&size=7&sort=x',
    );
    expect(body).toContain('没有查到“热泵”相关的线索');
    expect(body).toContain('value="park-ht" selected');
    const escaped = await visitor.get('/leads?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(escaped.statusCode).toBe(200);
    expect(escaped.body).not.toContain('<script>alert');
  });

  it('a lead somebody may not see and one that does not exist answer alike', async () => {
    const stranger = await as('scout-02');
    const host = await as('host-05');
    const unknown = '0'.repeat(26);
    const bodyOf = async (visitor: Visitor, path: string): Promise<[number, string]> => {
      const { statusCode, body } = await visitor.get(path);
      return [statusCode, body.replace(/[0-9a-f-]{36}|[0-9a-z]{26}|value="[^"]*"/g, '')];
    };
    for (const visitor of [stranger, host]) {
      const other = await bodyOf(visitor, `/leads/${id('S01')}`);
      expect(other[0]).toBe(404);
      expect(other).toEqual(await bodyOf(visitor, `/leads/${unknown}`));
    }
    for (const path of ['/edit', '/revisions/1']) {
      expect((await stranger.get(`/leads/${id('S01')}${path}`)).statusCode).toBe(404);
    }
    for (const act of ['submission', 'withdrawal']) {
      const { statusCode } = await stranger.post(`/leads/${id('S01')}/${act}`, { reason: '不是我的线索' });
      expect(statusCode).toBe(404);
    }
    expect(
      (await stranger.post(`/leads/${id('S01')}`, { title: '改成别的', investorName: '别人' })).statusCode,
    ).toBe(404);
    expect((await (await as('secretary-01')).get(`/leads/${id('S02')}`)).statusCode).toBe(404);
  });

  it('masks the contact for everybody but its scout', async () => {
    const seen = async (account: string): Promise<string> =>
      (await (await as(account)).get(`/leads/${id('S01')}`)).body;
    expect(await seen('scout-01')).toContain('15400000001');
    for (const account of ['secretary-01', 'host-01', 'supporter-01', 'inspector-01', 'leader-01']) {
      const body = await seen(account);
      expect(body).toContain('154****0001');
      expect(body).not.toContain('15400000001');
      expect(body).not.toContain('contact01@lead.example');
    }
  });

  it('hides who the investor of a restricted lead is from the departments', async () => {
    const restricted = await desk.submitSample('S12', {
      sensitivity: 'restricted',
      uscc: '91320506MAYX0101XA',
      investorName: '隐岚数据服务有限公司',
      title: '区域算力调度中心二期',
    });
    await desk.decide(restricted.leadId, 'accept');
    const { body } = await (await as('supporter-01')).get(`/leads/${restricted.leadId}`);
    expect(body).toContain('限制知悉');
    expect(body).not.toContain('隐岚数据');
    expect(body).not.toContain('91320506MAYX0101XA');
    expect((await (await as('secretary-01')).get(`/leads/${restricted.leadId}`)).body).toContain('隐岚数据');
    desk.clock.set('2026-03-17T01:00:00.000Z');
  });

  it('intake: 422 without a reason, 303 with it, 409 to the one who came second', async () => {
    const visitor = await as('secretary-02');
    const path = `/leads/${id('S09')}/intake`;
    const bare = await visitor.post(path, { verdict: 'return', reason: '' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('请写明缺什么、怎么补');
    const stray = await visitor.post(path, {
      verdict: 'merge',
      mergeInto: 'L-2026-99999',
      reason: '与已有线索相同',
    });
    expect(stray.statusCode).toBe(422);
    expect(stray.body).toContain('没有可以并入的线索');
    expect(stray.body).toContain('与已有线索相同');
    expect((await visitor.post(path, { verdict: 'accept' })).statusCode).toBe(303);
    const late = await (await as('secretary-01')).post(path, { verdict: 'accept' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('线索现为“待开轮”，现在不能受理');
    expect((await (await as('scout-08')).post(path, { verdict: 'accept' })).statusCode).toBe(403);
  });

  it('a returned lead tells its scout why, and its revisions tell what changed', async () => {
    const visitor = await as('scout-05');
    const edit = await visitor.get(`/leads/${id('S06')}/edit`);
    expect(edit.body).toContain('缺首次接触佐证，请上传登门照片');
    const body = { ...formOf(sampleOf('S06').body), jobs: '288', intent: 'submit', idempotencyKey: '2' };
    expect((await visitor.post(`/leads/${id('S06')}`, body)).statusCode).toBe(303);
    const revision = await visitor.get(`/leads/${id('S06')}/revisions/2`);
    expect(revision.body).toContain('<del>260人</del>');
    expect(revision.body).toContain('<ins>288人</ins>');
    expect((await visitor.get(`/leads/${id('S06')}/revisions/9`)).statusCode).toBe(404);
  });

  it('hosts and departments answer on the page; a yes without its number is refused', async () => {
    const host = await as('host-01');
    const statement = `/leads/${id('S01')}/host-statements`;
    expect((await host.post(statement, { verdict: 'decline', text: '' })).statusCode).toBe(422);
    expect((await host.post(statement, { verdict: 'accept' })).statusCode).toBe(303);
    const supporter = await as('supporter-01');
    const answers = `/leads/${id('S01')}/element-answers`;
    const half = await supporter.post(answers, { element: 'land', verdict: 'yes', quantity: '', unit: '亩' });
    expect(half.statusCode).toBe(422);
    expect(half.body).toContain('请填能给的数量');
    const whole = {
      element: 'land',
      verdict: 'yes',
      quantity: '９５',
      unit: '亩',
      availableOn: '2026-08-01',
    };
    expect((await supporter.post(answers, whole)).statusCode).toBe(303);
    expect((await supporter.post(answers, { element: 'power', verdict: 'no', text: '' })).statusCode).toBe(
      422,
    );
    const page = await (await as('scout-01')).get(`/leads/${id('S01')}`);
    expect(page.body).toContain('data-state="accept"');
    expect(page.body).toContain('95亩　2026年8月1日起');
  });

  it('papers: taken by content, given back to those who see the lead, to nobody else', async () => {
    const visitor = await as('scout-01');
    const pdf = {
      field: 'file',
      name: '商业计划书.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.7\n%%EOF'),
    };
    const path = `/leads/${id('S01')}/files`;
    expect((await visitor.upload(path, { kind: 'businessPlan' }, [pdf])).statusCode).toBe(303);
    const page = await visitor.get(`/leads/${id('S01')}`);
    const file = /href="(\/files\/[0-9a-z]{26})"/.exec(page.body)?.[1] ?? '';
    expect((await visitor.get(file)).headers['content-disposition']).toContain('attachment');
    expect((await (await as('scout-02')).get(file)).statusCode).toBe(404);
    const disguised = { ...pdf, content: Buffer.from('<html>') };
    expect((await visitor.upload(path, {}, [disguised])).statusCode).toBe(422);
    expect((await visitor.upload(path, {}, [])).statusCode).toBe(400);
    expect((await (await as('scout-02')).upload(path, {}, [pdf])).statusCode).toBe(404);
  });

  it('withdrawal wants its reason', async () => {
    const visitor = await as('scout-11');
    const path = `/leads/${id('S17')}/withdrawal`;
    expect((await visitor.post(path, { reason: ' ' })).statusCode).toBe(422);
    expect((await visitor.post(path, { reason: '团队解散' })).statusCode).toBe(303);
    expect((await visitor.get(`/leads/${id('S17')}`)).body).toContain('data-state="withdrawn"');
    expect((await visitor.post(path, { reason: '团队解散' })).statusCode).toBe(409);
  });

  it('says the same in English', async () => {
    const visitor = await as('scout-01');
    await visitor.post('/locale', { locale: 'en', next: '/leads' });
    for (const path of ['/leads', `/leads/${id('S01')}`, '/leads/new', `/leads/${id('S01')}/revisions/1`]) {
      const { statusCode, body } = await visitor.get(path);
      expect(statusCode).toBe(200);
      expect(body).toContain('lang="en"');
    }
  });
});
