import { sql } from '../../src/database/sql';
import type { Tx } from '../../src/database/transaction';
import { Verifier } from '../../src/ledger/verifier';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { onEachDatabase } from '../support/databases';
import { foundCity, TestCity } from '../support/city';

/** What someone with the database password might do, and what `verify` has to name. */
const tampering: [what: string, names: RegExp, change: (tx: Tx) => Promise<unknown>][] = [
  [
    'a vote turned',
    /ballotVersion/,
    (tx) =>
      tx.run(
        sql`update ballot_version set vote = 'against' where id = (select min(id) from ballot_version where vote = 'agree')`,
      ),
  ],
  [
    'a score raised',
    /ballotVersion/,
    (tx) =>
      tx.run(
        sql`update ballot_version set scores = replace(scores, '4', '5') where id = (select min(id) from ballot_version where scores like '%4%')`,
      ),
  ],
  [
    'a result changed',
    /outcome/,
    (tx) =>
      tx.run(
        sql`update outcome set computed = 'admit' where id = (select min(id) from outcome where computed <> 'admit')`,
      ),
  ],
  ['two items put in another order', /roundItem/, (tx) => swap(tx)],
  ['a ballot deleted', /ballotVersion/, (tx) => remove(tx)],
  [
    'a lead’s frozen text rewritten',
    /leadRevision/,
    (tx) =>
      tx.run(
        sql`update lead_revision set content = replace(content, '00', '99') where id = (select min(id) from lead_revision)`,
      ),
  ],
  [
    'a seat handed to somebody else',
    /roundSeat/,
    (tx) =>
      tx.run(sql`update round_seat set holder_name = '某人' where id = (select min(id) from round_seat)`),
  ],
  [
    'a deadline moved',
    /round/,
    (tx) => tx.run(sql`update round set deadline_at = '2026-12-31T10:00:00.000Z'`),
  ],
];

async function swap(tx: Tx): Promise<void> {
  await tx.run(sql`update round_item set position = position + 100`);
  await tx.run(
    sql`update round_item set position = case position when 101 then 2 when 102 then 1 else position - 100 end`,
  );
}

async function remove(tx: Tx): Promise<void> {
  const row = await tx.one<{ id: string }>(sql`select min(id) as id from ballot_version`);
  await tx.run(sql`delete from current_ballot where ballot_version_id = ${row?.id ?? ''}`);
  await tx.run(sql`delete from ballot_version where id = ${row?.id ?? ''}`);
}

onEachDatabase('T-01 a change behind the program’s back', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
    const round = await city.openRound(3);
    await city.allVote(round, ['strong', 'weak', 'good']);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
  });
  afterAll(() => city.close());

  const problems = async (source: Parameters<Verifier['verify']>[0]) =>
    (await city.app.get(Verifier).verify(source)).problems;

  it('is not there to begin with', async () => {
    expect(await problems(city.app.reader)).toEqual([]);
  });

  it.each(tampering)('is named: %s', async (_what, names, change) => {
    const undo = new Error('undo');
    let found: Awaited<ReturnType<typeof problems>> = [];
    const trial = city.app.work.run(async (tx) => {
      await change(tx);
      found = await problems(tx);
      throw undo;
    });
    await expect(trial).rejects.toBe(undo);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).toMatch(names);
  });
});
