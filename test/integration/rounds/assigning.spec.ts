import { assign } from '../../../src/domain/assignment/assign';
import type { AssignmentRules, Pair } from '../../../src/domain/assignment/assignment';
import { sql } from '../../../src/database/sql';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { PersonExpertise } from '../../../src/people/expertise.entity';
import { AssignmentsQueries } from '../../../src/rounds/assignments.queries';
import { AssignmentsService } from '../../../src/rounds/assignments.service';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { onEachDatabase } from '../../support/databases';
import { eightSeats, roundsWorld, RoundsWorld } from './rounds-world';

const one: AssignmentRules = { perKind: { park: 1, support: 1, institute: 1, enterprise: 1 }, most: null };

onEachDatabase('a round that is shared out', (dialect) => {
  let world: RoundsWorld;
  let assignments: AssignmentsService;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
    assignments = world.get(AssignmentsService);
  });
  afterAll(() => world.close());

  async function proposed(roundId: string): Promise<readonly Pair[]> {
    const queries = world.get(AssignmentsQueries);
    const [round, row] = await Promise.all([
      world.queries.round(world.reader, roundId),
      queries.plan(world.reader, roundId),
    ]);
    const rules = await world.get(RubricsQueries).currentRuleSet();
    if (!round || !row || !rules) throw new Error('no such round');
    return assign((await queries.material(world.reader, round, row, rules.content)).problem).pairs;
  }

  async function shared(items = 4, rules = one): Promise<{ id: string; pairs: readonly Pair[] }> {
    const { id } = await world.planned(items);
    await assignments.plan(world.secretary, id, rules);
    const pairs = await proposed(id);
    await assignments.apply(world.secretary, id, pairs);
    return { id, pairs };
  }

  const unsound = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const check of world.get(ConsistencyChecks).all) found.push(...(await check.run(world.reader)));
    return found;
  };

  it('opens with the seats that were assigned, and no others have a mark', async () => {
    const { id, pairs } = await shared(4);
    await world.rounds.open(world.secretary, id);
    const roll = await world.queries.roll(world.reader, id);
    const turnout = await world.queries.turnout(world.reader, id);
    const seatOf = new Map(roll.map((seat) => [seat.id, seat.seatId]));
    expect(turnout.map((row) => `${row.itemId} ${seatOf.get(row.roundSeatId)}`).sort()).toEqual(
      pairs.map(({ itemId, seatId }) => `${itemId} ${seatId}`).sort(),
    );
    // Ecology must vote on everything and is the one support seat of each item; the other has nothing to judge.
    expect(pairs).toHaveLength(16);
    expect(roll).toHaveLength(7);
    expect(await world.problems()).toEqual([]);
    expect(await unsound()).toEqual([]);
  });

  it('mails each seat the number of its own items', async () => {
    const { id } = await shared(4);
    await world.rounds.open(world.secretary, id);
    const mails = await world.mails(id);
    expect(mails).toHaveLength(7);
    expect(mails.filter(({ text }) => text.includes('2项'))).toHaveLength(6);
    expect(mails.filter(({ text }) => text.includes('4项'))).toHaveLength(1);
  });

  it('is finished when every assigned seat has cast, and awaits nobody else', async () => {
    const { id } = await shared(2);
    await world.rounds.open(world.secretary, id);
    const roll = await world.queries.roll(world.reader, id);
    const turnout = await world.queries.turnout(world.reader, id);
    await world.work.run(async (tx) => {
      for (const { roundSeatId, itemId } of turnout)
        await world.rounds.noteCast(tx, roundSeatId, itemId, world.clock.now());
    });
    const other = roll.find(
      (seat) => !turnout.some((row) => row.roundSeatId === seat.id && row.itemId === turnout[0]?.itemId),
    );
    const strange = world.work.run((tx) =>
      world.rounds.noteCast(tx, other?.id ?? '', turnout[0]?.itemId ?? '', world.clock.now()),
    );
    await expect(strange).rejects.toMatchObject({ refusal: { because: 'seatNotVoting' } });
    const closed = await world.work.run((tx) => world.rounds.close(tx, world.secretary, id));
    expect(closed.state).toBe('closed');
  });

  it('does not open before an assignment is applied, nor when the panel has lost an assigned seat since', async () => {
    const { id, holders } = await world.planned(2);
    await assignments.plan(world.secretary, id, one);
    const early = world.rounds.open(world.secretary, id);
    await expect(early).rejects.toMatchObject({ status: 409, refusal: { because: 'assignmentNotApplied' } });
    await assignments.apply(world.secretary, id, await proposed(id));
    const [park] = holders;
    const at = world.clock.now();
    await world.work.run((tx) =>
      tx.run(sql`update person set disabled_at = ${at} where id = ${park?.personId ?? ''}`),
    );
    const late = world.rounds.open(world.secretary, id);
    await expect(late).rejects.toMatchObject({ status: 409, refusal: { because: 'assignmentOutdated' } });
    await assignments.apply(world.secretary, id, await proposed(id));
    expect(await world.rounds.open(world.secretary, id)).toBeGreaterThan(0);
  });

  it('never gives a scout its own lead, also by hand', async () => {
    const wishes = eightSeats.map((wish, at) =>
      at === 0 ? { ...wish, holderRoles: ['panelist' as const, 'scout' as const] } : wish,
    );
    const { id: panelId, holders } = await world.panel(wishes);
    const own = await world.leads(1, { ...(holders[0] ? { scout: holders[0] } : {}) });
    const { id } = await world.rounds.plan(world.secretary, await world.planOf(panelId, own));
    await assignments.plan(world.secretary, id, one);
    const pairs = await proposed(id);
    const [seat] = await world.reader.rows<{ id: string }>(
      sql`select id from seat where holder_id = ${holders[0]?.personId ?? ''}`,
    );
    expect(pairs.filter(({ seatId }) => seatId === seat?.id)).toEqual([]);
    const forced = [...pairs, { seatId: seat?.id ?? '', itemId: pairs[0]?.itemId ?? '' }];
    await expect(assignments.apply(world.secretary, id, forced)).rejects.toMatchObject({
      status: 422,
      refusal: {
        because: 'assignmentForbidden',
        details: { item: 1, seat: expect.stringContaining('单位1') as string },
      },
    });
  });

  it('goes by what the holders of the seats know', async () => {
    const { id, holders } = await world.planned(3);
    const [, , , , , second] = holders;
    // The leads of this world are of a chain that the city's list does not have.
    const known = { personId: second?.personId ?? '', scheme: 'chain' as const, code: 'newMaterials' };
    await world.work.run((tx) => tx.insert(PersonExpertise, known));
    await assignments.plan(world.secretary, id, one);
    const pairs = await proposed(id);
    const [seat] = await world.reader.rows<{ id: string }>(
      sql`select id from seat where holder_id = ${second?.personId ?? ''}`,
    );
    expect(pairs.filter(({ seatId }) => seatId === seat?.id)).toHaveLength(3);
  });

  it('is judged by everybody again when it is planned so, and the assignment is gone', async () => {
    const { id } = await shared(2);
    await assignments.plan(world.secretary, id, null);
    expect(await world.queries.round(world.reader, id)).toMatchObject({ state: 'planned' });
    await world.rounds.open(world.secretary, id);
    expect(await world.queries.turnout(world.reader, id)).toHaveLength(16);
    expect(await world.problems()).toEqual([]);
    const changed = assignments.plan(world.secretary, id, one);
    await expect(changed).rejects.toMatchObject({ status: 409 });
  });

  it('is found out when a mark is slipped in or taken away afterwards, and so is a changed assignment', async () => {
    const { id } = await shared(2);
    await world.rounds.open(world.secretary, id);
    const [mark] = await world.queries.turnout(world.reader, id);
    await world.work.run((tx) =>
      tx.run(
        sql`delete from turnout where item_id = ${mark?.itemId ?? ''} and round_seat_id = ${mark?.roundSeatId ?? ''}`,
      ),
    );
    expect(await unsound()).toEqual([expect.stringContaining('is missing')]);
    await world.work.run((tx) =>
      tx.run(sql`delete from assigned_seat where assignment_id = ${id} and item_id = ${mark?.itemId ?? ''}`),
    );
    expect((await unsound()).some((said) => said.includes('is not assigned'))).toBe(true);
    expect(await world.problems()).toContain(`changed assignment ${id}`);
  });
});
