import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { AssignmentsService } from '../../../src/rounds/assignments.service';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity, viewerOf, type CitySeat } from './ballot-city';

onEachDatabase('the ballots of a round that was shared out', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let judged: Map<string, Set<string>>;
  beforeAll(async () => {
    app = await startApp(dialect);
    const perKind = { park: 1, support: 1, institute: 1, enterprise: 1 };
    city = await BallotCity.open(app, 4, async (secretary, roundId) => {
      const assignments = app.get(AssignmentsService);
      await assignments.plan(secretary, roundId, { perKind, most: null });
      await assignments.apply(secretary, roundId, await handed(roundId));
    });
    const rows = await app.reader.rows<{ itemId: string; roundSeatId: string }>(
      sql`select item_id as "itemId", round_seat_id as "roundSeatId" from turnout where round_id = ${city.roundId}`,
    );
    judged = new Map(city.seats.map(({ roundSeatId }) => [roundSeatId, new Set<string>()]));
    for (const { itemId, roundSeatId } of rows) judged.get(roundSeatId)?.add(itemId);
  });
  afterAll(() => app.close());

  /** Departments have a duty each and judge everything; of the others the first takes items 1 and 2, the second the rest. */
  async function handed(roundId: string): Promise<{ seatId: string; itemId: string }[]> {
    const items = await app.reader.rows<{ id: string; position: number }>(
      sql`select id, position from round_item where round_id = ${roundId}`,
    );
    const seats = await app.reader.rows<{ id: string; kind: string; position: number }>(
      sql`select id, kind, position from seat`,
    );
    return seats.flatMap((seat) =>
      items
        .filter(({ position }) => seat.kind === 'support' || seat.position % 2 === (position <= 2 ? 1 : 0))
        .map(({ id }) => ({ seatId: seat.id, itemId: id })),
    );
  }

  const own = (seat: CitySeat) => city.items.filter(({ id }) => judged.get(seat.roundSeatId)?.has(id));

  it('show a seat its own items, and deny that there are others', async () => {
    const park = city.seat('park');
    const visitor = await city.enter(park);
    const list = (await visitor.get('/ballot')).body;
    const mine = own(park);
    expect(mine).toHaveLength(2);
    for (const item of city.items) expect(list.includes(item.id)).toBe(mine.includes(item));
    const other = city.items.find((item) => !mine.includes(item));
    if (!other) throw new Error('a seat with everything');
    const before = await app.rowCounts();
    for (const address of [`/ballot/items/${other.id}`, `/ballot/items/${other.id}/recusal`])
      expect((await visitor.get(address)).statusCode).toBe(404);
    for (const intent of ['draft', 'cast']) {
      const sent = await visitor.post(`/ballot/items/${other.id}`, ballotOf('park', { intent }));
      expect(sent.statusCode).toBe(404);
    }
    const recusal = await visitor.post(`/ballot/items/${other.id}/recusal`, { reason: '与投资方有往来关系' });
    expect(recusal.statusCode).toBe(404);
    expect(await app.rowCounts()).toEqual(before);
  });

  it('are counted on the roll of each item: quorum, kinds and shares go by the seats assigned', async () => {
    for (const seat of city.seats) {
      const visitor = await city.enter(seat);
      for (const item of own(seat)) {
        const ballot = ballotOf(seat.kind, { idempotencyKey: `${seat.roundSeatId}-${item.position}` });
        expect((await visitor.post(`/ballot/items/${item.id}`, ballot)).statusCode).toBe(303);
      }
    }
    const secretary = await viewerOf(app, 'secretary-01');
    await app.get(RoundClosuresService).close(secretary, city.roundId);
    const outcomes = await app.reader.rows<{ computed: string; record: string }>(
      sql`select computed, record from outcome where round_id = ${city.roundId}`,
    );
    expect(outcomes.map(({ computed }) => computed)).toEqual(Array(4).fill('admit'));
    for (const { record } of outcomes) {
      const { quorum } = JSON.parse(record) as { quorum: Record<string, number> };
      expect(quorum).toMatchObject({ roll: 7, eligible: 7, cast: 7 });
    }
    const found: string[] = [];
    for (const check of app.get(ConsistencyChecks).all) found.push(...(await check.run(app.reader)));
    expect(found).toEqual([]);
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
  });

  it('are found out when one is slipped onto an item that its seat does not judge', async () => {
    const park = city.seat('park');
    const other = city.items.find(({ id }) => !judged.get(park.roundSeatId)?.has(id));
    await app.work.run(async (tx) => {
      await tx.run(
        sql`update current_ballot set item_id = ${other?.id ?? ''} where round_seat_id = ${park.roundSeatId}
            and item_id = ${own(park)[0]?.id ?? ''}`,
      );
    });
    const found: string[] = [];
    for (const check of app.get(ConsistencyChecks).all) found.push(...(await check.run(app.reader)));
    expect(found.length).toBeGreaterThan(0);
  });
});
