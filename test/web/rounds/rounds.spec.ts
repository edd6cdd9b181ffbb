import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { roundsWorld, RoundsWorld, startOfTests } from '../../integration/rounds/rounds-world';

onEachDatabase('the pages of rounds', (dialect) => {
  let world: RoundsWorld;
  let visitor: Visitor;
  let inspector: Visitor;
  let scout: Visitor;

  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  beforeEach(async () => {
    world.clock.set(startOfTests);
    visitor = await world.signedIn(world.secretary);
    inspector = await world.signedIn(await world.person('纪检', ['inspector']));
    scout = await world.signedIn(await world.person('招商人', ['scout']));
  });
  afterAll(() => world.close());

  const plan = async (): Promise<Record<string, unknown>> => ({
    title: '三月第一批',
    rubricVersionId: await world.rubric(),
    panelId: (await world.panel()).id,
    deadlineAt: '2026-03-26T18:00',
    leadIds: await world.leads(2),
  });

  it('plan a round from the form, open it, and show its room', async () => {
    const form = await plan();
    const fresh = await visitor.get('/rounds/new');
    for (const id of form['leadIds'] as string[])
      expect(fresh.body).toContain(`name="leadIds[]" value="${id}"`);
    const planned = await visitor.post('/rounds', form);
    expect(planned.statusCode).toBe(303);
    const path = String(planned.headers.location);
    const before = await visitor.get(path);
    expect(before.body).toContain('data-page="round-show"');
    expect(before.body).toContain('data-state="planned"');
    expect(before.body).toContain(`action="${path}/opening"`);
    expect((await visitor.post(`${path}/opening`)).headers.location).toBe(path);
    const room = (await visitor.get(path)).body;
    expect(room).toContain('已开启表决，向8席寄出链接。');
    expect(room).toContain('3月26日（星期四）18:00截止');
    for (const action of ['reminders', 'extension', 'closure', 'announcement', 'cancellation']) {
      expect(room).toContain(`action="${path}/${action}"`);
    }
    expect(room).toMatch(
      /action="[^"]+\/closure"[^]*?aria-disabled="true"[^]*?8席全部投完才能提前截止，还差8席。/,
    );
    expect((await visitor.post(`${path}/opening`)).statusCode).toBe(409);
    expect((await visitor.get('/rounds?state=open')).body).toContain(`href="${path}"`);
  });

  it('show the form again with everything typed and a message beside each field', async () => {
    const leadIds = await world.leads(1, { track: 'tech' });
    const rubricVersionId = await world.rubric();
    const typed = { title: '批', rubricVersionId, panelId: '', deadlineAt: '下周四', leadIds };
    const answer = await visitor.post('/rounds', typed);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="批"');
    expect(answer.body).toContain('value="下周四"');
    expect(answer.body).toContain(`<option value="${rubricVersionId}" selected>`);
    expect(answer.body).toMatch(new RegExp(`value="${leadIds[0]}"[^>]* checked`));
    for (const message of [
      '轮次名称为2到60个字。',
      '请选择一个有人持席的专班。',
      '截止时间看不懂',
      '属于别的类别',
    ]) {
      expect(answer.body).toContain(message);
    }
  });

  it.each([
    ['nothing at all', {}],
    [
      'lists and maps for texts',
      {
        title: ['a', 'b'],
        rubricVersionId: { x: '1' },
        panelId: ['x'],
        deadlineAt: { y: 1 },
        leadIds: { a: 'b' },
      },
    ],
    ['a megabyte', { title: '长'.repeat(100_000), leadIds: ['x'.repeat(1000)] }],
  ])('answer %s with the form and store nothing', async (_, fields) => {
    const before = (await world.queries.list({ state: null, q: '', page: 1, size: 20 })).total;
    expect((await visitor.post('/rounds', fields)).statusCode).toBe(422);
    expect((await world.queries.list({ state: null, q: '', page: 1, size: 20 })).total).toBe(before);
  });

  it('keep what was typed when an extension or a cancellation has to be corrected', async () => {
    const { id } = await world.opened(1);
    const extension = await visitor.post(`/rounds/${id}/extension`, {
      deadlineAt: '2026-05-01T18:00',
      reason: '院所出差',
    });
    expect(extension.statusCode).toBe(422);
    expect(extension.body).toContain('按规则最多延期3个工作日，最晚到2026-03-31。');
    expect(extension.body).toMatch(/<details open>[^]*?院所出差/);
    const cancellation = await visitor.post(`/rounds/${id}/cancellation`, { reason: '' });
    expect([cancellation.statusCode, cancellation.body.includes('请写明理由，500字以内')]).toEqual([
      422,
      true,
    ]);
    const good = await visitor.post(`/rounds/${id}/extension`, {
      deadlineAt: '2026-03-27T18:00',
      reason: '院所出差',
    });
    expect(good.statusCode).toBe(303);
    expect((await visitor.get(`/rounds/${id}`)).body).toContain('3月27日（星期五）18:00截止');
    expect((await visitor.post(`/rounds/${id}/cancellation`, { reason: '专班换届' })).statusCode).toBe(303);
    expect((await visitor.get(`/rounds/${id}`)).body).toContain('data-state="cancelled"');
  });

  it('remind and send a new link by a press', async () => {
    const { id, roll } = await world.opened(1);
    await visitor.post(`/rounds/${id}/reminders`);
    expect((await visitor.get(`/rounds/${id}`)).body).toContain('已向没有投完的8席寄出催办邮件。');
    const again = await visitor.post(`/rounds/${id}/seats/${roll[0]?.id}/links`);
    expect(again.statusCode).toBe(303);
    expect((await visitor.get(`/rounds/${id}`)).body).toContain(
      `已为${roll[0]?.holderName}寄出新链接，旧链接已失效。`,
    );
    expect((await visitor.post(`/rounds/${id}/seats/nobody/links`)).statusCode).toBe(404);
  });

  it('are open to the inspector for reading only, and to a scout not at all', async () => {
    const { id } = await world.opened(1);
    const looked = await inspector.get(`/rounds/${id}`);
    expect(looked.statusCode).toBe(200);
    expect(looked.body).not.toContain(`action="/rounds/${id}/`);
    expect((await inspector.post(`/rounds/${id}/reminders`)).statusCode).toBe(403);
    for (const path of ['/rounds', '/rounds/new', `/rounds/${id}`, '/panels', '/rubrics']) {
      expect((await scout.get(path)).statusCode).toBe(403);
    }
    for (const path of [
      '/rounds/nothing',
      '/panels/nothing',
      '/rubrics/nothing',
      '/rubrics/nothing/versions/1',
    ]) {
      expect((await visitor.get(path)).statusCode).toBe(404);
    }
    expect((await visitor.post(`/rounds/${id}/reminders`, { _csrf: 'forged' })).statusCode).toBe(403);
  });

  it('show rubrics with anchors, the veto list and the rules in sentences, in both languages', async () => {
    const list = (await visitor.get('/rubrics')).body;
    const path = /href="(\/rubrics\/[a-z0-9]+)"/.exec(list)?.[1] ?? '';
    const version = (await visitor.get(`${path}/versions/1`)).body;
    expect(version).toContain('data-page="rubric-version"');
    expect(version).toContain('已投票数不少于应投席位的2/3，才构成法定人数。');
    expect(version.match(/data-id="V\d\d"/g)).toHaveLength(12);
    await visitor.post('/locale', { locale: 'en', next: path });
    expect((await visitor.get(`${path}/versions/1`)).body).toContain(
      'Admission needs a total of at least 70.',
    );
    for (const other of [
      '/panels',
      '/rounds',
      '/rounds/new',
      `/panels/${(await world.panel()).id}`,
      `/rounds/${(await world.opened(1)).id}`,
    ]) {
      expect((await visitor.get(other)).statusCode).toBe(200);
    }
  });
});
