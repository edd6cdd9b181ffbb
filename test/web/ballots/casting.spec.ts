import { sql } from '../../../src/database/sql';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, deadline, type CityItem, type CitySeat } from './ballot-city';

onEachDatabase('a ballot', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  let visitor: Visitor;
  let item: CityItem;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 3);
    seat = city.seat('park');
    item = city.item(1);
  }, 60_000);
  beforeEach(async () => {
    app.clock.set(startOfTests);
    visitor = await city.enter(seat);
  });
  afterAll(() => app.close());

  const path = (of: CityItem = item): string => `/ballot/items/${of.id}`;
  const versions = () => city.count('ballot_version');

  it('shows the frozen lead, what was said of it, and the criteria of the seat’s kind, with nothing chosen', async () => {
    await visitor.post(`${path()}/declaration`, { interest: 'none' });
    const { body, statusCode } = await visitor.get(path());
    expect(statusCode).toBe(200);
    for (const said of [
      item.title,
      '已投0/3',
      '3.8亿元',
      '400万元/亩',
      '投资强度',
      '折合30.53万元/亩',
      '尚未表态',
    ])
      expect(body).toContain(said);
    expect(body.match(/data-criterion=/g)).toHaveLength(6);
    expect(body).not.toContain('环保与安全');
    expect(body).not.toContain(' checked');
    for (const hidden of ['黎示例', '15400000001', 'contact01@lead.example', 'scout-01', '驻苏南突击队'])
      expect(body).not.toContain(hidden);
    expect(body).not.toMatch(/style="|<script>|onclick/);
    expect(fieldValue(body, 'idempotencyKey')).toMatch(/^[\w-]{22}$/);
  });

  it('keeps a draft as it was typed, right or wrong, and counts it nowhere', async () => {
    const typed = ballotOf('park', {
      intent: 'draft',
      scores: { industryFit: '9' },
      vote: '',
      comment: '半句<话',
    });
    const kept = await visitor.post(path(), typed);
    expect([kept.statusCode, kept.headers.location]).toEqual([303, path()]);
    const page = await visitor.get(path());
    expect(page.body).toContain('半句&lt;话');
    expect((await visitor.get('/ballot')).body).toContain('data-state="draft"');
    expect(await versions()).toBe(0);
    expect(await city.mails(seat.email, 'ballot.receipt')).toEqual([]);
  });

  it('comes back with everything typed and each message when it cannot be cast', async () => {
    const typed = ballotOf('park', {
      scores: { industryFit: '5', investorStrength: '6', investIntensity: '3' },
      reasons: { investIntensity: '打三分的理由' },
      vote: 'against',
      comment: '不行',
    });
    const { statusCode, body } = await visitor.post(path(), typed);
    expect(statusCode).toBe(422);
    for (const message of [
      '没有提交，请改正6处',
      '“产业契合度”打5分须写理由',
      '“投资主体实力”只能打0到5分的整数',
      '“亩均效益”还没有打分',
      '不同意须写理由和出路，至少10个字，现有2个字',
    ])
      expect(body).toContain(message);
    expect(body).toContain('value="打三分的理由"');
    expect(body).toMatch(/id="score-industryFit-5" value="5" checked/);
    expect(body).toMatch(/id="vote-against" value="against" checked/);
    expect(await versions()).toBe(0);
  });

  it.each([
    ['a criterion of another kind', { scores: { environmentSafety: '3' } }],
    ['an unknown criterion', { scores: { nothing: '3' } }],
    ['no vote', { vote: undefined }],
    ['an unknown vote', { vote: 'maybe' }],
    ['lists where texts belong', { vote: ['agree'], comment: ['a'], scores: ['4', '4'] }],
    ['a text where a group belongs', { scores: '4' }],
    ['objects as scores', { scores: { industryFit: { deep: { er: '4' } } } }],
    ['a fraction', { scores: { industryFit: '4.5' } }],
    ['na where it is not allowed', { na: { industryFit: '1' } }],
    ['no intent', { intent: undefined }],
    ['an unknown intent', { intent: '__proto__' }],
    ['a comment of 3,000 characters', { comment: '长'.repeat(3000) }],
  ])('is refused with 422 for %s, and nothing is written', async (_what, change) => {
    const before = await versions();
    const { statusCode, body } = await visitor.post(path(), ballotOf('park', change));
    expect(statusCode).toBe(422);
    expect(body).toContain('data-page="ballot-item"');
    expect(await versions()).toBe(before);
  });

  it('is refused with 413 when it is larger than any form', async () => {
    const { statusCode } = await visitor.post(path(), ballotOf('park', { comment: 'x'.repeat(1024 * 1024) }));
    expect(statusCode).toBe(413);
  });

  it('is cast with a receipt, and leads to the next item', async () => {
    const sent = await visitor.post(path(), ballotOf('park', { comment: '支持', idempotencyKey: 'first' }));
    expect([sent.statusCode, sent.headers.location]).toEqual([303, path(city.item(2))]);
    const next = await visitor.get(path(city.item(2)));
    const code = /回执([0-9A-Z-]{19})/.exec(next.body)?.[1] ?? '';
    expect(next.body).toContain('上一项已投出（第1版）');
    const again = await visitor.get(path());
    for (const said of ['已投1/3', `回执${code}`, '第1版，3月17日 09:00投出', '>改投<', '支持'])
      expect(again.body).toContain(said);
    expect(again.body).toMatch(/id="vote-agree" value="agree" checked/);
    expect(await city.count('ballot_draft')).toBe(0);
    const [mail] = await city.mails(seat.email, 'ballot.receipt');
    expect(mail?.subject).toBe('表决回执：轮次Y-2026-01第1项');
    expect(mail?.text).toContain(code);
    for (const secret of ['同意', '支持', item.title, '4分']) expect(mail?.text).not.toContain(secret);
  });

  it('is revised as a new version; both stay, the last one counts', async () => {
    const revised = await visitor.post(
      path(),
      ballotOf('park', { vote: 'abstain', comment: '对工艺不熟悉', idempotencyKey: 'second' }),
    );
    expect(revised.statusCode).toBe(303);
    const rows = await app.reader.rows<{ version: number; vote: string; counts: number }>(
      sql`select version, vote, case when current_ballot.ballot_version_id = ballot_version.id then 1 else 0 end as counts
          from ballot_version join current_ballot on current_ballot.item_id = ballot_version.item_id
            and current_ballot.round_seat_id = ballot_version.round_seat_id
          where ballot_version.round_seat_id = ${seat.roundSeatId} order by version`,
    );
    expect(rows).toEqual([
      { version: 1, vote: 'agree', counts: 0 },
      { version: 2, vote: 'abstain', counts: 1 },
    ]);
    expect(await city.mails(seat.email, 'ballot.receipt')).toHaveLength(2);
  });

  it('tells of an older press that arrives late that another version counts', async () => {
    const late = await visitor.post(path(), ballotOf('park', { comment: '支持', idempotencyKey: 'first' }));
    expect(late.statusCode).toBe(303);
    expect((await visitor.get(String(late.headers.location))).body).toContain('此前已经收到（第1版');
    expect(await versions()).toBe(2);
  });

  it('goes back to the list after the last item', async () => {
    for (const position of [2, 3])
      await visitor.post(path(city.item(position)), ballotOf('park', { idempotencyKey: `item ${position}` }));
    const list = await visitor.get('/ballot');
    expect(list.body).toContain('各项都已投完');
    expect(list.body).toContain('已投3/3');
    expect(list.body.match(/data-state="cast"/g)).toHaveLength(3);
  });

  it('is refused from another site, and without the field of our page', async () => {
    const before = await versions();
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await visitor.post(path(), ballotOf('park'), elsewhere)).statusCode).toBe(403);
    const stale = await visitor.post(path(), ballotOf('park', { _csrf: 'old', comment: '不能丢' }));
    expect(stale.statusCode).toBe(403);
    expect(stale.body).toContain('不能丢');
    expect(await versions()).toBe(before);
  });

  it('is not taken from a session that has ended, and no word is lost', async () => {
    app.clock.advance(21 * 60_000);
    const { statusCode, body } = await visitor.post(
      path(),
      ballotOf('park', { comment: '写了很久', idempotencyKey: 'kept' }),
    );
    expect(statusCode).toBe(401);
    for (const kept of ['写了很久', 'name="scores[industryFit]" value="4"', 'name="intent" value="cast"'])
      expect(body).toContain(kept);
    await visitor.post(`/v/${seat.token}`);
    const again = await visitor.post(
      path(),
      ballotOf('park', { comment: '写了很久', idempotencyKey: 'kept' }),
    );
    expect(again.statusCode).toBe(303);
  });

  it('needs the same number of statements whatever the number of items', async () => {
    const other = city.seat('enterprise');
    const browser = await city.enter(other);
    await browser.get(path());
    const before = app.reader.statements;
    await browser.get(path());
    expect(app.reader.statements - before).toBeLessThanOrEqual(14);
    const listed = app.reader.statements;
    await browser.get('/ballot');
    expect(app.reader.statements - listed).toBe(5);
  });

  it('is refused at the deadline, with what was typed on the page', async () => {
    const before = await versions();
    app.clock.set(new Date(Date.parse(deadline) - 60_000).toISOString());
    const late = await city.enter(seat);
    app.clock.set(deadline);
    const typed = ballotOf('park', {
      comment: '晚了一步',
      idempotencyKey: 'late',
      reasons: { industryFit: '理由在此' },
    });
    const { statusCode, body } = await late.post(path(), typed);
    expect(statusCode).toBe(410);
    for (const kept of [
      'data-page="ballot-too-late"',
      '晚了一步',
      '理由在此',
      '产业契合度',
      'secretary-01@city.example',
    ])
      expect(body).toContain(kept);
    expect((await late.post(path(), { ...typed, intent: 'draft' })).statusCode).toBe(410);
    const page = await late.get(path());
    expect(page.statusCode).toBe(200);
    expect(page.body).toMatch(/value="cast" aria-disabled="true"/);
    expect(await versions()).toBe(before);
  });

  it('is refused once the round is closed, and the material is closed too', async () => {
    app.clock.set(new Date(Date.parse(deadline) - 60_000).toISOString());
    const late = await city.enter(seat);
    await app.work.run((tx) => tx.run(sql`update round set state = 'closed' where id = ${city.roundId}`));
    const sent = await late.post(path(), ballotOf('park', { comment: '还没说完', idempotencyKey: 'closed' }));
    expect(sent.statusCode).toBe(410);
    expect(sent.body).toContain('还没说完');
    const read = await late.get(path());
    expect(read.statusCode).toBe(410);
    expect(read.body).not.toContain(item.title);
    expect((await late.get('/ballot')).statusCode).toBe(410);
    expect((await app.visitor().get(`/v/${seat.token}`)).body).toContain('本轮表决已结束');
    const replayed = await late.post(
      path(),
      ballotOf('park', { comment: '写了很久', idempotencyKey: 'kept' }),
    );
    expect(replayed.statusCode).toBe(303);
  });
});
