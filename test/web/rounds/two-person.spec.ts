import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';

onEachDatabase('the pages of what takes two people', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let colleague: Visitor;
  let leader: Visitor;

  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
    colleague = await city.app.signedIn('secretary-02');
    leader = await city.app.signedIn('leader-01');
  });
  afterAll(() => city.close());

  let from = 0;
  async function counted(): Promise<OpenRound> {
    from += 1;
    const round = await city.openRound(1, from);
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    return round;
  }

  it('lead from the request of one over the page of another to the round that is open again', async () => {
    const { id } = await counted();
    const path = `/rounds/${id}/reopening`;
    expect((await secretary.get(`/rounds/${id}`)).body).toContain(`href="${path}"`);
    const fresh = (await secretary.get(path)).body;
    expect(fresh).toContain('data-page="round-reopening"');
    expect(fresh).toContain(`action="${path}"`);
    expect(fresh).toContain('须由两人办理');
    const asked = await secretary.post(path, { reason: '一席链接误发', deadlineAt: '2026-03-25T18:00' });
    expect([asked.statusCode, asked.headers.location]).toEqual([303, path]);
    const own = (await secretary.get(path)).body;
    expect(own).toContain('这项申请是您提出的');
    expect(own).toContain(`action="${path}/withdrawal"`);
    expect((await secretary.get(`/rounds/${id}`)).body).toContain('等第二人确认：重新开启');
    const seen = (await leader.get(path)).body;
    expect(seen).toContain('一席链接误发');
    expect(seen).toContain('2026年3月25日（星期三）18:00');
    const request = /name="request" value="(\w+)"/.exec(seen)?.[1] ?? '';
    expect(request).toHaveLength(26);
    expect((await leader.post(path, { reason: '属实', request })).statusCode).toBe(303);
    const room = (await secretary.get(`/rounds/${id}`)).body;
    expect(room).toContain('data-state="open"');
    expect(room).toMatch(/申请、[^<]*确认重新开启/);
    // While it is voted on again, what it had come to would tell how others have voted.
    const earlier = `/rounds/${id}/results/earlier`;
    expect((await leader.get(earlier)).statusCode).toBe(409);
    await city.acts.close('secretary-01', id);
    const kept = await leader.get(earlier);
    expect([kept.statusCode, kept.body.includes('重新开启前的结果')]).toEqual([200, true]);
    expect(kept.body).toContain('一席链接误发');
    expect(kept.body).toContain('入笼');
    expect((await secretary.get(`/rounds/${id}`)).body).toContain(`href="${earlier}"`);
  });

  it('keep what was typed, with the message beside its field', async () => {
    const { id } = await counted();
    const path = `/rounds/${id}/reopening`;
    const nothing = await secretary.post(path, { reason: '', deadlineAt: '2026-03-25T18:00' });
    expect([nothing.statusCode, nothing.body.includes('value="2026-03-25T18:00"')]).toEqual([422, true]);
    const unreadable = await secretary.post(path, { reason: '误发', deadlineAt: '下周' });
    expect([unreadable.statusCode, unreadable.body.includes('误发')]).toEqual([422, true]);
    expect(unreadable.body).toContain('截止时间看不懂');
    const past = await secretary.post(path, { reason: '误发', deadlineAt: '2026-03-01T18:00' });
    expect([past.statusCode, past.body.includes('截止时间已过')]).toEqual([422, true]);
    const long = await secretary.post(path, { reason: '长'.repeat(501), deadlineAt: '' });
    expect([long.statusCode, long.body.includes('长长长')]).toEqual([422, true]);
    expect((await colleague.get(path)).body).not.toContain('name="request"');
  });

  it('void an open round by two, and are for nobody else', async () => {
    from += 1;
    const { id } = await city.openRound(1, from);
    const path = `/rounds/${id}/voiding`;
    const scout = await city.app.signedIn('scout-01');
    for (const kind of ['voiding', 'reopening']) {
      expect((await scout.get(`/rounds/${id}/${kind}`)).statusCode).toBe(403);
      expect((await scout.post(`/rounds/${id}/${kind}`, { reason: '不想投' })).statusCode).toBe(403);
    }
    expect((await secretary.get(`/rounds/${id}/reopening`)).body).toContain('aria-disabled="true"');
    expect((await secretary.post(path, { reason: '名册有误' })).statusCode).toBe(303);
    expect((await secretary.post(path, { reason: '名册有误' })).statusCode).toBe(409);
    expect((await colleague.post(path, { reason: '' })).headers.location).toBe(`/rounds/${id}`);
    expect((await secretary.get(`/rounds/${id}`)).body).toContain('data-state="voided"');
    expect((await secretary.get(`/rounds/${id}/results`)).statusCode).toBe(409);
    expect((await secretary.get('/rounds/nothing/voiding')).statusCode).toBe(404);
  });
});
