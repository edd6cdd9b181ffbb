import type { Visitor } from '../../support/visitor';
import { onEachDatabase } from '../../support/databases';
import { roundsWorld, type RoundsWorld } from '../../integration/rounds/rounds-world';
import { sql } from '../../../src/database/sql';

onEachDatabase('K-04 odd deadlines in the form of a round', (dialect) => {
  let world: RoundsWorld;
  let visitor: Visitor;
  let panelId: string;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
    panelId = (await world.panel()).id;
  }, 60_000);
  beforeEach(async () => {
    visitor = await world.signedIn(world.secretary);
  });
  afterAll(() => world.close());

  async function plan(deadlineAt: string) {
    const [leadIds, rubricVersionId] = [await world.leads(1), await world.rubric()];
    const answer = await visitor.post('/rounds', {
      title: '跨年批',
      rubricVersionId,
      panelId,
      deadlineAt,
      leadIds,
    });
    const id = /\/rounds\/([0-9a-z]{26})/.exec(String(answer.headers.location))?.[1] ?? '';
    const round = await world.reader.one<{ number: string; deadlineAt: string }>(
      sql`select number, deadline_at as "deadlineAt" from round where id = ${id}`,
    );
    return { status: answer.statusCode, body: answer.body, id, ...round };
  }

  it.each([
    ['24:00, the end of a day', '2026-03-26T24:00', '2026-03-26T16:00:00.000Z'],
    ['24:00 at the end of a year', '2026-12-31T24:00', '2026-12-31T16:00:00.000Z'],
    ['the 29th of February where there is one', '2028-02-29T18:00', '2028-02-29T10:00:00.000Z'],
  ])('takes %s', async (_what, typed, deadlineAt) => {
    expect(await plan(typed)).toMatchObject({ status: 303, deadlineAt });
  });

  it.each([
    ['the 29th of February where there is none', '2027-02-29T18:00'],
    ['an hour after 24:00', '2026-03-26T24:01'],
    ['a deadline in the past', '2026-03-16T18:00'],
    ['a summer of 1991, when Beijing had its own summer time', '1991-07-01T18:00'],
    ['this very moment', '2026-03-17T09:00'],
  ])('refuses %s with 422, and shows what was typed again', async (_what, typed) => {
    const { status, body } = await plan(typed);
    expect(status).toBe(422);
    expect(body).toContain(`value="${typed}"`);
  });

  it('numbers a round by the Beijing year, and does not open one whose deadline has passed since', async () => {
    world.clock.set('2026-12-31T16:30:00.000Z');
    visitor = await world.signedIn(world.secretary);
    const { id, number } = await plan('2027-01-08T18:00');
    expect(number).toMatch(/^Y-2027-/);
    world.clock.set('2027-01-08T10:00:00.000Z');
    visitor = await world.signedIn(world.secretary);
    expect((await visitor.post(`/rounds/${id}/opening`)).statusCode).toBe(409);
  });
});
