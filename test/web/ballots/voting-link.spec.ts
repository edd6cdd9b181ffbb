import { sql } from '../../../src/database/sql';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity, deadline, viewerOf, type CitySeat } from './ballot-city';

onEachDatabase('a mailed voting link', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
    seat = city.seat('park');
  }, 60_000);
  afterAll(() => app.close());

  it('says whose seat, which round, how many items and until when, and nothing of the leads', async () => {
    const { statusCode, body, headers } = await app.visitor().get(`/v/${seat.token}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('data-page="voting-link"');
    for (const said of [
      '您将以经济技术开发区（A岗）席位的身份表决',
      'Y-2026-01',
      '共2项',
      '3月25日（星期三）18:00',
    ])
      expect(body).toContain(said);
    for (const { title } of city.items) expect(body).not.toContain(title);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(`http://127.0.0.1:3000/v/${seat.token}`.length).toBeLessThanOrEqual(200);
  });

  it('changes no row in any table when it is read 50 times and asked for its head 50 times', async () => {
    const before = await app.allRowCounts();
    const link = () => app.reader.one(sql`select * from mailed_link where id = ${seat.linkId}`);
    const linkBefore = await link();
    const visitor = app.visitor();
    for (let n = 0; n < 50; n += 1) {
      expect((await visitor.get(`/v/${seat.token}`)).statusCode).toBe(200);
      expect((await visitor.head(`/v/${seat.token}`)).statusCode).toBe(200);
    }
    expect(await app.allRowCounts()).toEqual(before);
    expect(await link()).toEqual(linkBefore);
    expect(visitor.cookie('ballot')).toBeUndefined();
  });

  it('lets the person in and vote after that', async () => {
    const visitor = await city.enter(seat);
    expect(visitor.cookie('ballot')).toBeDefined();
    expect((await visitor.get('/ballot')).statusCode).toBe(200);
    const [entry] = await app.reader.find(
      LedgerEntry,
      sql`where kind = 'ballotLink.opened' order by seq desc`,
    );
    expect(entry?.actorLabel).toContain('经济技术开发区');
    expect(JSON.parse(entry?.facts ?? '{}')).toMatchObject({
      roundSeatId: seat.roundSeatId,
      device: 'other/other',
    });
  });

  it.each(['?x=1', '%20', '/', '.', '%3E', '%0D%0A'])('still opens with %s behind it', async (junk) => {
    expect((await app.visitor().get(`/v/${seat.token}${junk}`)).statusCode).toBe(200);
  });

  it('answers every malformed and every unknown token with the same 404 page', async () => {
    const odd = [
      'x',
      'a'.repeat(43),
      'b'.repeat(300),
      '%00',
      '..%2F..%2Fetc',
      '席位',
      '%F0%9F%98%80',
      'x/y/z',
      '__proto__',
    ];
    const same = (body: string) =>
      body.replace(/name="_csrf" value="[^"]*"/g, '').replace(/请求编号 [\w-]+/g, '');
    const pages = await Promise.all(odd.map((token) => app.visitor().get(`/v/${token}`)));
    expect(pages.map(({ statusCode }) => statusCode)).toEqual(odd.map(() => 404));
    expect(new Set(pages.map(({ body }) => same(body))).size).toBe(1);
    expect(pages[0]?.body).toContain('没有这个表决链接');
    const pressed = await app.visitor().post(`/v/${'a'.repeat(43)}`);
    expect(pressed.statusCode).toBe(404);
  });

  it('opens nothing without the CSRF field of our page, nor from another site', async () => {
    const before = await city.count('session');
    const visitor = app.visitor();
    expect((await visitor.post(`/v/${seat.token}`, { _csrf: 'made up' })).statusCode).toBe(403);
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await visitor.post(`/v/${seat.token}`, {}, elsewhere)).statusCode).toBe(403);
    expect(await city.count('session')).toBe(before);
  });

  it('never touches the session of a person in the same browser', async () => {
    const secretary = await app.signedIn('secretary-01');
    const own = secretary.cookie('session');
    await secretary.post(`/v/${seat.token}`);
    expect(secretary.cookie('session')).toBe(own);
    expect(secretary.cookie('ballot')).toBeDefined();
    const panelist = await city.enter(seat);
    expect((await panelist.get('/')).statusCode).not.toBe(200);
  });

  it('lists nothing of another round and knows no item of it', async () => {
    const visitor = await city.enter(seat);
    const strange = await visitor.get('/ballot/items/00000000000000000000000000');
    const odd = await visitor.get('/ballot/items/%00');
    expect([strange.statusCode, odd.statusCode]).toEqual([404, 404]);
  });

  it('dies at once, with the sessions it opened, when the secretariat issues another', async () => {
    const last = city.seat('institute');
    const visitor = await city.enter(last);
    await app
      .get(RoundsService)
      .reissueLink(await viewerOf(app, 'secretary-01'), city.roundId, last.roundSeatId);
    const dead = await app.visitor().get(`/v/${last.token}`);
    expect(dead.statusCode).toBe(410);
    expect(dead.body).toContain('已由秘书处停用或换发');
    expect(dead.body).toContain('secretary-01@city.example');
    expect((await visitor.get('/ballot')).statusCode).toBe(401);
    const vote = await visitor.post(
      `/ballot/items/${city.item(1).id}`,
      ballotOf('institute', { comment: '留住这句话' }),
    );
    expect(vote.statusCode).toBe(401);
    expect(vote.body).toContain('留住这句话');
  });

  it('says so once the deadline has passed, and opens again when the round is extended', async () => {
    app.clock.set(deadline);
    const late = await app.visitor().get(`/v/${seat.token}`);
    expect(late.statusCode).toBe(410);
    expect(late.body).toContain('已过截止时间');
    expect((await app.visitor().post(`/v/${seat.token}`)).statusCode).toBe(410);
  });
});
