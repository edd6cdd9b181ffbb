import { SetClock } from '../../../src/clock/clock';
import { Ids } from '../../../src/clock/ids';
import { SecureRandomness } from '../../../src/clock/randomness';
import { readConfig } from '../../../src/config/config';
import { sql } from '../../../src/database/sql';
import { LinkOrder, Links } from '../../../src/links/links.service';
import { onEachDatabase, openTestDatabase, TestDatabase } from '../../support/databases';

const person = '01h0000000000000000000000p';
const round = '01h0000000000000000000000r';
const seat = '01h0000000000000000000000s';

onEachDatabase('a mailed link', (dialect) => {
  let database: TestDatabase;
  let clock: SetClock;
  let links: Links;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    clock = new SetClock('2026-03-05T02:12:00.000Z');
    const randomness = new SecureRandomness();
    const config = readConfig({
      MODE: 'test',
      BASE_URL: 'https://yushen.example.gov.cn',
      SECRET_KEY: 'a test key of more than thirty-two bytes',
      MAIL_URL: 'mailbox:',
    });
    links = new Links(config, clock, new Ids(clock, randomness), randomness);
  });
  afterEach(() => database.close());

  const issue = (order: Partial<LinkOrder> = {}): Promise<{ id: string; token: string }> =>
    database.work.run((tx) =>
      links.issue(tx, {
        purpose: 'ballot',
        personId: person,
        roundId: round,
        roundSeatId: seat,
        expiresAt: null,
        ...order,
      }),
    );
  const answer = async (token: string, purpose: LinkOrder['purpose'] = 'ballot'): Promise<string> => {
    const check = await links.check(database.reader, token, purpose);
    return check.ok ? 'ok' : check.refusal;
  };
  const use = (id: string): Promise<boolean> => database.work.run((tx) => links.use(tx, id));
  const in15Minutes = '2026-03-05T02:27:00.000Z';

  it('has 43 characters, and an address under 200 that begins with BASE_URL', async () => {
    const { token } = await issue();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(links.voteUrl(token)).toBe(`https://yushen.example.gov.cn/v/${token}`);
    expect(links.voteUrl(token).length).toBeLessThanOrEqual(200);
    expect(await answer(token)).toBe('ok');
  });

  it('leaves no usable token in the database', async () => {
    const { token } = await issue();
    const rows = await database.reader.rows(sql`select * from mailed_link`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each<[string, (token: string) => string]>([
    ['a query that was added', (token) => `${token}?x=1`],
    ['percent-encoding', (token) => [...token].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    [
      'percent-encoding twice',
      (token) => token.replace(/[-_]/g, (c) => `%25${c.charCodeAt(0).toString(16)}`),
    ],
    ['wrapped lines', (token) => `${token.slice(0, 20)}\r\n  ${token.slice(20)}`],
    ['a soft line end', (token) => `${token.slice(0, 20)}=\r\n${token.slice(20)}`],
    ['an encoded line end', (token) => `${token.slice(0, 20)}%0D%0A${token.slice(20)}`],
    ['invisible characters', (token) => `\u200b${token.slice(0, 9)}\u00ad${token.slice(9)}\ufeff`],
    ['a full stop', (token) => `${token}。`],
    ['a bracket', (token) => `${token}>`],
  ])('is found in spite of %s', async (_, spoil) => {
    const { token } = await issue();
    expect(await answer(spoil(token))).toBe('ok');
  });

  it.each([
    '',
    'a',
    'a'.repeat(42),
    'a'.repeat(44),
    'a'.repeat(100_000),
    '%00',
    '\0',
    '../../etc/passwd',
    '%',
    '%E4%BD',
    '链接',
    "' or 1=1 --",
    '\ud800',
  ])('is unknown when malformed (case %#)', async (token) => {
    await issue();
    expect(await answer(token)).toBe('unknown');
  });

  it('is unknown for another purpose', async () => {
    const { token } = await issue();
    expect(await answer(token, 'signIn')).toBe('unknown');
  });

  it('is not guessed by chance: 2,000 random tokens', async () => {
    await issue();
    const randomness = new SecureRandomness();
    for (let n = 0; n < 2000; n += 1) {
      if ((await answer(randomness.bytes(32).toString('base64url'))) !== 'unknown')
        throw new Error('guessed');
    }
  });

  it('writes nothing while it is only looked at', async () => {
    const { token } = await issue();
    const before = await database.reader.rows(sql`select * from mailed_link`);
    for (let n = 0; n < 50; n += 1) await answer(token);
    expect(await database.reader.rows(sql`select * from mailed_link`)).toEqual(before);
  });

  it('expires at its instant, not before', async () => {
    const { id, token } = await issue({ purpose: 'signIn', expiresAt: in15Minutes });
    clock.advance(15 * 60_000 - 1);
    expect(await answer(token, 'signIn')).toBe('ok');
    clock.advance(1);
    expect(await answer(token, 'signIn')).toBe('expired');
    expect(await use(id)).toBe(false);
  });

  it('signs in once: of twenty who press at the same time, one', async () => {
    const { id, token } = await issue({ purpose: 'signIn', expiresAt: in15Minutes });
    const won = await Promise.all(Array.from({ length: 20 }, () => use(id)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await answer(token, 'signIn')).toBe('used');
  });

  it('opens a ballot again and again, until it is revoked', async () => {
    const { id, token } = await issue();
    expect([await use(id), await use(id)]).toEqual([true, true]);
    expect(await answer(token)).toBe('ok');
    await database.work.run((tx) => links.revoke(tx, { roundSeatId: seat }, 'reissued'));
    expect(await use(id)).toBe(false);
    const check = await links.check(database.reader, token, 'ballot');
    expect(check).toMatchObject({ refusal: 'revoked', link: { revokedBecause: 'reissued' } });
  });

  it('is revoked by person, seat or round, each only where it applies, and never all at once by mistake', async () => {
    const mine = await issue();
    const other = await issue({ personId: '01h0000000000000000000000q', roundSeatId: null });
    const revoked = await database.work.run((tx) => links.revoke(tx, { personId: person }, 'left'));
    expect(revoked).toBe(1);
    expect([await answer(mine.token), await answer(other.token)]).toEqual(['revoked', 'ok']);
    expect(await database.work.run((tx) => links.revoke(tx, { roundId: round }, 'roundClosed'))).toBe(1);
    await expect(database.work.run((tx) => links.revoke(tx, {}, 'all'))).rejects.toThrow(TypeError);
  });

  it('lives longer when its round is extended', async () => {
    const { token } = await issue({ expiresAt: in15Minutes });
    await database.work.run((tx) => links.expireAt(tx, { roundId: round }, '2026-03-06T02:27:00.000Z'));
    clock.advance(60 * 60_000);
    expect(await answer(token)).toBe('ok');
  });
});
