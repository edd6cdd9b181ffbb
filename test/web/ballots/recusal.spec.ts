import { BallotsQueries } from '../../../src/ballots/ballots.queries';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, type CitySeat } from './ballot-city';

onEachDatabase('a recusal', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
    seat = city.seat('enterprise');
    visitor = await city.enter(seat);
  }, 60_000);
  afterAll(() => app.close());

  const path = (position: number): string => `/ballot/items/${city.item(position).id}`;

  it('says what it does before it is done', async () => {
    const { statusCode, body } = await visitor.get(`${path(1)}/recusal`);
    expect(statusCode).toBe(200);
    for (const said of ['本项只显示标题', '不计入本项的应投席位', '不能自行撤回'])
      expect(body).toContain(said);
    expect(body).toContain(`action="${path(1)}/recusal"`);
    expect(await city.count('ballot_version')).toBe(0);
  });

  it('needs a reason', async () => {
    const { statusCode, body } = await visitor.post(`${path(1)}/recusal`, { reason: '  ' });
    expect(statusCode).toBe(422);
    expect(body).toContain('请写明回避的原因');
    expect((await visitor.post(`${path(1)}/recusal`, { reason: ['a'] })).statusCode).toBe(422);
    expect((await visitor.post(`${path(1)}/recusal`, { reason: 'x'.repeat(501) })).statusCode).toBe(422);
  });

  it('takes the item away, its title too, for good', async () => {
    await visitor.post(path(1), ballotOf('enterprise', { idempotencyKey: 'before' }));
    app.clock.advance(1000);
    const sent = { reason: '本单位向投资方供货', idempotencyKey: 'recuse' };
    const answer = await visitor.post(`${path(1)}/recusal`, sent);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ballot']);
    const page = await visitor.get(path(1));
    expect(page.body).toContain('data-page="ballot-recused"');
    for (const hidden of [city.item(1).title, '澜岫热控', '投资方', '3.8亿元', 'ballot-form', '已投第'])
      expect(page.body).not.toContain(hidden);
    const list = await visitor.get('/ballot');
    expect(list.body).toContain('data-state="recused"');
    expect(list.body).toContain('已投0/1');
    expect((await visitor.post(path(1), ballotOf('enterprise'))).statusCode).toBe(409);
    expect((await visitor.post(path(1), ballotOf('enterprise', { intent: 'draft' }))).statusCode).toBe(409);
    expect((await visitor.post(`${path(1)}/recusal`, { reason: '又一次回避' })).statusCode).toBe(409);
    expect((await visitor.post(`${path(1)}/recusal`, sent)).statusCode).toBe(303);
    expect(await city.count('ballot_version')).toBe(2);
  });

  it('reaches the enrolled mailbox without a word of the lead or the reason', async () => {
    const mails = await city.mails(seat.email, 'ballot.receipt');
    expect(mails.map(({ subject }) => subject)).toEqual([
      '表决回执：轮次Y-2026-01第1项',
      '回避回执：轮次Y-2026-01第1项',
    ]);
    expect(mails[1]?.text).not.toContain('供货');
  });

  it('leaves the base of the tally, and the ballot before it counts no more', async () => {
    const { ballots, recusals } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    expect(ballots).toEqual([]);
    expect(recusals).toEqual([
      { itemId: city.item(1).id, roundSeatId: seat.roundSeatId, seatKind: 'enterprise' },
    ]);
  });

  it('is of one item only: the other can still be voted on', async () => {
    expect((await visitor.post(path(2), ballotOf('enterprise', { idempotencyKey: 'two' }))).statusCode).toBe(
      303,
    );
    const { ballots } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    expect(ballots).toMatchObject([
      { itemId: city.item(2).id, seatKind: 'enterprise', vote: 'agree', version: 1, na: [] },
    ]);
    expect(ballots[0]?.scores).toEqual({ industryFit: 4, investorStrength: 4, technology: 4 });
  });
});
