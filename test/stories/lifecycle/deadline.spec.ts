import { BallotsService } from '../../../src/ballots/ballots.service';
import { typedForm } from '../../../src/ballots/ballot.form';
import { SystemClock } from '../../../src/clock/clock';
import { SharedTime } from '../../../src/database/shared-time';
import { sql, type Dialect } from '../../../src/database/sql';
import { takesBallots } from '../../../src/domain/round/deadline';
import { Refused } from '../../../src/domain/shared/refusal';
import { theClock } from '../../../src/ledger/actor';
import { Ledger } from '../../../src/ledger/ledger';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { startApp, type TestApp } from '../../support/app';
import { dialects, onEachDatabase, openTestDatabase } from '../../support/databases';
import { ballotOf, BallotCity, deadline, type CitySeat } from '../../web/ballots/ballot-city';

const votes = 1000;
const atOnce = 20;
const at = (milliseconds: number): string => new Date(Date.parse(deadline) + milliseconds).toISOString();

onEachDatabase('C-03 votes around the deadline', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeEach(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 2);
  }, 60_000);
  afterEach(() => app.close());

  const late = (kind: string): Promise<unknown[]> =>
    app.reader.rows(sql`select seq from ledger_entry where kind = ${kind} and at >= ${deadline}`);

  it(`${votes} of them from 50 ms before it to 50 ms after: none is recorded at or after it, and none that was answered is lost`, async () => {
    const codes = new Set<string>();
    let refused = 0;
    let next = 0;
    const vote = async (n: number): Promise<void> => {
      app.clock.set(at(Math.floor((n * 100) / votes) - 50));
      const seat = city.seats[n % 10] as CitySeat;
      const typed = typedForm(ballotOf(seat.kind, { comment: `第${n}次` }));
      const sent = { itemId: city.item(1 + (n % 2)).id, typed, key: `press ${n}`, device: 'test' };
      try {
        codes.add((await app.get(BallotsService).cast(seat, sent)).taken?.receiptCode ?? '');
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        expect(error.refusal.because).toBe('deadlinePassed');
        refused += 1;
      }
    };
    const worker = async (): Promise<void> => {
      while (next < votes) await vote(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(codes.size + refused).toBe(votes);
    expect(codes.size).toBeGreaterThan(votes / 3);
    expect(refused).toBeGreaterThan(votes / 3);
    const stored = await app.reader.rows<{ code: string }>(
      sql`select receipt_code as code from ballot_version`,
    );
    expect(new Set(stored.map(({ code }) => code))).toEqual(codes);
    expect(await late('ballot.cast')).toEqual([]);
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
  }, 120_000);

  it('control: a vote that asks for the time only when it begins is entered after the deadline', async () => {
    app.clock.set(at(-1));
    await app.work.run(async (tx) => {
      await app.get(RoundsService).lockForVote(tx, city.roundId);
      app.clock.set(at(1));
      const subject = { type: 'control', id: city.roundId };
      await app.get(Ledger).append(tx, { kind: 'control.cast', actor: theClock, subject });
    });
    expect(await late('control.cast')).toHaveLength(1);
  });
});

/** A machine whose own clock is wrong by so many milliseconds. */
class WrongClock extends SystemClock {
  constructor(private readonly wrongBy: number) {
    super();
  }

  override own(): number {
    return super.own() + this.wrongBy;
  }

  override now(): string {
    return new Date(Date.parse(super.now()) + this.wrongBy).toISOString();
  }
}

describe('C-04 two servers whose clocks are five minutes fast and five minutes slow', () => {
  const minutes = 5 * 60_000;
  const clocks = (): [SystemClock, SystemClock] => [new WrongClock(minutes), new WrongClock(-minutes)];
  /** Deadlines from ten minutes ago to ten minutes ahead; those within `blur` of now are left out. */
  const decisions = ([a, b]: [SystemClock, SystemClock], truth: number, blur: number): [boolean, boolean][] =>
    Array.from({ length: 1000 }, (_, n) => (n - 500) * 1200)
      .filter((off) => Math.abs(off) > blur)
      .map((off) => new Date(truth + off).toISOString())
      .map((deadlineAt) => [takesBallots(a.now(), deadlineAt), takesBallots(b.now(), deadlineAt)]);

  const followed = async (dialect: Dialect): Promise<[boolean, boolean][]> => {
    const database = await openTestDatabase(dialect);
    const both = clocks();
    const followers = both.map((clock) => new SharedTime(clock, database.reader));
    for (const follower of followers) await follower.onModuleInit();
    const row = await database.reader.one<{ now: string }>(
      sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
    );
    followers.forEach((follower) => follower.onModuleDestroy());
    await database.close();
    return decisions(both, Number(row?.now), 1000);
  };

  // SQLite has one server, see C-12.
  for (const dialect of dialects.filter((one) => one === 'postgres')) {
    it(`decide alike over ${dialect}, because both follow its time`, async () => {
      const found = await followed(dialect);
      expect(found.length).toBeGreaterThan(900);
      expect(found.filter(([a, b]) => a !== b)).toEqual([]);
    });
  }

  it('control: would not, each by its own clock', () => {
    const found = decisions(clocks(), Date.now(), 1000);
    expect(found.filter(([a, b]) => a !== b).length).toBeGreaterThan(400);
  });
});
