import { onEachDatabase } from '../../support/databases';
import { RoundRoomQueries } from '../../../src/rounds/round-room.queries';
import { eightSeats, roundsWorld, RoundsWorld, type SeatWish } from './rounds-world';

onEachDatabase('reading rounds', (dialect) => {
  let world: RoundsWorld;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  afterAll(() => world.close());

  async function statements(read: () => Promise<unknown>): Promise<number> {
    const before = world.reader.statements;
    await read();
    return world.reader.statements - before;
  }

  it('takes the same number of statements for 1 item and 4 seats as for 20 items and 60 seats', async () => {
    const few: SeatWish[] = eightSeats.filter((_, at) => at % 2 === 0);
    const many: SeatWish[] = Array.from({ length: 60 }, (_, at) => eightSeats[at % 8] as SeatWish);
    const small = await world.opened(1, few);
    const large = await world.opened(20, many);
    const rooms = world.get(RoundRoomQueries);
    await rooms.room(world.secretary, small.id);
    const counts = [
      await statements(() => rooms.room(world.secretary, small.id)),
      await statements(() => rooms.room(world.secretary, large.id)),
    ];
    expect(counts[0]).toBe(counts[1]);
    // Six of them are what the batch would use of its hosts' elements, three who presides over which item.
    expect(counts[1]).toBeLessThanOrEqual(26);
    const room = await rooms.room(world.secretary, large.id);
    expect([room?.items.length, room?.roll.length, room?.turnout.length]).toEqual([20, 60, 1200]);
  });

  it('lists 1, 3 and 50 rounds in the same number of statements, newest first, with what they hold', async () => {
    const { id: panelId } = await world.panel();
    const sizes: number[] = [];
    for (const more of [1, 2, 47]) {
      for (const leadId of await world.leads(more)) {
        await world.rounds.plan(world.secretary, await world.planOf(panelId, [leadId]));
      }
      sizes.push(await statements(() => world.queries.list({ state: null, q: '', page: 1, size: 50 })));
    }
    expect(new Set(sizes)).toEqual(new Set([3]));
    const { rows, total } = await world.queries.list({ state: 'open', q: 'y-2026', page: 1, size: 20 });
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({ number: 'Y-2026-02', items: 20, seats: 60, cast: 0, eligible: 1200 });
    expect((await world.queries.list({ state: null, q: '%', page: 1, size: 20 })).total).toBe(0);
    expect(await world.queries.states()).toMatchObject({ planned: 50, open: 2, closed: 0 });
  });
});
