import { sql } from '../../../src/database/sql';
import { Refused } from '../../../src/domain/shared/refusal';
import { theClock } from '../../../src/ledger/actor';
import { Ledger } from '../../../src/ledger/ledger';
import { Verifier } from '../../../src/ledger/verifier';
import { AnnouncementsService } from '../../../src/results/announcements.service';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { Round } from '../../../src/rounds/round.entity';
import type { TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { Instances } from '../../support/instances';

const races = 200;
const day = 86_400_000;

onEachDatabase('closing a round twice at once', (dialect) => {
  let instances: Instances;
  beforeAll(async () => {
    instances = await Instances.start(dialect, 2);
  });
  afterAll(() => instances.close());

  const now = (): number => Date.parse(instances.city.app.clock.now());

  /** A round of one lead without a quorum, so that the lead returns to the queue and the next race can use it. */
  async function due(leadIds: string[], race: number): Promise<string> {
    const { city } = instances;
    const deadlineAt = new Date(now() + day).toISOString();
    const plan = { title: `第${race + 1}次`, deadlineAt, panelId: city.city.panelId, leadIds };
    const id = await city.acts.openRound('secretary-01', plan);
    instances.setClocks(deadlineAt);
    return id;
  }

  const entries = async (kind: string, id: string): Promise<number> =>
    (
      await instances.city.app.reader.rows(
        sql`select seq from ledger_entry where kind = ${kind} and subject_id = ${id}`,
      )
    ).length;

  it(`C-01 ${races} × at the same instant, on two servers where there can be two: one result, one closing, and the other is told`, async () => {
    const { city } = instances;
    const [first, second] = [await city.acts.viewer('secretary-01'), await city.acts.viewer('secretary-02')];
    const leadIds = await city.queuedLeads(1);
    const told: string[] = [];
    for (let race = 0; race < races; race += 1) {
      const id = await due(leadIds, race);
      const pressed = await Promise.allSettled([
        instances.at(0).get(RoundClosuresService).close(first, id),
        instances.at(1).get(RoundClosuresService).close(second, id),
      ]);
      const lost = pressed.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(lost).toHaveLength(1);
      expect(lost[0]).toBeInstanceOf(Refused);
      told.push((lost[0] as Refused).refusal.because);
      const outcomes = await city.app.reader.rows(sql`select id from outcome where round_id = ${id}`);
      expect([await entries('round.closed', id), outcomes.length]).toEqual([1, 1]);
      await city.app.get(AnnouncementsService).announce(first, id);
    }
    expect(new Set(told)).toEqual(new Set(['alreadyClosed']));
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  }, 180_000);

  it('C-01 control: who only looks at the state before closing closes twice', async () => {
    const id = await due(await instances.city.queuedLeads(1, 1), 0);
    const apps = [instances.at(0), instances.at(1)];
    const seen = await Promise.all(apps.map(({ reader }) => reader.findOne(Round, sql`where id = ${id}`)));
    expect(seen.map((round) => round?.state)).toEqual(['open', 'open']);
    const close = (app: TestApp): Promise<unknown> =>
      app.work.run(async (tx) => {
        await tx.update(Round, { state: 'closed', closedAt: app.clock.now() }, sql`id = ${id}`);
        const subject = { type: 'control', id };
        await app.get(Ledger).append(tx, { kind: 'control.closed', actor: theClock, subject });
      });
    await Promise.all(apps.map(close));
    expect(await entries('control.closed', id)).toBe(2);
  });
});
