import { sql } from '../../../src/database/sql';
import { Refused } from '../../../src/domain/shared/refusal';
import { onEachDatabase } from '../../support/databases';
import { deadline, eightSeats, roundsWorld, RoundsWorld } from './rounds-world';

const because = (error: unknown): string =>
  error instanceof Refused ? `${error.status} ${error.refusal.because}` : String(error);

onEachDatabase('planning a round', (dialect) => {
  let world: RoundsWorld;
  let panelId: string;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
    panelId = (await world.panel()).id;
  });
  afterAll(() => world.close());

  it('gives it the next number of the Beijing year and keeps the leads in their order', async () => {
    const leadIds = await world.leads(3);
    const first = await world.rounds.plan(world.secretary, await world.planOf(panelId, leadIds));
    const second = await world.rounds.plan(
      world.secretary,
      await world.planOf(panelId, await world.leads(1)),
    );
    expect([first.number, second.number]).toEqual(['Y-2026-01', 'Y-2026-02']);
    const items = await world.queries.items(world.reader, first.id);
    expect(items.map(({ position, leadId, leadRevisionId }) => [position, leadId, leadRevisionId])).toEqual(
      leadIds.map((id, at) => [at + 1, id, null]),
    );
    const round = await world.queries.round(world.reader, first.id);
    expect(round).toMatchObject({
      state: 'planned',
      deadlineAt: deadline,
      openedAt: null,
      frozenDigest: null,
    });
    expect(await world.problems()).toEqual([]);
  });

  it('hands every number out once when twenty are planned at the same time', async () => {
    const leadIds = await world.leads(20);
    const plans = await Promise.all(leadIds.map((id) => world.planOf(panelId, [id])));
    const made = await Promise.all(plans.map((plan) => world.rounds.plan(world.secretary, plan)));
    expect(new Set(made.map(({ number }) => number)).size).toBe(20);
  });

  it('says everything wrong with a plan at once, by field', async () => {
    const said = await world.rounds.planOrSay(world.secretary, {
      title: '一',
      rubricVersionId: 'no such version',
      panelId: 'no such panel',
      deadlineAt: null,
      leadIds: [],
    });
    expect('problems' in said && said.problems.map(({ field, refusal }) => [field, refusal.because])).toEqual(
      [
        ['title', 'roundTitleLength'],
        ['rubricVersionId', 'rubricNotPublished'],
        ['panelId', 'panelUnknown'],
        ['deadlineAt', 'deadlineUnreadable'],
        ['leadIds', 'tooFewLeads'],
      ],
    );
  });

  it('refuses leads of another track by name, because a round has one rubric', async () => {
    const own = await world.leads(1);
    const [stray] = await world.leads(1, { track: 'tech' });
    const said = await world.rounds.planOrSay(
      world.secretary,
      await world.planOf(panelId, [...own, stray ?? '']),
    );
    const card = await world.reader.one<{ number: string; title: string }>(
      sql`select number, title from lead where id = ${stray ?? ''}`,
    );
    expect(said).toEqual({
      problems: [
        {
          field: 'leadIds',
          refusal: {
            because: 'leadsOfOtherTrack',
            details: { count: 1, leads: `${card?.number}《${card?.title}》`, track: 'manufacturing' },
          },
        },
      ],
    });
  });

  it.each([
    ['more than twenty leads', async () => ({ leadIds: await world.leads(21) }), '422 tooManyLeads'],
    ['a lead that is not there', async () => ({ leadIds: ['nothing'] }), '422 leadsUnknown'],
    [
      'a lead that is not queued',
      async () => ({ leadIds: await world.leads(1, { state: 'submitted' }) }),
      '422 leadsNotQueued',
    ],
    ['a deadline that has passed', async () => ({ deadlineAt: world.clock.now() }), '422 deadlineNotAhead'],
    [
      'a panel without one of the four kinds',
      async () => ({ panelId: (await world.panel(eightSeats.filter(({ kind }) => kind !== 'park'))).id }),
      '422 kindsWithoutSeat',
    ],
  ])('refuses %s', async (_, changes, expected) => {
    const plan = await world.planOf(panelId, await world.leads(1), await changes());
    await expect(world.rounds.plan(world.secretary, plan).catch(because)).resolves.toBe(expected);
  });

  it('refuses a lead that another planned round has, and names that round', async () => {
    const leadIds = await world.leads(1);
    const { number } = await world.rounds.plan(world.secretary, await world.planOf(panelId, leadIds));
    const again = world.rounds.plan(world.secretary, await world.planOf(panelId, leadIds));
    await expect(again).rejects.toMatchObject({
      refusal: { because: 'leadsInOtherRound', details: { round: number } },
    });
  });
});
