import { CalendarDay } from '../../../src/calendar/calendar-day.entity';
import { Calendars } from '../../../src/calendar/calendars';
import { SetClock } from '../../../src/clock/clock';
import { sql } from '../../../src/database/sql';
import { onEachDatabase, openTestDatabase, TestDatabase } from '../../support/databases';

onEachDatabase('the working calendar', (dialect) => {
  let database: TestDatabase;
  let clock: SetClock;
  let calendars: Calendars;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    clock = new SetClock('2026-03-17T01:00:00.000Z');
    calendars = new Calendars(database.reader, clock);
  });
  afterEach(() => database.close());

  const seed = () => database.work.run((tx) => calendars.seed(tx));

  it('knows the announced years after it was filled, and fills only once', async () => {
    expect((await calendars.current()).knownYears).toEqual([]);
    expect(await calendars.lacksAnnouncedDays()).toBe(true);
    expect(await seed()).toBeGreaterThan(300);
    expect(await seed()).toBe(0);
    expect(await calendars.lacksAnnouncedDays()).toBe(false);
    const calendar = await calendars.current();
    expect(calendar.knows(2026)).toBe(true);
    expect(calendar.isWorkday('2026-02-17')).toBe(false);
    expect(calendar.isWorkday('2026-02-28')).toBe(true);
    expect(calendar.isWorkday('2026-03-17')).toBe(true);
    expect(await database.reader.findOne(CalendarDay, sql`where day = '2026-10-01'`)).toMatchObject({
      kind: 'holiday',
      name: '国庆节',
    });
  });

  it('leaves a year alone that was corrected by hand', async () => {
    await seed();
    await database.work.run((tx) => tx.run(sql`delete from calendar_day where day = '2026-05-05'`));
    expect(await seed()).toBe(0);
    calendars.invalidate();
    expect((await calendars.current()).isWorkday('2026-05-05')).toBe(true);
  });

  it('is read again once it was said to have changed, or after a minute', async () => {
    await seed();
    await calendars.current();
    await database.work.run((tx) =>
      tx.run(sql`insert into calendar_day (day, kind, name) values ('2026-03-18', 'holiday', '停电')`),
    );
    expect((await calendars.current()).isWorkday('2026-03-18')).toBe(true);
    clock.advance(60_000);
    expect((await calendars.current()).isWorkday('2026-03-18')).toBe(false);
    await database.work.run(async (tx) => {
      await tx.run(sql`delete from calendar_day where day = '2026-03-18'`);
      expect((await calendars.current(tx)).isWorkday('2026-03-18')).toBe(true);
    });
    calendars.invalidate();
    expect((await calendars.current()).isWorkday('2026-03-18')).toBe(true);
  });

  it('says which of this year and the next it does not know', async () => {
    expect(await calendars.missingYears()).toEqual([2026, 2027]);
    await seed();
    expect(await calendars.missingYears()).toEqual([2027]);
    clock.set('2026-12-31T17:00:00.000Z');
    expect(await calendars.missingYears()).toEqual([2027, 2028]);
  });
});
