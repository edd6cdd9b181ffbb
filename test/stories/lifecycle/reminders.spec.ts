import { sql } from '../../../src/database/sql';
import { Jobs } from '../../../src/jobs/jobs';
import { Verifier } from '../../../src/ledger/verifier';
import { Outbox } from '../../../src/mail/outbox';
import { RemindersService } from '../../../src/rounds/reminders.service';
import type { TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { Instances } from '../../support/instances';

const hoursBefore = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) - hours * 3_600_000).toISOString();

onEachDatabase('reminders on three servers where there can be three', (dialect) => {
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

  const sent = async (app = instances.at(0)): Promise<string[]> =>
    (
      await app.reader.rows<{ to: string }>(
        sql`select to_address as "to" from outbox_mail where kind = 'round.reminder' order by to_address`,
      )
    ).map(({ to }) => to);

  it('reach each seat once, whether the lease lets one server do it or all do it at once', async () => {
    // Sunday at nine: three days before is Thursday at nine.
    const { id, deadlineAt } = await instances.city.openRound(1);
    instances.setClocks(hoursBefore(deadlineAt, 72));
    for (let n = 0; n < 3; n += 1)
      await Promise.all(instances.apps.map((app) => app.get(Jobs).runNow('remindPanel')));
    expect(await sent()).toHaveLength(10);
    await Promise.all([0, 1, 2, 3, 4].map((n) => instances.at(n).get(RemindersService).remindDue([id])));
    expect(new Set(await sent()).size).toBe(10);
    expect(await sent()).toHaveLength(10);
    const { reader } = instances.at(0);
    expect((await instances.at(0).get(Verifier).verify(reader)).problems).toEqual([]);
  });

  it('that fell due while nothing ran go out after the restart, those that went out do not', async () => {
    const { deadlineAt } = await instances.city.openRound(1);
    const { city } = instances;
    instances.setClocks(hoursBefore(deadlineAt, 72));
    await instances.at(0).get(Jobs).runNow('remindPanel');
    await instances.close();
    city.app.clock.set(hoursBefore(deadlineAt, 71));
    const restarted = await Instances.another(city, dialect);
    later = restarted;
    await restarted.get(Jobs).runNow('remindPanel');
    expect(await sent(restarted)).toHaveLength(10);
  });

  it('control: servers that only look before they send write to everybody several times', async () => {
    const { id, deadlineAt } = await instances.city.openRound(1);
    instances.setClocks(hoursBefore(deadlineAt, 72));
    const look = (app: TestApp): Promise<{ to: string }[]> =>
      app.reader.rows(
        sql`select distinct round_seat.holder_name as "to" from turnout
            join round_seat on round_seat.id = turnout.round_seat_id
            where turnout.round_id = ${id} and turnout.state = 'waiting'`,
      );
    const seen = await Promise.all([0, 1, 2].map((n) => look(instances.at(n))));
    for (const [n, seats] of seen.entries()) {
      const app = instances.at(n);
      await app.work.run(async (tx) => {
        for (const { to } of seats)
          await app.get(Outbox).enqueue(tx, {
            kind: 'round.reminder',
            to: { address: 'naive@yijiang.example', name: to },
            ...{ subject: '-', text: '-', html: '-', roundId: id },
          });
      });
    }
    expect(await sent()).toHaveLength(30);
  });
});
