import { SetClock } from '../../../src/clock/clock';
import { Ids } from '../../../src/clock/ids';
import { SecureRandomness } from '../../../src/clock/randomness';
import { JobLeases, LEASE_MS } from '../../../src/jobs/job-leases';
import { Jobs } from '../../../src/jobs/jobs';
import { sql } from '../../../src/database/sql';
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../../support/databases';

onEachDatabase('a recurring job', (dialect) => {
  let database: TestDatabase;
  let clock: SetClock;

  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    clock = new SetClock('2026-03-05T02:00:00.000Z');
  });
  afterEach(() => database.close());

  const leases = (): JobLeases => new JobLeases(database.work, database.reader, clock);
  const instance = (): Jobs => new Jobs(new Ids(clock, new SecureRandomness()), clock, leases());

  it('is in the hands of one instance, however many want it at once', async () => {
    const instances = Array.from({ length: 5 }, leases);
    const taken = await Promise.all(instances.map((one, at) => one.take('tidy', `owner-${at}`, 0)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('goes to another instance once the lease of one that died is over', async () => {
    expect(await leases().take('tidy', 'first', 20)).toBe(true);
    clock.advance(LEASE_MS - 1);
    expect(await leases().take('tidy', 'second', 20)).toBe(false);
    clock.advance(1);
    expect(await leases().take('tidy', 'second', 20)).toBe(true);
  });

  it('is not held up by a lease from before the clock was set back', async () => {
    await leases().take('tidy', 'first', 20);
    clock.set('2026-03-05T01:00:00.000Z');
    expect(await leases().take('tidy', 'second', 20)).toBe(true);
  });

  it('runs once in its rhythm for all instances together, but again at once after a failure', async () => {
    expect(await leases().take('tidy', 'first', 20)).toBe(true);
    await leases().giveBack('tidy', 'first', true);
    clock.advance(10_000);
    expect(await leases().take('tidy', 'second', 20)).toBe(false);
    clock.advance(10_000);
    expect(await leases().take('tidy', 'second', 20)).toBe(true);
    await leases().giveBack('tidy', 'second', false);
    clock.advance(1);
    expect(await leases().take('tidy', 'first', 20)).toBe(true);
  });

  it('notes how it ended, and gives the lease back after a failure too', async () => {
    const jobs = instance();
    const runs: string[] = [];
    jobs.register({ name: 'tidy', everySeconds: 20, run: async (now) => runs.push(now) });
    jobs.register({ name: 'stumble', everySeconds: 20, run: () => Promise.reject(new Error('no disk')) });
    expect(await jobs.runNow('tidy')).toBe(true);
    await expect(jobs.runNow('stumble')).rejects.toThrow('no disk');
    expect(runs).toEqual([clock.now()]);
    const rows = await database.reader.rows(
      sql`select name, lease_owner as owner, finished_at as finished, failed_at as failed from job order by name`,
    );
    expect(rows).toEqual([
      { name: 'stumble', owner: null, finished: null, failed: clock.now() },
      { name: 'tidy', owner: null, finished: clock.now(), failed: null },
    ]);
  });

  it('is left to the instance that has it in hand', async () => {
    const [one, other] = [instance(), instance()];
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    let begun = (): void => undefined;
    const running = new Promise<void>((done) => (begun = done));
    one.register({
      name: 'tidy',
      everySeconds: 20,
      run: () => {
        begun();
        return held;
      },
    });
    other.register({ name: 'tidy', everySeconds: 20, run: () => Promise.reject(new Error('ran twice')) });
    const first = one.runNow('tidy');
    await running;
    expect(await other.runNow('tidy')).toBe(false);
    letGo();
    expect(await first).toBe(true);
  });
});
