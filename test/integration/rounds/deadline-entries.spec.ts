import { sql } from '../../../src/database/sql';
import { MailBodies } from '../../../src/mail/mail-body';
import { OutboxMail } from '../../../src/mail/outbox-mail.entity';
import { PanelsQueries } from '../../../src/panels/panels.queries';
import { SeatsService } from '../../../src/panels/seats.service';
import { SeatHandoversService } from '../../../src/rounds/seat-handovers.service';
import { onEachDatabase } from '../../support/databases';
import { deadline, roundsWorld, RoundsWorld, startOfTests } from './rounds-world';

/** A calendar entry as a calendar reads it: long lines put together again, one value to a name. */
interface Entry {
  readonly kind: string;
  readonly to: string;
  readonly file: string;
  readonly lines: readonly string[];
  readonly of: (name: string) => string;
}

onEachDatabase('the calendar entry for the deadline of a round', (dialect) => {
  let world: RoundsWorld;
  beforeEach(async () => {
    world = await roundsWorld(dialect);
    world.clock.set(startOfTests);
  });
  afterEach(() => world.close());

  const entries = async (roundId: string, kind: string): Promise<Entry[]> => {
    const rows = await world.reader.find(
      OutboxMail,
      sql`where round_id = ${roundId} and kind = ${kind} and state <> 'dropped' order by id`,
    );
    const roll = await world.queries.roll(world.reader, roundId);
    const place = (row: OutboxMail): number => roll.findIndex(({ holderId }) => holderId === row.toPersonId);
    rows.sort((a, b) => place(a) - place(b));
    return rows.flatMap((row) => {
      const files = world.get(MailBodies).open(row.id, row.bodySealed)?.attachments ?? [];
      return files.map(({ name, type, content }) => {
        const lines = content.replaceAll('\r\n ', '').split('\r\n');
        const of = (wanted: string): string =>
          lines.find((line) => line.startsWith(`${wanted}:`) || line.startsWith(`${wanted};`)) ?? '';
        return { kind: type, to: row.toAddress, file: name, lines: content.split('\r\n'), of };
      });
    });
  };

  it('comes with each invitation: at the deadline, one to a seat, without a link or a word about the leads', async () => {
    const { id, roll, holders } = await world.opened(2);
    const found = await entries(id, 'round.invitation');
    expect(found.map(({ to }) => to)).toEqual(holders.map(({ account }) => `${account}@yijiang.example`));
    expect(new Set(found.map(({ of }) => of('UID'))).size).toBe(8);
    const [first] = found;
    expect(first?.kind).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(first?.file).toBe('Y-2026-01.ics');
    const said = ['METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'TRANSP'];
    expect(said.map((name) => first?.of(name))).toEqual([
      'METHOD:PUBLISH',
      `UID:deadline-${roll[0]?.id}@127.0.0.1`,
      'SEQUENCE:0',
      'DTSTAMP:20260317T010000Z',
      'DTSTART:20260326T100000Z',
      '',
      'SUMMARY:预审表决截止：Y-2026-01',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
    ]);
    expect(first?.of('ORGANIZER')).toContain('mailto:yushen@localhost.localdomain');
    const text = first?.lines.join('\n') ?? '';
    expect(text).not.toMatch(/http|\/v\/|[\w-]{43}/);
    const leads = await world.reader.rows<{ title: string }>(sql`select title from lead`);
    for (const { title } of leads) expect(text).not.toContain(title);
    for (const line of first?.lines ?? []) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('moves with an extension, under the same name and with a higher number', async () => {
    const { id, roll } = await world.opened(1);
    await world.castAll(id, roll.slice(0, 2));
    world.clock.set('2026-03-26T09:00:00.000Z');
    const deadlineAt = '2026-03-30T10:00:00.000Z';
    await world.rounds.extend(world.secretary, id, { deadlineAt, reason: '院所出差' });
    const moved = await entries(id, 'round.extended');
    expect(moved.map(({ of }) => of('UID'))).toEqual(
      roll.slice(2).map((seat) => `UID:deadline-${seat.id}@127.0.0.1`),
    );
    expect([moved[0]?.of('SEQUENCE'), moved[0]?.of('DTSTART')]).toEqual([
      'SEQUENCE:1',
      'DTSTART:20260330T100000Z',
    ]);
    // Whoever gets a new link afterwards gets the entry as it is now, not as it was.
    await world.rounds.reissueLink(world.secretary, id, roll[5]?.id ?? '');
    const again = (await entries(id, 'round.invitation'))[5];
    expect([again?.of('SEQUENCE'), again?.of('DTSTART')]).toEqual(['SEQUENCE:1', 'DTSTART:20260330T100000Z']);
  });

  it('is taken out of the calendar when the round is called off', async () => {
    const { id, roll } = await world.opened(1);
    await world.rounds.cancel(world.secretary, id, { reason: '重排' });
    const gone = await entries(id, 'round.cancelled');
    expect(gone).toHaveLength(8);
    const said = ['METHOD', 'UID', 'SEQUENCE', 'DTSTART', 'STATUS', 'BEGIN'];
    expect(said.map((name) => gone[0]?.of(name))).toEqual([
      'METHOD:CANCEL',
      `UID:deadline-${roll[0]?.id}@127.0.0.1`,
      'SEQUENCE:1',
      'DTSTART:20260326T100000Z',
      'STATUS:CANCELLED',
      'BEGIN:VCALENDAR',
    ]);
    expect(gone[0]?.lines).not.toContain('BEGIN:VALARM');
    expect(gone[0]?.kind).toContain('method=CANCEL');
  });

  it('goes with the seat when it is handed over, and comes back with it', async () => {
    const alternate = await world.person('替补', ['panelist']);
    const { id: panelId } = await world.panel();
    const [seat] = (await world.get(PanelsQueries).panel(panelId))?.seats ?? [];
    const given = { holderId: seat?.holderId ?? '', alternateId: alternate.personId };
    await world.get(SeatsService).change({ personId: null, label: '测试' }, panelId, seat?.id ?? '', given);
    const { id } = await world.rounds.plan(
      world.secretary,
      await world.planOf(panelId, await world.leads(1)),
    );
    await world.rounds.open(world.secretary, id);
    const [first] = await world.queries.roll(world.reader, id);
    const handOver = (): Promise<unknown> =>
      world
        .get(SeatHandoversService)
        .handOver(world.secretary, id, first?.id ?? '', { to: null, reason: '出差' });
    const said = async (kind: string): Promise<string[][]> =>
      (await entries(id, kind)).map(({ of }) => [of('METHOD'), of('UID'), of('SEQUENCE')]);
    await handOver();
    const uid = `UID:deadline-${first?.id}@127.0.0.1`;
    expect(await said('round.handedOver')).toEqual([['METHOD:CANCEL', uid, 'SEQUENCE:1']]);
    expect(await said('round.takenOver')).toEqual([['METHOD:PUBLISH', uid, 'SEQUENCE:1']]);
    await handOver();
    expect(await said('round.takenOver')).toContainEqual(['METHOD:PUBLISH', uid, 'SEQUENCE:2']);
  });

  it('is not sent again with a reminder', async () => {
    const { id } = await world.opened(1);
    world.clock.set(new Date(Date.parse(deadline) - 7_200_000).toISOString());
    await world.reminders.remind(world.secretary, id);
    expect(await entries(id, 'round.reminder')).toEqual([]);
  });
});
