import { sql } from '../../../src/database/sql';
import { LinkFetches } from '../../../src/links/link-fetches';
import { Links } from '../../../src/links/links.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, type CitySeat } from '../ballots/ballot-city';

onEachDatabase('a voting link', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let seat: CitySeat;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
    seat = city.seat('park');
  }, 60_000);
  afterEach(() => app.close());

  /** Every row of the tables that L-01 names, and of everything else that a vote touches. */
  async function binding(): Promise<Record<string, string>> {
    const tables = [
      'mailed_link',
      'session',
      'ledger_entry',
      'ballot_version',
      'ballot_draft',
      'current_ballot',
      'turnout',
      'outbox_mail',
      'link_device',
      'link_step',
      'round_act',
    ];
    const found: Record<string, string> = {};
    for (const table of tables) {
      const rows = await app.reader.rows(sql.raw(`select * from ${table}`));
      found[table] = rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n');
    }
    return found;
  }

  async function fetchLikeScanners(path: string): Promise<void> {
    for (let n = 0; n < 50; n += 1) {
      const visitor = app.visitor();
      expect((await visitor.get(path)).statusCode).toBe(200);
      expect((await visitor.head(path)).statusCode).toBe(200);
      await visitor.request({ method: 'OPTIONS', url: path });
      expect(visitor.cookie('ballot')).toBeUndefined();
    }
  }

  describe('L-01: fetched 50 times by GET, HEAD and OPTIONS', () => {
    it('changes no row of vote, ledger, session or token, and still lets the person vote', async () => {
      const [before, counts] = [await binding(), await app.allRowCounts()];
      await fetchLikeScanners(`/v/${seat.token}`);
      expect(await binding()).toEqual(before);
      expect(await app.allRowCounts()).toEqual(counts);
      await app.get(LinkFetches).flush();
      expect(await binding()).toEqual(before);
      const visitor = await city.enter(seat);
      const cast = await visitor.post(`/ballot/items/${city.item(1).id}`, ballotOf('park'));
      expect(cast.statusCode).toBe(303);
    });

    it('would be caught if reading a link used it up (control)', async () => {
      const links = app.get(Links);
      const show = links.check.bind(links);
      links.check = async (...given) => {
        const check = await show(...given);
        if (check.ok) await app.work.run((tx) => links.use(tx, check.ok.id));
        return check;
      };
      const before = await binding();
      await fetchLikeScanners(`/v/${seat.token}`);
      expect(await binding()).not.toEqual(before);
    });
  });

  describe('L-04: a press that does not come from the page of the link', () => {
    const elsewhere: [string, Record<string, unknown>, Record<string, string>][] = [
      ['without the CSRF token', { _csrf: '' }, {}],
      ['with a forged token', { _csrf: 'A'.repeat(40) }, {}],
      ['from another origin', {}, { origin: 'https://evil.example' }],
      ['across sites', {}, { 'sec-fetch-site': 'cross-site' }],
      ['from a sibling of the site', {}, { 'sec-fetch-site': 'same-site' }],
    ];

    it.each(elsewhere)('is refused %s, and changes no row', async (_, fields, headers) => {
      const before = await binding();
      for (const path of [`/v/${seat.token}`, '/v', '/v/confirmation', '/v/confirmation/codes']) {
        const answer = await app.visitor().post(path, fields, headers);
        expect([path, answer.statusCode]).toEqual([path, 403]);
      }
      expect(await binding()).toEqual(before);
    });

    it('is taken with the token from our own page (control)', async () => {
      const pressed = await app.visitor().post(`/v/${seat.token}`, {}, { 'sec-fetch-site': 'same-origin' });
      expect(pressed.statusCode).toBe(303);
    });
  });

  const entries = (kind: string) =>
    app.reader
      .rows<{ n: number | string }>(sql`select count(*) as n from ledger_entry where kind = ${kind}`)
      .then(([row]) => Number(row?.n));
  const cast = (visitor: Visitor, key: string, change: Record<string, unknown> = {}) =>
    visitor.post(`/ballot/items/${city.item(1).id}`, ballotOf('park', { idempotencyKey: key, ...change }));
  const receiptOf = ({ headers }: { headers: Record<string, unknown> }) =>
    [headers['set-cookie']]
      .flat()
      .filter((one) => String(one).startsWith('flash'))
      .join();

  describe('L-05: the same ballot sent 20 times at once', () => {
    it('is recorded once, and answered 20 times alike', async () => {
      const visitor = await city.enter(seat);
      await visitor.csrfToken();
      const answers = await Promise.all(Array.from({ length: 20 }, () => cast(visitor, 'one press')));
      expect(
        new Set(answers.map(({ statusCode, headers }) => `${statusCode} ${headers.location}`)).size,
      ).toBe(1);
      expect(answers[0]?.statusCode).toBe(303);
      expect(new Set(answers.map(receiptOf)).size).toBe(1);
      expect(await entries('ballot.cast')).toBe(1);
      expect(await city.mails(seat.email, 'ballot.receipt')).toHaveLength(1);
    });

    it('is three versions when each of three presses has a key of its own (control)', async () => {
      const visitor = await city.enter(seat);
      await visitor.csrfToken();
      await Promise.all(Array.from({ length: 3 }, (_, n) => cast(visitor, `press ${n}`)));
      expect(await entries('ballot.cast')).toBe(3);
    });
  });

  it('L-06: a changed ballot is two entries, the last one counts, and each has its receipt', async () => {
    const visitor = await city.enter(seat);
    await cast(visitor, 'first');
    app.clock.advance(60_000);
    await cast(visitor, 'second', { vote: 'against', comment: '能耗指标没有落实，建议调整方案后再报。' });
    expect(await entries('ballot.cast')).toBe(2);
    const counted = await app.reader.rows<{ version: number; vote: string }>(
      sql`select ballot_version.version, ballot_version.vote from current_ballot
          join ballot_version on ballot_version.id = current_ballot.ballot_version_id`,
    );
    expect(counted).toEqual([{ version: 2, vote: 'against' }]);
    const last = await app.reader.one<{ version: number }>(
      sql`select ballot_version.version from ledger_entry
          join ballot_version on ballot_version.id = ledger_entry.subject_id
          where ledger_entry.kind = 'ballot.cast' order by ledger_entry.seq desc limit 1`,
    );
    expect(last?.version).toBe(2);
    expect(await city.mails(seat.email, 'ballot.receipt')).toHaveLength(2);
  });
});
