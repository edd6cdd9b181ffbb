import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from '../../src/database/sql';
import { Jobs } from '../../src/jobs/jobs';
import { LedgerEntry } from '../../src/ledger/ledger-entry.entity';
import { Verifier } from '../../src/ledger/verifier';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { Round } from '../../src/rounds/round.entity';
import { startApp, type TestApp } from '../support/app';
import { onEachDatabase } from '../support/databases';
import { ballotOf, BallotCity, deadline, viewerOf, type CitySeat } from '../web/ballots/ballot-city';

const hour = 3_600_000;

onEachDatabase('a clock that is set wrong during a round', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
  }, 60_000);
  afterEach(() => app.close());

  const stateOf = async (): Promise<string | undefined> =>
    (await app.reader.findOne(Round, sql`where id = ${city.roundId}`))?.state;
  const problems = async () => (await app.get(Verifier).verify(app.reader)).problems;
  const path = (n: number): string => `/ballot/items/${city.item(n).id}`;

  it('K-02 back by an hour: no vote is lost or refused, the last one counts, no session lives longer than it may', async () => {
    const seat = city.seats[0] as CitySeat;
    app.clock.advance(2 * hour);
    const before = app.clock.now();
    const visitor = await city.enter(seat);
    const cast = (n: number, key: string, vote: string) => {
      const said = { idempotencyKey: key, vote, comment: '请补充能耗测算与用地安排后再议' };
      return visitor.post(path(n), ballotOf(seat.kind, said));
    };
    expect((await cast(1, 'first', 'agree')).statusCode).toBe(303);
    app.clock.advance(-hour);
    expect((await cast(1, 'second', 'supplement')).statusCode).toBe(303);
    expect((await cast(2, 'third', 'agree')).statusCode).toBe(303);
    const counted = await app.reader.rows<{ vote: string; version: number }>(
      sql`select ballot_version.vote, ballot_version.version from current_ballot
            join ballot_version on ballot_version.id = current_ballot.ballot_version_id
            join round_item on round_item.id = current_ballot.item_id order by round_item.position`,
    );
    expect(counted).toEqual([
      { vote: 'supplement', version: 2 },
      { vote: 'agree', version: 1 },
    ]);
    const papers = await app.reader.find(LedgerEntry, sql`where kind = 'ballot.cast' order by seq`);
    const times = papers.map(({ at }) => Date.parse(at) - Date.parse(before));
    expect(times).toEqual([0, -hour, -hour]);
    expect(await problems()).toEqual([]);
    // Kept in use to the end, so that only the absolute limit can end it.
    for (let minutes = 6; minutes < 13 * 60 - 6; minutes += 6) {
      app.clock.set(new Date(Date.parse(before) - hour + minutes * 60_000).toISOString());
      expect((await visitor.get('/ballot')).statusCode).toBe(200);
    }
    app.clock.set(new Date(Date.parse(before) + 12 * hour).toISOString());
    expect((await visitor.get('/ballot')).statusCode).not.toBe(200);
  });

  it('K-03 forward by ten years and back: what it locked stays locked and says when, and nobody votes again in silence', async () => {
    const seat = city.seats[0] as CitySeat;
    const visitor = await city.enter(seat);
    const now = app.clock.now();
    const far = `${Number(now.slice(0, 4)) + 10}${now.slice(4)}`;
    app.clock.set(far);
    await app.get(Jobs).runNow('lockRounds');
    app.clock.set(now);
    expect(await stateOf()).toBe('locked');
    expect(now < deadline).toBe(true);
    const late = await visitor.post(path(1), ballotOf(seat.kind));
    expect(late.statusCode).toBe(410);
    for (let n = 0; n < 3; n += 1) await app.get(Jobs).runNow('lockRounds');
    expect(await stateOf()).toBe('locked');
    expect(await city.count('ballot_version')).toBe(0);
    const [lock] = await app.reader.find(LedgerEntry, sql`where kind = 'round.locked'`);
    expect(lock?.at).toBe(far);
    const room = await (await app.signedIn('secretary-01')).get(`/rounds/${city.roundId}`);
    expect(room.body).toContain(`停止收票记于${far.slice(0, 4)}年`);
    await app.get(RoundClosuresService).close(await viewerOf(app, 'secretary-01'), city.roundId);
    expect(await stateOf()).toBe('closed');
    expect(await problems()).toEqual([]);
  });

  it('K-03 control: who goes by the deadline alone takes the vote again once the clock is back', async () => {
    const now = app.clock.now();
    app.clock.set(`${Number(now.slice(0, 4)) + 10}${now.slice(4)}`);
    app.clock.set(now);
    const visitor = await city.enter(city.seats[0] as CitySeat);
    expect((await visitor.post(path(1), ballotOf(city.seats[0]?.kind ?? 'park'))).statusCode).toBe(303);
  });
});

/** What the compiled program makes of times, in a process whose machine stands somewhere. */
const probe = `
  const { parseBeijing, beijing, beijingDay, endOfDay } = require('./domain/shared/instant');
  const { extendedDeadline } = require('./domain/round/deadline');
  const { WorkCalendar } = require('./domain/shared/workdays');
  const { announcedDays } = require('./calendar/announced-days');
  const { wordsFor } = require('./words/words');
  const { formatsFor } = require('./words/formats');
  const typed = ['2026-03-26T18:00', '2026-12-31T24:00', '2028-02-29 08:30', '1988-07-01T12:00', '2026-03-29T02:30', '2026-11-01T01:30'];
  const instants = typed.map(parseBeijing);
  const calendar = new WorkCalendar(announcedDays());
  const shown = ['zh-CN', 'en'].map((locale) => {
    const formats = formatsFor(wordsFor(locale));
    return instants.map((at) => [formats.time(at), formats.day(at), formats.official(at)]);
  });
  const said = { instants, walls: instants.map(beijing), days: instants.map((at) => endOfDay(beijingDay(at))),
    longer: extendedDeadline(instants[0], calendar, { most: 1, workdays: 3 }), shown };
  process.stdout.write(JSON.stringify({ offset: new Date(2026, 6, 1).getTimezoneOffset(), said }));
`;

describe('K-01 where the server stands', () => {
  const root = resolve(__dirname, '../..');
  const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
  interface Answer {
    offset: number;
    said: { instants: string[]; longer: string; shown: string[][][] };
  }
  const answers = (): Answer[] =>
    zones.map((TZ) => {
      const env = { ...process.env, TZ };
      const text = execFileSync(process.execPath, ['-e', probe], { cwd: resolve(root, 'dist'), env });
      return JSON.parse(text.toString()) as Answer;
    });

  it('makes no difference to deadlines, to what is stored (UTC), and to what is shown (Beijing)', () => {
    if (!existsSync(resolve(root, 'dist', 'main.js')))
      throw new Error('The program is not built: npm run build');
    const [utc, ...others] = answers();
    for (const other of others) expect(other.said).toEqual(utc?.said);
    expect(utc?.said.instants[0]).toBe('2026-03-26T10:00:00.000Z');
    expect(utc?.said.longer).toBe('2026-03-31T10:00:00.000Z');
    expect(utc?.said.shown[0]?.[0]?.join(' ')).toContain('18:00');
  });

  it('control: the same processes differ about the machine’s own time', () => {
    expect(new Set(answers().map(({ offset }) => offset)).size).toBe(3);
  });
});
