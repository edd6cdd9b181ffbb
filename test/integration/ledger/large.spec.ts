import { sql, type Sql } from '../../../src/database/sql';
import { canonical } from '../../../src/domain/shared/canonical';
import { entryHash, GENESIS } from '../../../src/ledger/chain';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { SealedRecords } from '../../../src/ledger/sealed-records';
import { Verifier } from '../../../src/ledger/verifier';
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../../support/databases';

const entries = Number(process.env['VERIFY_ENTRIES'] ?? 50_000);
const piece = 1_000;
/** A million in sixty seconds, and a start for a busy machine. */
const bound = 5_000 + entries * 0.06;

onEachDatabase(`T-08 verify of ${entries} entries (VERIFY_ENTRIES)`, (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(dialect);
    await fill(database, entries);
  }, 600_000);
  afterAll(() => database.close());

  it('takes no longer than a minute for a million, and changes nothing', async () => {
    const verifier = new Verifier(new SealedRecords(), new ConsistencyChecks());
    const [started, cpu] = [Date.now(), process.cpuUsage()];
    const report = await database.work.run(async (tx) => {
      // Where nothing can be written, nothing is.
      await tx.run(dialect === 'sqlite' ? sql`pragma query_only = 1` : sql`set transaction read only`);
      const found = await verifier.verify(tx);
      if (dialect === 'sqlite') await tx.run(sql`pragma query_only = 0`);
      return found;
    });
    const took = Date.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    const own = Math.round((user + system) / 1000);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stdout.write(
      `[T-08] ${dialect}: ${entries} entries in ${took} ms (${own} ms of our processor), ${memory} MB resident\n`,
    );
    expect(report).toMatchObject({ entries, problemCount: 0, end: { seq: entries } });
    expect(own).toBeLessThan(bound);
  }, 600_000);

  it('control: of all these, the one that was changed is named', async () => {
    const seq = Math.floor(entries / 2);
    const undo = new Error('undo');
    let named: string[] = [];
    const trial = database.work.run(async (tx) => {
      await tx.run(
        dialect === 'sqlite'
          ? sql`drop trigger ledger_entry_refuses_update`
          : sql`alter table ledger_entry disable trigger user`,
      );
      await tx.run(sql`update ledger_entry set actor_label = '别人' where seq = ${seq}`);
      const { problems } = await new Verifier(new SealedRecords(), new ConsistencyChecks()).verify(tx);
      named = problems.map(({ what, seq: at }) => `${what} ${at}`);
      throw undo;
    });
    await expect(trial).rejects.toBe(undo);
    expect(named).toEqual([`wrongHash ${seq}`]);
  }, 600_000);
});

/** A chain like that of years of rounds: two of three entries seal a ballot, each names who, when and where. */
async function fill(database: TestDatabase, count: number): Promise<void> {
  let previousHash = GENESIS;
  const rowOf = (seq: number): Sql => {
    const id = `01h${String(seq).padStart(23, '0')}`;
    const sealed = seq % 3 !== 0;
    const place = { roundId: `01h${'r'.padStart(23, '0')}`, itemId: id, version: 1 };
    const link = {
      seq,
      at: new Date(Date.UTC(2026, 2, 17) + seq * 1000).toISOString(),
      kind: sealed ? 'ballot.cast' : 'ballotLink.opened',
      actorId: id,
      actorLabel: '某成员（市自然资源和规划局）',
      subjectType: sealed ? 'ballotVersion' : 'ballotSession',
      subjectId: id,
      facts: canonical(sealed ? { ...place, digest: GENESIS } : place),
      previousHash,
    };
    previousHash = entryHash(link);
    return sql`(${seq}, ${link.at}, ${link.kind}, ${id}, ${link.actorLabel}, ${link.subjectType}, ${id},
      ${link.facts}, ${link.previousHash}, ${previousHash})`;
  };
  for (let from = 1; from <= count; from += piece) {
    const rows = Array.from({ length: Math.min(piece, count - from + 1) }, (_, at) => rowOf(from + at));
    await database.work.run((tx) =>
      tx.run(
        sql`insert into ledger_entry (seq, at, kind, actor_id, actor_label, subject_type, subject_id, facts,
              previous_hash, hash) values ${sql.join(rows, ', ')}`,
      ),
    );
  }
}
