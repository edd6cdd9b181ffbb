import { sql } from '../../../src/database/sql';
import { UnitOfWork } from '../../../src/database/unit-of-work';
import type { RuleSet } from '../../../src/domain/rubric/rule-set';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { Refused } from '../../../src/domain/shared/refusal';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { RuleSetsService } from '../../../src/rubrics/rule-sets.service';
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

  it('is held under the rules that its plan names, whatever is published before it opens', async () => {
    const r1 = await world.get(RubricsQueries).currentRuleSet();
    const publish = (rules: RuleSet): Promise<{ id: string }> =>
      world.app
        .get(UnitOfWork)
        .run((tx) => world.get(RuleSetsService).add(tx, rules, { personId: null, label: '秘书处' }));
    world.clock.advance(1000);
    const second = await publish({ ...R1, score: { ...R1.score, passMark: 75 } });
    const named = { ...(await world.planOf(panelId, await world.leads(1))), ruleSetVersionId: r1?.id ?? '' };
    const other = await world.planOf(panelId, await world.leads(1));
    const [first, later] = [
      await world.rounds.plan(world.secretary, named),
      await world.rounds.plan(world.secretary, other),
    ];
    world.clock.advance(1000);
    await publish({ ...R1, score: { ...R1.score, passMark: 80 } });
    await world.rounds.open(world.secretary, first.id);
    const rulesOf = async (id: string) => (await world.queries.round(world.reader, id))?.ruleSetVersionId;
    expect(await rulesOf(first.id)).toBe(r1?.id);
    expect(await rulesOf(later.id)).toBe(second.id);
    expect(await world.problems()).toEqual([]);
  });

  it('names no rules that are unknown or retired', async () => {
    const versions = await world.get(RubricsQueries).ruleSetVersions();
    const second = versions.find(({ version }) => version === 2)?.id ?? '';
    await world.get(RuleSetsService).retire({ personId: null, label: '秘书处' }, second);
    const plan = await world.planOf(panelId, await world.leads(1));
    for (const ruleSetVersionId of [second, 'no such version']) {
      const said = await world.rounds.planOrSay(world.secretary, { ...plan, ruleSetVersionId });
      expect('problems' in said && said.problems).toEqual([
        { field: 'ruleSetVersionId', refusal: { because: 'rulesNotOffered' } },
      ]);
    }
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
