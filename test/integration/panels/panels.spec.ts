import { sql } from '../../../src/database/sql';
import { PanelsQueries } from '../../../src/panels/panels.queries';
import { PanelsService, type SeatPlan } from '../../../src/panels/panels.service';
import { onEachDatabase } from '../../support/databases';
import { roundsWorld, RoundsWorld } from '../rounds/rounds-world';

const actor = { personId: null, label: '测试' };

onEachDatabase('a panel', (dialect) => {
  let world: RoundsWorld;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  afterAll(() => world.close());

  const create = async (seats: readonly SeatPlan[], name = '专班'): Promise<string> => {
    const chair = await world.person('组长', ['leadingGroup']);
    return world.work.run((tx) =>
      world.get(PanelsService).create(tx, { name, chairId: chair.personId, seats }, actor),
    );
  };
  const seat = (holderId: string | null, more: Partial<SeatPlan> = {}): SeatPlan => ({
    kind: 'support',
    unitId: world.unitId,
    holderId,
    ...more,
  });

  it('keeps its seats in order, with holder, alternate and duty, and is sealed', async () => {
    const [a, b] = [await world.person('常怀瑾', ['panelist']), await world.person('陆明璋', ['panelist'])];
    const id = await create([seat(a.personId, { function: 'ecology', alternateId: b.personId }), seat(null)]);
    const panel = await world.get(PanelsQueries).panel(id);
    expect(panel?.seats).toMatchObject([
      { position: 1, function: 'ecology', mandatory: 1, holderName: '常怀瑾', alternateName: '陆明璋' },
      { position: 2, function: null, mandatory: 0, holderName: null },
    ]);
    expect(await world.problems()).toEqual([]);
  });

  it('counts a vacant seat, a retired one and one whose holder is disabled out of the next round', async () => {
    const people = [];
    for (let n = 0; n < 3; n += 1) people.push(await world.person('成员', ['panelist']));
    const [a, b, c] = people.map(({ personId }) => personId);
    const id = await create([seat(a ?? null), seat(b ?? null), seat(c ?? null), seat(null)], '空席');
    const now = world.clock.now();
    await world.work.run(async (tx) => {
      await tx.run(sql`update person set disabled_at = ${now} where id = ${b ?? ''}`);
      await tx.run(sql`update seat set retired_at = ${now} where holder_id = ${c ?? ''}`);
    });
    const active = await world.get(PanelsQueries).activeSeats(world.reader, id);
    expect(active.map(({ holderId }) => holderId)).toEqual([a]);
    await world.work.run((tx) => tx.run(sql`update seat set retired_at = null where holder_id = ${c ?? ''}`));
  });

  it('takes panelists only, each with one seat, and a name of its own', async () => {
    const scout = await world.person('招商人', ['scout']);
    const member = (await world.person('成员', ['panelist'])).personId;
    const said = (seats: readonly SeatPlan[], name?: string): Promise<unknown> =>
      create(seats, name).catch(
        (error: { refusal: { because: string }; status: number }) =>
          `${error.status} ${error.refusal.because}`,
      );
    expect(await said([seat(scout.personId)], '甲')).toBe('422 notAPanelist');
    expect(await said([seat(member), seat(member)], '乙')).toBe('422 holderTwice');
    expect(await said([seat(member, { alternateId: member })], '丙')).toBe('422 ownAlternate');
    expect(await said([], '丁')).toBe('422 panelWithoutSeats');
    await create([seat(member)], '戊');
    expect(await said([seat(member)], '戊')).toBe('422 panelNameTaken');
  });

  it('lists any number of panels in two statements', async () => {
    const before = world.reader.statements;
    const panels = await world.get(PanelsQueries).list();
    expect([panels.length > 2, world.reader.statements - before]).toEqual([true, 2]);
  });
});
