import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { Verifier } from '../../../src/ledger/verifier';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, type CitySeat } from '../ballots/ballot-city';

const edge = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/120.0 Edg/120.0' };
const wechat = { 'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/116.0 MicroMessenger/8.0.49' };

onEachDatabase('a voting link used on a second device (L-14)', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    seat = city.seat('park');
  }, 60_000);
  afterEach(() => app.close());

  async function use(headers: Record<string, string>, visitor = app.visitor()): Promise<Visitor> {
    app.clock.advance(60_000);
    expect((await visitor.post(`/v/${seat.token}`, {}, headers)).headers.location).toBe('/ballot');
    return visitor;
  }
  const notices = () => city.mails(seat.email, 'ballot.secondDevice');
  const entries = () =>
    app.reader.find(LedgerEntry, sql`where kind = 'ballotLink.secondDevice' order by seq`);

  it('is allowed, told to the enrolled mailbox, and recorded with both devices', async () => {
    await use(edge);
    expect(await notices()).toEqual([]);
    const phone = await use(wechat);
    const cast = await phone.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'), wechat);
    expect(cast.statusCode).toBe(303);
    expect(await city.mails(seat.email, 'ballot.receipt')).toHaveLength(1);

    const [notice] = await notices();
    expect(notice?.text).toContain('这一次：安卓设备，微信');
    expect(notice?.text).toContain('此前：Windows电脑，Edge浏览器');
    expect(notice?.text).not.toContain('/v/');
    const [entry] = await entries();
    expect(JSON.parse(entry?.facts ?? '')).toMatchObject({
      roundSeatId: seat.roundSeatId,
      linkId: seat.linkId,
      device: 'android/wechat',
      earlier: 'windows/edge',
    });
    const room = await (await app.signedIn('secretary-01')).get(`/rounds/${city.roundId}`);
    expect(room.body).toContain('在2台设备上用过');
    const report = await app.get(Verifier).verify(app.reader);
    expect(report.problems).toEqual([]);
  });

  it('says nothing when the same browser comes back, and tells two of one kind apart', async () => {
    const desk = await use(edge);
    await use(edge, desk);
    expect(await entries()).toEqual([]);
    await use(edge);
    expect(await notices()).toHaveLength(1);
    await use(edge, desk);
    expect(await entries()).toHaveLength(1);
  });

  it('goes on recording a browser that forgets its cookies, without filling the mailbox', async () => {
    for (let n = 0; n < 9; n += 1) await use(edge);
    expect(await entries()).toHaveLength(8);
    expect(await notices()).toHaveLength(5);
  });

  it('takes uses that come at once one after another', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 8 }, () =>
        app
          .visitor()
          .post(`/v/${seat.token}`, {}, edge)
          .then(({ statusCode }) => statusCode),
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
    expect(await entries()).toHaveLength(7);
  });

  it('is missed by verify when its entry is not there (control)', async () => {
    await use(edge);
    await use(wechat);
    await app.work.run((tx) => tx.run(sql`update link_device set id = ${'0'.repeat(26)} where position = 2`));
    const { problems } = await app.get(Verifier).verify(app.reader);
    expect(JSON.stringify(problems)).toContain('number 2 was not entered');
  });
});
