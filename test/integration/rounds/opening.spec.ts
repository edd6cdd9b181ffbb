import { sql } from '../../../src/database/sql';
import { Refused } from '../../../src/domain/shared/refusal';
import { onEachDatabase } from '../../support/databases';
import { eightSeats, roundsWorld, RoundsWorld } from './rounds-world';

onEachDatabase('opening a round', (dialect) => {
  let world: RoundsWorld;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  afterAll(() => world.close());

  it('freezes the roll, the revisions, rubric and rules, and seals all of it', async () => {
    const { id, leadIds, roll } = await world.opened(3);
    const round = await world.queries.round(world.reader, id);
    expect(round).toMatchObject({ state: 'open', openedAt: world.clock.now() });
    expect(round?.frozenDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(roll).toHaveLength(8);
    expect(roll.filter(({ mandatory }) => mandatory === 1).map(({ function: duty }) => duty)).toEqual([
      'ecology',
    ]);
    const items = await world.queries.items(world.reader, id);
    expect(items.every(({ leadRevisionId }) => leadRevisionId !== null)).toBe(true);
    const turnout = await world.queries.turnout(world.reader, id);
    expect(turnout).toHaveLength(24);
    expect(turnout.every(({ state, at }) => state === 'waiting' && at === null)).toBe(true);
    const states = await world.reader.rows<{ state: string; roundId: string }>(
      sql`select state, round_id as "roundId" from lead where id in ${sql.list(leadIds)}`,
    );
    expect(states).toEqual(leadIds.map(() => ({ state: 'inReview', roundId: id })));
    expect(await world.problems()).toEqual([]);
  });

  it('mails each seat once, with a link of its own and nothing of the leads, in its own language', async () => {
    const wishes = eightSeats.map((wish, at) => (at === 0 ? { ...wish, locale: 'en' as const } : wish));
    const { id, holders } = await world.opened(2, wishes);
    const mails = await world.mails(id);
    expect(mails.map(({ kind }) => kind)).toEqual(Array(8).fill('round.invitation'));
    expect(new Set(mails.map(({ to }) => to)).size).toBe(holders.length);
    const tokens = mails.map(({ text }) => /\/v\/([A-Za-z0-9_-]{43})/.exec(text)?.[1]);
    expect(new Set(tokens).size).toBe(8);
    for (const { subject, text, html } of mails)
      expect(subject + text + html).not.toMatch(/机密|5\.2|三月第一批/);
    expect(mails.filter(({ subject }) => subject.startsWith('Please vote'))).toHaveLength(1);
  });

  it('recuses whoever reported a lead from that item and from no other', async () => {
    const wishes = eightSeats.map((wish, at) =>
      at === 0 ? { ...wish, holderRoles: ['panelist' as const, 'scout' as const] } : wish,
    );
    const { id: panelId, holders } = await world.panel(wishes);
    const [scout] = holders;
    const own = await world.leads(1, { ...(scout ? { scout } : {}) });
    const others = await world.leads(2);
    const { id } = await world.rounds.plan(world.secretary, await world.planOf(panelId, [...others, ...own]));
    await world.rounds.open(world.secretary, id);
    const recused = (await world.queries.turnout(world.reader, id)).filter(
      ({ state }) => state === 'recused',
    );
    const items = await world.queries.items(world.reader, id);
    const roll = await world.queries.roll(world.reader, id);
    expect(recused.map(({ itemId, roundSeatId }) => [itemId, roundSeatId])).toEqual([
      [
        items.find(({ leadId }) => leadId === own[0])?.id,
        roll.find(({ holderId }) => holderId === scout?.personId)?.id,
      ],
    ]);
  });

  it('keeps the roll as it was when the panel changes afterwards', async () => {
    const { id, roll } = await world.opened(1);
    const [first] = roll;
    await world.work.run((tx) =>
      tx.run(sql`update seat set holder_id = null where id = ${first?.seatId ?? ''}`),
    );
    expect(await world.queries.roll(world.reader, id)).toEqual(roll);
    // The panel itself was changed behind the program's back here, which is found.
    expect((await world.problems()).filter((said) => !said.startsWith('changed panel'))).toEqual([]);
    await world.work.run((tx) =>
      tx.run(sql`update seat set holder_id = ${first?.holderId ?? ''} where id = ${first?.seatId ?? ''}`),
    );
  });

  it('is refused with the leads that have gone elsewhere, by number, and changes nothing', async () => {
    const { id, leadIds } = await world.planned(2);
    const [gone] = leadIds;
    await world.work.run((tx) => tx.run(sql`update lead set state = 'withdrawn' where id = ${gone ?? ''}`));
    const opening = world.rounds.open(world.secretary, id);
    const lead = await world.reader.one<{ number: string }>(
      sql`select number from lead where id = ${gone ?? ''}`,
    );
    await expect(opening).rejects.toMatchObject({
      status: 409,
      refusal: { because: 'leadsNotQueued', details: { count: 1, leads: lead?.number } },
    });
    expect(await world.queries.roll(world.reader, id)).toEqual([]);
    expect(await world.mails(id)).toEqual([]);
    await world.work.run((tx) => tx.run(sql`update lead set state = 'queued' where id = ${gone ?? ''}`));
  });

  it('is refused once the deadline is no longer ahead', async () => {
    const { id } = await world.planned(1);
    const now = world.clock.now();
    world.clock.set('2026-03-26T10:00:00.000Z');
    await expect(world.rounds.open(world.secretary, id)).rejects.toMatchObject({
      refusal: { because: 'deadlineNotAhead' },
    });
    world.clock.set(now);
  });

  it('has one winner when two secretaries press at the same time, 50 times; the other is told', async () => {
    const seats = eightSeats.filter((_, at) => at % 2 === 0);
    const { id: panelId } = await world.panel(seats);
    const leadIds = await world.leads(50);
    for (const leadId of leadIds) {
      const { id } = await world.rounds.plan(world.secretary, await world.planOf(panelId, [leadId]));
      const both = await Promise.allSettled([
        world.rounds.open(world.secretary, id),
        world.rounds.open(world.second, id),
      ]);
      const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refused] : []));
      expect(lost.map(({ refusal, status }) => `${status} ${refusal.because}`)).toEqual([
        '409 roundAlreadyOpen',
      ]);
    }
    const openings = await world.count(
      sql`select count(*) as n from ledger_entry join round_item on round_item.round_id = ledger_entry.subject_id
          where ledger_entry.kind = 'round.opened' and round_item.lead_id in ${sql.list(leadIds)}`,
    );
    const seatsMade = await world.count(
      sql`select count(*) as n from round_seat join round on round.id = round_seat.round_id where round.panel_id = ${panelId}`,
    );
    expect([openings, seatsMade]).toEqual([50, 200]);
    expect(await world.problems()).toEqual([]);
  });
});
