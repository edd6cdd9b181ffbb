import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('the clock of the five ones', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  it.each([
    // Friday 20 March 2026: Monday to Friday of the next week.
    ['over a weekend', '2026-03-20T02:00:00.000Z', '2026-03-27T15:59:59.999Z', 0],
    // Wednesday 30 September: off from 1 to 7 October; Saturday 10 October is worked instead.
    ['over a holiday and its make-up day', '2026-09-30T02:00:00.000Z', '2026-10-13T15:59:59.999Z', 1],
  ])('counts five workdays %s', async (_, announcedAt, dueAt, from) => {
    city.app.clock.set(announcedAt);
    const round = await city.openRound(1, from);
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    await city.acts.announce('secretary-01', round.id);
    const row = await city.app.reader.one<{ due: string; stageDue: string; entered: string }>(
      sql`select five_ones_due_at as due, stage_due_on as "stageDue", entered_at as entered from project
          where lead_id = ${round.leadIds[0] ?? ''}`,
    );
    expect([row?.entered, row?.due]).toEqual([announcedAt, dueAt]);
  });
});
