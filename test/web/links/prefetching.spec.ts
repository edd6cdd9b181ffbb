import { sql } from '../../../src/database/sql';
import { LinkFetches } from '../../../src/links/link-fetches';
import { MailWorker } from '../../../src/mail/mail.worker';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { BallotCity, type CitySeat } from '../ballots/ballot-city';

const edge = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Edg/120.0' };
const gateway = { 'user-agent': 'Mozilla/5.0 (compatible; Proofpoint URL Defense)' };
const hour = 3_600_000;

onEachDatabase('who fetched a voting link', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    await app.get(MailWorker).deliverDue();
  }, 60_000);
  afterEach(() => app.close());

  const read = (seat: CitySeat, headers = edge) => app.visitor().get(`/v/${seat.token}`, headers);
  const written = () => app.reader.rows<{ times: number }>(sql`select times from link_fetch order by times`);

  /** The label in the link column of a seat, and the note beside it. */
  async function told(seat: CitySeat): Promise<string> {
    const room = await (await app.signedIn('secretary-01')).get(`/rounds/${city.roundId}`);
    const row = room.body.split(`data-id="${seat.roundSeatId}"`)[1]?.split('</tr>')[0] ?? '';
    const label = /data-state="(\w+)"[^>]*>(?:<[^>]*>)*([^<]+)/.exec(row);
    return `${label?.[1]} ${label?.[2]}`;
  }

  it('is shown at once, and written down later, never by the request itself', async () => {
    const seat = city.seat('park');
    expect(await told(seat)).toBe('unopened 未打开');
    for (let n = 0; n < 3; n += 1) await read(seat, gateway);
    await app.visitor().head(`/v/${seat.token}`);
    expect(await written()).toEqual([]);
    expect(await told(seat)).toBe('machineOnly 仅机器预取');
    expect(await app.get(LinkFetches).flush()).toBe(2);
    expect(await told(seat)).toBe('machineOnly 仅机器预取');
    await read(seat, gateway);
    await app.get(LinkFetches).flush();
    expect((await written()).map(({ times }) => Number(times))).toEqual([1, 4]);
    expect(await app.get(LinkFetches).flush()).toBe(0);
  });

  it('tells a reader an hour later from a machine, and a press from both', async () => {
    const seat = city.seat('institute');
    await read(seat);
    expect(await told(seat)).toBe('machineOnly 仅机器预取');
    app.clock.advance(hour);
    await read(seat);
    expect(await told(seat)).toBe('unopened 未打开');
    const room = await (await app.signedIn('secretary-01')).get(`/rounds/${city.roundId}`);
    expect(room.body).toContain('页面被看过，还没有按按钮进入');
    await city.enter(seat);
    expect(await told(seat)).toBe('opened 已打开');
  });

  it('takes one source that fetches many seats’ links in a burst for a machine', async () => {
    app.clock.advance(hour);
    for (const seat of city.seats.slice(0, 3)) await read(seat);
    for (const seat of city.seats.slice(0, 3)) expect(await told(seat)).toBe('machineOnly 仅机器预取');
    expect(await told(city.seats[3] as CitySeat)).toBe('unopened 未打开');
  });

  it('keeps neither addresses nor programs, and costs the room no statement a seat', async () => {
    await read(city.seat('park'), gateway);
    await app.get(LinkFetches).flush();
    const rows = await app.reader.rows(sql`select * from link_fetch`);
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|Mozilla|URL Defense/);
    const secretary = await app.signedIn('secretary-01');
    const statements = async (): Promise<number> => {
      const before = app.reader.statements;
      await secretary.get(`/rounds/${city.roundId}`);
      return app.reader.statements - before;
    };
    // The first look adds up what leads draw on hosts, which is then carried along.
    await statements();
    const one = await statements();
    for (const seat of city.seats) await read(seat);
    await app.get(LinkFetches).flush();
    expect(await statements()).toBe(one);
  });

  it('forgets rather than grows when somebody floods us', async () => {
    const fetches = app.get(LinkFetches);
    const { linkId } = city.seat('park');
    for (let n = 0; n < 6_000; n += 1) {
      const seen = { linkId, method: 'GET' as const, address: `10.0.${n >> 8}.${n & 255}`, userAgent: 'x' };
      fetches.note({ ...seen, purpose: '', device: 'other/other' });
    }
    expect(await fetches.of([linkId])).toHaveLength(5_000);
    app.clock.set(startOfTests);
  });
});
