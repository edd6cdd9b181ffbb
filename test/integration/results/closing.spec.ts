import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('closing a round', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await city.app.reader.one<{ n: number | string }>(statement))?.n);

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
