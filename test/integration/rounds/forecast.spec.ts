import type { Visitor } from '../../support/visitor';
import { onEachDatabase } from '../../support/databases';
import type { RoundSeat } from '../../../src/rounds/round.entity';
import { PastResponsesQueries } from '../../../src/rounds/past-responses.queries';
import { roundsWorld, RoundsWorld, startOfTests } from './rounds-world';

const day = 86_400_000;
const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

onEachDatabase('the forecast in the round room', (dialect) => {
  let world: RoundsWorld;
  let office: Visitor;
  let panelId: string;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
    world.clock.set(startOfTests);
    panelId = (await world.panel()).id;
    office = await world.signedIn(world.secretary);
  });
  afterAll(() => world.close());

  /** A round of four days, opened now. */
  const opened = async (): Promise<{ id: string; deadlineAt: string; roll: RoundSeat[] }> => {
    const deadlineAt = after(world.clock.now(), 4 * day);
    const plan = await world.planOf(panelId, await world.leads(1), { deadlineAt });
    const { id } = await world.rounds.plan(world.secretary, plan);
    await world.rounds.open(world.secretary, id);
    return { id, deadlineAt, roll: await world.queries.roll(world.reader, id) };
  };
  /** Seven vote half-way, the last not at all. */
  const past = async (): Promise<string> => {
    const { id, deadlineAt, roll } = await opened();
    world.clock.set(after(world.clock.now(), 2 * day));
    await world.castAll(id, roll.slice(0, 7));
    world.clock.set(deadlineAt);
    await world.work.run((tx) => world.rounds.close(tx, world.secretary, id));
    return id;
  };
  const page = async (id: string): Promise<string> => {
    office = await world.signedIn(world.secretary);
    return (await office.get(`/rounds/${id}`)).body;
  };

  it('names whom to call from the first round on, and states a chance once three rounds compare', async () => {
    const first = await opened();
    const body = await page(first.id);
    expect(body).toContain('还缺票，尚有8席可投');
    expect(body).toContain('可比的记录只有0轮0例');
    expect(body).toContain('单位3（成员3support）');
    expect(body).toContain('必到职能');
    await world.rounds.cancel(world.secretary, first.id, { reason: '重排' });

    const ids = [await past(), await past(), await past()];
    const round = await opened();
    const read = await world.queries.round(world.reader, round.id);
    const known = read === null ? [] : await world.get(PastResponsesQueries).of(read, round.roll);
    expect(new Set(known.map(({ roundId }) => roundId))).toEqual(new Set(ids));
    expect(known.filter(({ doneAt }) => doneAt === 0.5)).toHaveLength(21);
    expect(known.filter(({ doneAt }) => doneAt === null).map(({ seatId }) => seatId)).toEqual(
      ids.map(() => round.roll[7]?.id),
    );
    const later = await page(round.id);
    expect(later).toMatch(/按时凑齐的可能(约\d+%至\d+%|在95%以上)/);
    expect(later).toContain('以往3轮：到同样时候还没投完的24例中，21例按时投完');

    await world.castAll(round.id, round.roll);
    expect(await page(round.id)).toContain('各项法定人数均已够');
    world.clock.set(round.deadlineAt);
    expect(await page(round.id)).not.toContain('法定人数预测');
  });
});
