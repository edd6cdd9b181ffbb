import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { roundsWorld, RoundsWorld, startOfTests } from '../../integration/rounds/rounds-world';

onEachDatabase('the page for reminding by hand', (dialect) => {
  let world: RoundsWorld;
  let visitor: Visitor;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  beforeEach(async () => {
    world.clock.set(startOfTests);
    visitor = await world.signedIn(world.secretary);
  });
  afterAll(() => world.close());

  const reminded = async (id: string): Promise<string[]> =>
    (await world.mails(id)).filter(({ kind }) => kind === 'round.reminder').map(({ to }) => to);
  const ticked = (body: string): number => body.match(/name="seatIds\[\]"[^>]* checked/g)?.length ?? 0;

  it('is reached from the room by a press that sends nothing', async () => {
    const { id } = await world.opened(1);
    const pressed = await visitor.post(`/rounds/${id}/reminders`, { intent: 'preview' });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, `/rounds/${id}/reminders`]);
    expect(await reminded(id)).toEqual([]);
  });

  it('names who gets one, what waits there, when they last got one and when the next goes by itself', async () => {
    const { id, roll } = await world.opened(2);
    await world.castAll(id, roll.slice(0, 6));
    const page = (await visitor.get(`/rounds/${id}/reminders`)).body;
    expect(page).toContain('data-page="round-reminders"');
    for (const { id: seatId, unitName, holderName } of roll.slice(6))
      for (const part of [`data-id="${seatId}"`, unitName, holderName]) expect(page).toContain(part);
    expect(page).not.toContain(roll[0]?.id);
    expect(page).toContain('8席中2席未投完');
    expect(page).toContain('2项（共2项）');
    expect(page).toContain('未催办过');
    expect(page).toContain('系统下次自动催办：3月23日（星期一）18:00');
    expect(ticked(page)).toBe(2);
  });

  it('sends to the chosen and to no other, and does not tick them again at once', async () => {
    const { id, roll, holders } = await world.opened(1);
    const chosen = roll.slice(0, 3).map((seat) => seat.id);
    const sent = await visitor.post(`/rounds/${id}/reminders`, { intent: 'chosen', seatIds: chosen });
    expect(sent.headers.location).toBe(`/rounds/${id}`);
    const accounts = holders.slice(0, 3).map(({ account }) => `${account}@yijiang.example`);
    expect((await reminded(id)).sort()).toEqual(accounts.sort());
    const page = (await visitor.get(`/rounds/${id}/reminders`)).body;
    expect(page).toContain('3月17日 09:00，共1次');
    expect(ticked(page)).toBe(5);
    expect(await world.problems()).toEqual([]);
  });

  it('says to whom none was sent, because they voted while the page was looked at', async () => {
    const { id, roll } = await world.opened(1);
    const seatIds = roll.slice(0, 2).map((seat) => seat.id);
    await world.castAll(id, roll.slice(0, 1));
    await visitor.post(`/rounds/${id}/reminders`, { intent: 'chosen', seatIds });
    expect((await visitor.get(`/rounds/${id}`)).body).toContain(
      '已向1席寄出催办邮件；另1席不需要催办，没有寄。',
    );
    const again = await visitor.post(`/rounds/${id}/reminders`, { intent: 'chosen', seatIds: [seatIds[0]] });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('所选席位都不需要催办');
  });

  it('comes back with a message where nobody was chosen', async () => {
    const { id } = await world.opened(1);
    const none = await visitor.post(`/rounds/${id}/reminders`, { intent: 'chosen' });
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('请至少选一个席位。');
    expect(ticked(none.body)).toBe(0);
    expect(await reminded(id)).toEqual([]);
  });

  it('has nothing to offer before the opening or after the end', async () => {
    const { id } = await world.planned(1);
    expect((await visitor.get(`/rounds/${id}/reminders`)).statusCode).toBe(409);
    expect((await visitor.get('/rounds/nothing/reminders')).statusCode).toBe(404);
    const scout = await world.signedIn(await world.person('招商人', ['scout']));
    expect((await scout.get(`/rounds/${id}/reminders`)).statusCode).toBe(403);
  });

  it('keeps an inspector out', async () => {
    const { id } = await world.opened(1);
    const inspector = await world.signedIn(await world.person('纪检', ['inspector']));
    expect((await inspector.get(`/rounds/${id}/reminders`)).statusCode).toBe(403);
  });
});
