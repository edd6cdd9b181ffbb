import { sql } from '../../../src/database/sql';
import { Jobs } from '../../../src/jobs/jobs';
import { MailWorker } from '../../../src/mail/mail.worker';
import { Outbox } from '../../../src/mail/outbox';
import { OutboxMail } from '../../../src/mail/outbox-mail.entity';
import { PanelsQueries } from '../../../src/panels/panels.queries';
import { SeatsService } from '../../../src/panels/seats.service';
import { ReminderSent } from '../../../src/rounds/reminder.entity';
import { roundChecks } from '../../../src/rounds/round-checks';
import { onEachDatabase } from '../../support/databases';
import { deadline, roundsWorld, RoundsWorld, startOfTests, type MailSent } from './rounds-world';

const told = (because: string, status = 409): object => ({ status, refusal: { because } });
/** Thursday 2026-03-26, 18:00 is the deadline: these are its reminders. */
const threeDays = '2026-03-23T10:00:00.000Z';
const oneDay = '2026-03-25T10:00:00.000Z';
const twoHours = '2026-03-26T08:00:00.000Z';

onEachDatabase('reminders that the rules ask for', (dialect) => {
  let world: RoundsWorld;
  beforeEach(async () => {
    world = await roundsWorld(dialect);
    world.clock.set(startOfTests);
  });
  afterEach(() => world.close());

  const run = (at: string): Promise<boolean> => {
    world.clock.set(at);
    return world.get(Jobs).runNow('remindPanel');
  };
  const reminders = async (roundId: string): Promise<MailSent[]> =>
    (await world.mails(roundId)).filter(
      ({ kind, state }) => kind === 'round.reminder' && state !== 'dropped',
    );

  it('go to the undecided and to nobody else, once at each of the hours', async () => {
    const { id, roll, holders } = await world.opened(2);
    await world.castAll(id, roll.slice(0, 5));
    await run('2026-03-23T09:59:59.000Z');
    expect(await reminders(id)).toEqual([]);
    for (let n = 0; n < 3; n += 1) await run(threeDays);
    const undecided = holders.slice(5).map(({ account }) => `${account}@yijiang.example`);
    expect((await reminders(id)).map(({ to }) => to).sort()).toEqual(undecided.sort());
    await run(oneDay);
    await run(twoHours);
    await run(twoHours);
    expect(await reminders(id)).toHaveLength(9);
    const acts = (await world.queries.acts(world.reader, id)).filter(({ move }) => move === 'remind');
    expect(acts.map(({ byId, byLabel, details }) => [byId, byLabel, details])).toEqual([
      [null, '系统（到时自动）', '{"hours":72,"seats":3}'],
      [null, '系统（到时自动）', '{"hours":24,"seats":3}'],
      [null, '系统（到时自动）', '{"hours":2,"seats":3}'],
    ]);
    expect(await world.problems()).toEqual([]);
  });

  it('never after casting, and not any more once the deadline has passed', async () => {
    const { id, roll } = await world.opened(1);
    await world.castAll(id, roll.slice(0, 7));
    await run(oneDay);
    expect(await reminders(id)).toHaveLength(1);
    await world.castAll(id, roll.slice(7));
    await run(twoHours);
    expect(await reminders(id)).toHaveLength(0);
    const other = await world.opened(1).catch(() => null);
    expect(other).not.toBeNull();
    await run(deadline);
    expect(await reminders(other?.id ?? '')).toHaveLength(0);
  });

  it('take back what has not left yet from whoever finishes meanwhile, and from everybody at the end', async () => {
    const { id, roll } = await world.opened(2);
    await run(oneDay);
    expect(await reminders(id)).toHaveLength(8);
    await world.castAll(id, roll.slice(0, 2));
    expect(await reminders(id)).toHaveLength(6);
    await world.get(MailWorker).deliverDue();
    await world.castAll(id, roll.slice(2, 3));
    expect(await reminders(id)).toHaveLength(6);
    await run(twoHours);
    await world.rounds.cancel(world.secretary, id, { reason: '重排' });
    const states = (await world.mails(id))
      .filter(({ kind }) => kind === 'round.reminder')
      .map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(6);
    expect(states.filter((state) => state === 'dropped')).toHaveLength(7);
  });

  it('come in one mail to whoever votes for several seats, with a link for each', async () => {
    const first = await world.opened(2);
    const panel = await world.panel();
    const [both] = first.holders;
    const seat = (await world.get(PanelsQueries).panel(panel.id))?.seats[0];
    const given = { holderId: both?.personId ?? '', alternateId: null };
    await world.get(SeatsService).change({ personId: null, label: '测试' }, panel.id, seat?.id ?? '', given);
    const leadIds = await world.leads(1);
    const second = await world.rounds.plan(world.secretary, await world.planOf(panel.id, leadIds));
    await world.rounds.open(world.secretary, second.id);
    await run(oneDay);
    const rows = await world.reader.find(ReminderSent);
    expect(rows).toHaveLength(16);
    expect(new Set(rows.map(({ mailId }) => mailId)).size).toBe(15);
    const mine = (await reminders(first.id)).find(({ to }) => to === `${both?.account}@yijiang.example`);
    expect(mine?.subject).toBe(`还有3项待表决：预审轮次Y-2026-01、Y-2026-02`);
    expect(mine?.text.match(/\/v\/[\w-]{43}/g)).toHaveLength(2);
    expect(mine?.html.match(/<a /g)).toHaveLength(6);

    // The end of one of its rounds takes the mail back; what the other still asks for is said again.
    await world.rounds.cancel(world.secretary, second.id, { reason: '重排' });
    expect(await reminders(first.id)).toHaveLength(7);
    await run(oneDay);
    const again = (await reminders(first.id)).filter(({ to }) => to === mine?.to);
    expect(again.map(({ subject }) => subject)).toEqual(['还有2项待表决：预审轮次Y-2026-01']);
    expect(await world.problems()).toEqual([]);
  });

  it('come again for the new deadline after an extension, which itself counts as one', async () => {
    const { id } = await world.opened(1);
    await run(twoHours);
    expect(await reminders(id)).toHaveLength(8);
    // Monday the 30th at noon: three days before is Friday at noon, one day before falls on Sunday.
    const deadlineAt = '2026-03-30T04:00:00.000Z';
    await world.rounds.extend(world.secretary, id, { deadlineAt, reason: '院所出差' });
    await world.get(MailWorker).deliverDue();
    await run('2026-03-26T09:30:00.000Z');
    expect(await reminders(id)).toHaveLength(8);
    await run('2026-03-27T04:00:00.000Z');
    expect(await reminders(id)).toHaveLength(16);
    // On Saturday nobody is written to; on Monday morning the day before is made up for.
    await run('2026-03-29T04:00:00.000Z');
    expect(await reminders(id)).toHaveLength(16);
    await run('2026-03-30T00:30:00.000Z');
    expect(await reminders(id)).toHaveLength(24);
  });

  it('do not wait for each other: of a reminder and a cast at once, whoever has finished gets none', async () => {
    for (let race = 0; race < 12; race += 1) {
      world.clock.set(startOfTests);
      const { id, roll } = await world.opened(1);
      world.clock.set(oneDay);
      await Promise.all([world.reminders.remindDue([id]), world.castAll(id, roll)]);
      expect(await reminders(id)).toHaveLength(0);
      await expect(world.reminders.remind(world.secretary, id)).rejects.toMatchObject(told('nobodyToRemind'));
      await world.rounds.cancel(world.secretary, id, { reason: '重排' });
    }
  });

  it('control: who looks first and writes later reminds somebody who has cast', async () => {
    const { id, roll } = await world.opened(1);
    const waiting = sql`select distinct round_seat_id as id from turnout where round_id = ${id} and state = 'waiting'`;
    const seen = await world.reader.rows(waiting);
    await world.castAll(id, roll);
    await world.work.run(async (tx) => {
      for (const { holderId, holderName } of roll.slice(0, seen.length))
        await world.get(Outbox).enqueue(tx, {
          kind: 'round.reminder',
          to: { address: 'late@yijiang.example', name: holderName, personId: holderId },
          ...{ subject: '-', text: '-', html: '-', roundId: id },
        });
    });
    expect(await reminders(id)).toHaveLength(8);
  });

  it('are found out when they went to a seat of another round, or without an act', async () => {
    const { id } = await world.opened(1);
    const other = await world.opened(1);
    await run(oneDay);
    const mail = await world.reader.findOne(OutboxMail, sql`where kind = 'round.reminder'`);
    const [seat] = other.roll;
    await world.work.run((tx) =>
      tx.insert(ReminderSent, {
        id: 'x'.repeat(26),
        roundId: id,
        roundSeatId: seat?.id ?? '',
        personId: seat?.holderId ?? '',
        deadlineAt: deadline,
        hoursBefore: 5,
        mailId: mail?.id ?? '',
        queuedAt: oneDay,
      }),
    );
    const check = roundChecks.find(({ name }) => name.startsWith('each reminder'));
    expect(await check?.run(world.reader)).toEqual([
      `reminder ${'x'.repeat(26)}: a seat of another round`,
      'Y-2026-01: 9 reminders noted, 8 in its acts',
    ]);
  });
});
