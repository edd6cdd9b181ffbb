import { sql } from '../../../src/database/sql';
import { theClock } from '../../../src/ledger/actor';
import { JobLeases } from '../../../src/jobs/job-leases';
import { Jobs } from '../../../src/jobs/jobs';
import { Ledger } from '../../../src/ledger/ledger';
import { Verifier } from '../../../src/ledger/verifier';
import { Round } from '../../../src/rounds/round.entity';
import { RoundDeadlines } from '../../../src/rounds/round-deadlines.job';
import { RoundsService } from '../../../src/rounds/rounds.service';
import type { TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { Instances } from '../../support/instances';

const after = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

onEachDatabase('C-10 the clock that locks rounds, on three servers where there can be three', (dialect) => {
  let instances: Instances;
  let later: TestApp | null;
  beforeEach(async () => {
    instances = await Instances.start(dialect, 3);
    later = null;
  });
  afterEach(async () => {
    await later?.close();
    await instances.close();
  });

  const locks = async (id: string, app = instances.at(0), kind = 'round.locked'): Promise<number> =>
    (await app.reader.rows(sql`select seq from ledger_entry where kind = ${kind} and subject_id = ${id}`))
      .length;
  const stateOf = async (id: string, app = instances.at(0)): Promise<string | undefined> =>
    (await app.reader.findOne(Round, sql`where id = ${id}`))?.state;

  it('locks a round once, at its deadline and not before, and tells the secretariat', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    const run = (): Promise<boolean[]> =>
      Promise.all(instances.apps.map((app) => app.get(Jobs).runNow('lockRounds')));
    instances.setClocks(after(deadlineAt, -0.001));
    await run();
    expect(await stateOf(id)).toBe('open');
    instances.setClocks(deadlineAt);
    for (let n = 0; n < 5; n += 1) await run();
    expect([await stateOf(id), await locks(id)]).toEqual(['locked', 1]);
    expect((await instances.city.mails('round.locked')).map(({ to }) => to).sort()).toEqual([
      'secretary-01@yijiang.example',
      'secretary-02@yijiang.example',
      'secretary-03@yijiang.example',
    ]);
    const dropped = await instances.city.app.reader.rows(
      sql`select id from outbox_mail where round_id = ${id} and kind = 'round.invitation' and state = 'dropped'`,
    );
    expect(dropped).toHaveLength(10);
    expect((await instances.city.app.get(Verifier).verify(instances.city.app.reader)).problems).toEqual([]);
  });

  it('locks it once even where several do at once, without the lease', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    instances.setClocks(deadlineAt);
    const locked = await Promise.all(
      Array.from({ length: 9 }, (_, n) => instances.at(n).get(RoundDeadlines).lockDue(deadlineAt)),
    );
    expect(locked.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await locks(id)).toBe(1);
  });

  it('control: servers that only look at the state before they lock write it down several times', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    instances.setClocks(deadlineAt);
    const naive = async (app: TestApp): Promise<void> => {
      if ((await stateOf(id, app)) !== 'open') return;
      const subject = { type: 'control', id };
      await app.work.run((tx) =>
        app.get(Ledger).append(tx, { kind: 'control.locked', actor: theClock, subject }),
      );
    };
    await Promise.all([0, 1, 2].map((n) => naive(instances.at(n))));
    expect(await locks(id, instances.at(0), 'control.locked')).toBe(3);
  });

  it('is taken over within a minute from a server that died with the job in hand', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    instances.setClocks(deadlineAt);
    expect(await instances.at(0).get(JobLeases).take('lockRounds', 'dead', 0)).toBe(true);
    const waited = [];
    for (let seconds = 0; seconds <= 60 && (await locks(id)) === 0; seconds += 15) {
      instances.setClocks(after(deadlineAt, seconds));
      waited.push(seconds);
      await Promise.all(instances.apps.map((app) => app.get(Jobs).runNow('lockRounds')));
    }
    expect([await stateOf(id), await locks(id)]).toEqual(['locked', 1]);
    expect(waited.at(-1)).toBeLessThanOrEqual(60);
    expect(waited.at(-1)).toBeGreaterThan(0);
  });

  it('locks late after a downtime over the deadline, and votes that come before it does are refused', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    const { city } = instances;
    await instances.close();
    city.app.clock.set(after(deadlineAt, 3 * 86_400));
    const restarted = await Instances.another(city, dialect);
    later = restarted;
    const vote = restarted.work.run((tx) => restarted.get(RoundsService).lockForVote(tx, id));
    await expect(vote).rejects.toMatchObject({ status: 410, refusal: { because: 'deadlinePassed' } });
    expect(await stateOf(id, restarted)).toBe('open');
    await restarted.get(Jobs).runNow('lockRounds');
    expect([await stateOf(id, restarted), await locks(id, restarted)]).toEqual(['locked', 1]);
    const still = restarted.work.run((tx) => restarted.get(RoundsService).lockForVote(tx, id));
    await expect(still).rejects.toMatchObject({ status: 410, refusal: { because: 'deadlinePassed' } });
  });
});
