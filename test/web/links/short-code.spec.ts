import { sql } from '../../../src/database/sql';
import { codeGuessing } from '../../../src/domain/link/limits';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { BallotCity, viewerOf, type CitySeat } from '../ballots/ballot-city';

onEachDatabase('the short code of a voting link', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  let code: string;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    seat = city.seat('park');
    code = await codeOf(seat);
    app.clock.advance(1);
  }, 60_000);
  afterEach(() => app.close());

  async function codeOf({ email }: CitySeat): Promise<string> {
    const [mail] = (await city.mails(email, 'round.invitation')).slice(-1);
    return /短码 ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(mail?.text ?? '')?.[1] ?? '';
  }
  const enter = (whom: string, typed = code) => app.visitor().post('/v', { whom, code: typed });

  it('is printed in the mail beside the address of its page', async () => {
    const [mail] = await city.mails(seat.email, 'round.invitation');
    expect(code).toHaveLength(9);
    expect(mail?.text).toContain(`短码 ${code}：\nhttp://127.0.0.1:3000/v\n`);
    expect(mail?.html).toContain('href="http://127.0.0.1:3000/v"');
    const { statusCode, body } = await app.visitor().get('/v');
    expect(statusCode).toBe(200);
    expect(body).toContain('data-page="voting-code"');
    for (const said of ['Y-2026', city.item(1).title]) expect(body).not.toContain(said);
  });

  it('opens the ballot with the mailbox, or the unit of the seat, in whatever way it is typed', async () => {
    for (const whom of [seat.email, seat.email.toUpperCase(), seat.unitName, `${seat.unitName}（A岗）`]) {
      const visitor = app.visitor();
      const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o');
      const answer = await visitor.post('/v', { whom: ` ${whom} `, code: typed });
      expect([whom, answer.statusCode, answer.headers.location]).toEqual([whom, 303, '/ballot']);
      expect((await visitor.get('/ballot')).body).toContain(seat.unitName);
    }
    const [entry] = await app.reader.find(
      LedgerEntry,
      sql`where kind = 'ballotLink.opened' order by seq desc`,
    );
    expect(JSON.parse(entry?.facts ?? '')).toMatchObject({ by: 'code', linkId: seat.linkId });
  });

  it('opens nothing for another’s mailbox or seat, and says the same to known and unknown names', async () => {
    const other = city.seat('institute');
    const same = (body: string) =>
      body
        .replace(/value="[^"]*"/g, '')
        .replace(/[\w-]{20,}/g, '')
        .replace(/请求编号.*/g, '');
    const answers = [];
    for (const whom of [other.email, other.unitName, 'nobody@nowhere.example', '没有这个单位'])
      answers.push(await enter(whom));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422]);
    expect(new Set(answers.map(({ body }) => same(body))).size).toBe(1);
    expect(answers[0]?.body).toContain(`value="${other.email}"`);
    expect(answers[0]?.body).toContain('对不上');
    expect(await city.count('session')).toBe(0);
  });

  it('asks for what was left out, and keeps what was typed', async () => {
    const { statusCode, body } = await enter('', '7f3c');
    expect(statusCode).toBe(422);
    expect(body).toContain('value="7f3c"');
    expect(body).toContain('id="whom-error"');
  });

  it('dies with its link', async () => {
    const secretary = await viewerOf(app, 'secretary-01');
    await app.get(RoundsService).reissueLink(secretary, city.roundId, seat.roundSeatId);
    const dead = await enter(seat.email);
    expect(dead.statusCode).toBe(410);
    expect(dead.body).toContain('已由秘书处停用或换发');
    const fresh = await codeOf(seat);
    expect(fresh).not.toBe(code);
    expect((await enter(seat.email, fresh)).statusCode).toBe(303);
  });

  it('stands nowhere in the database, and its hash cannot be made without the key', async () => {
    const rows = JSON.stringify(await app.reader.rows(sql`select * from mailed_link`));
    expect(rows.toLowerCase()).not.toContain(code.replace('-', '').toLowerCase());
    expect(rows).not.toContain(code);
  });

  describe('guessed', () => {
    const wrongly = async (whom: string, times: number): Promise<number[]> => {
      const told: number[] = [];
      for (let n = 0; n < times; n += 1) told.push((await enter(whom, 'zzzz-zzzz')).statusCode);
      return told;
    };

    it('is refused after ten wrong ones for a person, the right one too, until a quarter of an hour has passed', async () => {
      const told = [...(await wrongly(seat.email, 5)), ...(await wrongly(seat.unitName, 6))];
      expect(told).toEqual([...Array<number>(10).fill(422), 429]);
      const locked = await enter(seat.email);
      expect(locked.statusCode).toBe(429);
      expect(locked.body).toContain('15分钟内不再接受短码');
      expect((await app.visitor().post(`/v/${seat.token}`)).statusCode).toBe(303);
      expect(
        (await enter(city.seat('institute').email, await codeOf(city.seat('institute')))).statusCode,
      ).toBe(303);
      app.clock.advance(codeGuessing.window);
      expect((await enter(seat.email)).statusCode).toBe(303);
    });

    it('is counted one by one, also when forty come at once', async () => {
      const told = await Promise.all(
        Array.from({ length: 40 }, () => enter(seat.email, 'zzzz-zzzz').then(({ statusCode }) => statusCode)),
      );
      expect(told.filter((status) => status === 422)).toHaveLength(10);
      expect(told.filter((status) => status === 429)).toHaveLength(30);
    });
  });
});
