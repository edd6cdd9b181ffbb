import { randomBytes } from 'node:crypto';
import { sql } from '../../../src/database/sql';
import { tokenHash } from '../../../src/links/token';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { SeatLinksService } from '../../../src/rounds/seat-links.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity, deadline, viewerOf, type CitySeat } from '../ballots/ballot-city';

const minute = 60_000;

onEachDatabase('a voting link that is over', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    seat = city.seat('park');
  }, 60_000);
  afterEach(() => app.close());

  const secretary = () => viewerOf(app, 'secretary-01');
  const reissue = async () =>
    app.get(RoundsService).reissueLink(await secretary(), city.roundId, seat.roundSeatId);
  const withdraw = async () =>
    app.get(SeatLinksService).withdraw(await secretary(), city.roundId, seat.roundSeatId);
  const close = async () => {
    app.clock.set(deadline);
    await app.get(RoundClosuresService).close(await secretary(), city.roundId);
  };
  const cancel = async () =>
    app.get(RoundsService).cancel(await secretary(), city.roundId, { reason: '材料有误' });
  const tip = () => app.reader.one<{ seq: number; hash: string }>(sql`select seq, hash from ledger_tip`);

  describe('L-07: takes no vote, and says in Chinese why and whom to ask', () => {
    const ends: [string, () => Promise<unknown>, string][] = [
      ['expired with its deadline', async () => app.clock.set(deadline), '已到截止时间'],
      ['withdrawn', withdraw, '没有寄出新链接'],
      ['replaced by another', reissue, '已由秘书处停用或换发'],
      ['closed with its round', close, '本轮表决已结束'],
      ['called off with its round', cancel, '本轮表决已取消'],
    ];

    it.each(ends)('when it is %s', async (_, end, said) => {
      const panelist = await city.enter(seat);
      await end();
      const before = await tip();
      for (const answer of [
        await app.visitor().get(`/v/${seat.token}`),
        await app.visitor().post(`/v/${seat.token}`),
      ]) {
        expect(answer.statusCode).toBe(410);
        expect(answer.body).toContain(said);
        expect(answer.body).toContain('secretary-01@city.example');
      }
      const vote = await panelist.post(
        `/ballot/items/${city.item(1).id}`,
        ballotOf('park', { comment: '留住这句' }),
      );
      expect([401, 409, 410]).toContain(vote.statusCode);
      expect(vote.body).toContain('留住这句');
      expect(await city.count('ballot_version')).toBe(0);
      expect(await tip()).toEqual(before);
    });

    it('and takes it before (control)', async () => {
      const panelist = await city.enter(seat);
      const vote = await panelist.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'));
      expect(vote.statusCode).toBe(303);
    });
  });

  it('L-08: dies with the sessions it opened, at the very next request', async () => {
    const devices = [await city.enter(seat), await city.enter(seat)];
    const other = await city.enter(city.seat('institute'));
    for (const panelist of [...devices, other]) expect((await panelist.get('/ballot')).statusCode).toBe(200);
    await reissue();
    for (const panelist of devices) expect((await panelist.get('/ballot')).statusCode).toBe(401);
    expect((await app.visitor().get(`/v/${seat.token}`)).statusCode).toBe(410);
    expect((await other.get('/ballot')).statusCode).toBe(200);
  });

  /** Use is written down in the background: waits until this one is. */
  async function noted(): Promise<void> {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const row = await app.reader.one<{ last: string }>(sql`select max(seen_at) as last from session`);
      if (row?.last === app.clock.now()) return;
      await new Promise((next) => setImmediate(next));
    }
    throw new Error('the use of a session was not noted');
  }

  it('2.3: ends a session after 20 minutes without a request, and after 12 hours whatever happens', async () => {
    const panelist = await city.enter(seat);
    for (let n = 0; n < 3; n += 1) {
      app.clock.advance(20 * minute - 1);
      expect((await panelist.get('/ballot')).statusCode).toBe(200);
      await noted();
    }
    app.clock.advance(20 * minute);
    const vote = await panelist.post(
      `/ballot/items/${city.item(1).id}`,
      ballotOf('park', { comment: '留住这句' }),
    );
    expect(vote.statusCode).toBe(401);
    expect(vote.body).toContain('留住这句');
    const again = await city.enter(seat);
    for (let spent = 0; spent < 12 * 60 - 19; spent += 19) {
      app.clock.advance(19 * minute);
      expect((await again.get('/ballot')).statusCode).toBe(200);
      await noted();
    }
    app.clock.advance(19 * minute);
    expect((await again.get('/ballot')).statusCode).toBe(401);
  });

  describe('L-09: guessed', () => {
    it('is not hit by a million random tokens', async () => {
      expect(await hits([])).toBe(0);
    }, 120_000);

    it('is found among them when it is there (control)', async () => {
      expect(await hits([seat.token])).toBe(1);
    }, 120_000);

    /** How many of a million tokens, the planted ones among them, are of a link. */
    async function hits(planted: readonly string[]): Promise<number> {
      const [million, atOnce] = [planted.length > 0 ? 10_000 : 1_000_000, 2_000];
      let found = 0;
      for (let start = 0; start < million; start += atOnce) {
        const bytes = randomBytes(32 * atOnce);
        const tokens = Array.from({ length: atOnce }, (_, n) =>
          bytes.subarray(32 * n, 32 * n + 32).toString('base64url'),
        );
        if (start === 0) tokens.splice(0, planted.length, ...planted);
        const hashes = sql.list(tokens.map(tokenHash));
        const row = await app.reader.one<{ n: number | string }>(
          sql`select count(*) as n from mailed_link where token_hash in ${hashes}`,
        );
        found += Number(row?.n);
      }
      return found;
    }

    it('answers what is malformed exactly as what is unknown, and never with 500', async () => {
      const odd = [
        'x',
        'a'.repeat(42),
        'a'.repeat(44),
        'b'.repeat(300),
        '%00',
        '..%2F..%2F',
        '席位',
        '%F0%9F%98%80',
      ];
      const same = (body: string) =>
        body.replace(/name="_csrf" value="[^"]*"/g, '').replace(/请求编号 [\w-]+/g, '');
      const unknown = await app.visitor().get(`/v/${'a'.repeat(43)}`);
      for (const token of [...odd, '__proto__', 'confirmation%2Fcodes', '%', '%E4%BD']) {
        for (const answer of [
          await app.visitor().get(`/v/${token}`),
          await app.visitor().post(`/v/${token}`),
        ]) {
          expect([token, answer.statusCode]).toEqual([token, 404]);
          expect([token, same(answer.body) === same(unknown.body)]).toEqual([token, true]);
        }
      }
    });
  });
});
