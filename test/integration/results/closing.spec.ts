import { sql } from '../../../src/database/sql';
import { Refused } from '../../../src/domain/shared/refusal';
import { Verifier } from '../../../src/ledger/verifier';
import { AnnouncementsService } from '../../../src/results/announcements.service';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const day = 86_400_000;
const races = 50;

onEachDatabase('closing a round', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await city.app.reader.one<{ n: number | string }>(statement))?.n);

  it(`has one winner when two secretaries press at once, ${races} times`, async () => {
    const closures = city.app.get(RoundClosuresService);
    const announcements = city.app.get(AnnouncementsService);
    const [first, second] = await Promise.all([
      city.acts.viewer('secretary-01'),
      city.acts.viewer('secretary-02'),
    ]);
    const leadIds = await city.queuedLeads(1);
    const seen = { won: 0, told: 0, other: [] as string[] };
    for (let race = 0; race < races; race += 1) {
      const deadlineAt = new Date(Date.parse(city.app.clock.now()) + day).toISOString();
      const round = { title: `第${race + 1}次`, deadlineAt, panelId: city.city.panelId, leadIds };
      const roundId = await city.acts.openRound('secretary-01', round);
      await city.acts.vote(roundId, race % 10, [{ leadId: leadIds[0] ?? '', fortune: 'good' }], city.chance);
      city.app.clock.advance(day);
      const pressed = await Promise.allSettled([
        closures.close(first, roundId),
        closures.close(second, roundId),
      ]);
      for (const one of pressed) {
        if (one.status === 'fulfilled') seen.won += 1;
        else if (one.reason instanceof Refused && one.reason.refusal.because === 'alreadyClosed')
          seen.told += 1;
        else seen.other.push(String(one.reason));
      }
      const entries = sql`select count(*) as n from ledger_entry where kind = 'round.closed' and subject_id = ${roundId}`;
      const outcomes = sql`select count(*) as n from outcome where round_id = ${roundId}`;
      expect([await count(entries), await count(outcomes)]).toEqual([1, 1]);
      // Without a quorum the lead returns to the queue, so that the next race can use it.
      await announcements.announce(first, roundId);
    }
    expect(seen).toEqual({ won: races, told: races, other: [] });
    expect(await count(sql`select count(*) as n from ledger_head where cause like 'round.closed%'`)).toBe(
      races,
    );
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('kills the links, takes back what was not sent and keeps no half of it when it is too early', async () => {
    const round = await city.openRound(1, 1);
    const before = await city.app.rowCounts();
    const closures = city.app.get(RoundClosuresService);
    const secretary = await city.acts.viewer('secretary-01');
    await expect(closures.close(secretary, round.id)).rejects.toMatchObject({
      refusal: { because: 'ballotsAwaited' },
    });
    expect(await city.app.rowCounts()).toEqual(before);
    await city.allVote(round, ['strong']);
    await closures.close(secretary, round.id);
    const live = sql`select count(*) as n from mailed_link where round_id = ${round.id} and revoked_at is null`;
    const waiting = sql`select count(*) as n from outbox_mail where round_id = ${round.id} and kind = 'round.invitation'
      and state = 'queued'`;
    expect([await count(live), await count(waiting)]).toEqual([0, 0]);
  });

  it('is checked: an outcome that its ballots do not explain is named', async () => {
    const verifier = city.app.get(Verifier);
    const [row] = await city.app.reader.rows<{ id: string; record: string }>(
      sql`select id, record from outcome where computed = 'admit'`,
    );
    await city.app.work.run((tx) =>
      tx.run(sql`update outcome set score = '99/1' where id = ${row?.id ?? ''}`),
    );
    const { problems } = await verifier.verify(city.app.reader);
    expect(problems.map(({ what }) => what).sort()).toEqual(['changed', 'check']);
    expect(problems.map(({ words }) => words).join('\n')).toContain(row?.id);
  });
});
