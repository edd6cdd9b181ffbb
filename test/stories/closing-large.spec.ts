import { BallotVersion, CurrentBallot } from '../../src/ballots/ballot.entity';
import { Ids } from '../../src/clock/ids';
import { sql } from '../../src/database/sql';
import { VOTES } from '../../src/domain/ballot/ballot';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { startApp, type TestApp } from '../support/app';
import { onEachDatabase } from '../support/databases';
import { ballotOf, BallotCity, rollOfSeats, viewerOf } from '../web/ballots/ballot-city';

const items = 20;
const seats = 60;

onEachDatabase(`closing a round of ${items} items and ${seats} seats`, (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, items, undefined, undefined, rollOfSeats(seats));
    await cast();
  }, 120_000);
  afterAll(() => app.close());

  /** Every ballot of the round at once, as rows: what is measured here is the closing. */
  async function cast(): Promise<void> {
    const rows = city.items.flatMap((item, at) =>
      city.seats.map((seat, nth): BallotVersion => {
        const { scores } = ballotOf(seat.kind) as { scores: Record<string, string> };
        const marks = Object.entries(scores).map(
          ([code], n) => [code, 2 + ((at + nth * 7 + n) % 3)] as const,
        );
        const id = app.get(Ids).next();
        return {
          id,
          roundId: city.roundId,
          itemId: item.id,
          roundSeatId: seat.roundSeatId,
          version: 1,
          kind: 'cast',
          vote: VOTES[(at * 7 + nth * nth) % 5] ?? 'agree',
          scores: JSON.stringify(Object.fromEntries(marks)),
          na: '[]',
          reasons: '{}',
          computed: null,
          comment: '请补充能耗测算',
          note: '',
          castAt: app.clock.now(),
          castBy: seat.personId,
          device: 'test',
          idempotencyKey: id,
          receiptCode: id.slice(-19),
          enteredFor: null,
        };
      }),
    );
    const pointers = rows.map(({ id, itemId, roundSeatId, roundId }): CurrentBallot => ({
      itemId,
      roundSeatId,
      roundId,
      ballotVersionId: id,
    }));
    await app.work.run(async (tx) => {
      for (let from = 0; from < rows.length; from += 100) {
        await tx.insert(BallotVersion, rows.slice(from, from + 100));
        await tx.insert(CurrentBallot, pointers.slice(from, from + 100));
      }
      await tx.run(sql`update turnout set state = 'cast', at = ${app.clock.now()}`);
    });
  }

  it('takes less than a second of our processor, every item tallied and sealed', async () => {
    const secretary = await viewerOf(app, 'secretary-01');
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    await app.get(RoundClosuresService).close(secretary, city.roundId);
    const wall = Math.round(performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    const own = Math.round((user + system) / 1000);
    process.stdout.write(
      `[closing] ${dialect}: ${items} × ${seats} = ${items * seats} ballots closed in ${wall} ms (${own} ms of our processor)\n`,
    );
    const outcomes = await app.reader.rows<{ computed: string }>(sql`select computed from outcome`);
    const sealed = await app.reader.rows(sql`select seq from ledger_entry where kind = 'outcome.computed'`);
    expect([outcomes.length, sealed.length]).toEqual([items, items]);
    expect(own).toBeLessThan(1_000);
    expect(wall).toBeLessThan(5_000);
  }, 60_000);
});
