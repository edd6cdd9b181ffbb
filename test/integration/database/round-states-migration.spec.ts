import type { QueryRunner } from 'typeorm';
import { closeDataSources, openDataSources } from '../../../src/database/data-sources';
import { LockReopenAndVoidRounds1700000000450 } from '../../../src/database/migrations/1700000000450-lock-reopen-and-void-rounds';
import { allMigrations } from '../../../src/database/registry';
import type { Dialect } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { foundCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { Instances } from '../../support/instances';

onEachDatabase('the migration to rounds that are locked, reopened and voided', (dialect) => {
  it('keeps every earlier round with its references, and every seal goes on holding', async () => {
    const city = await foundCity(dialect);
    const counted = await city.openRound(1);
    await city.allVote(counted, ['strong']);
    await city.acts.close('secretary-01', counted.id);
    await city.openRound(1, 1);
    await city.close();
    const sources = await openDataSources(city.app.config.DATABASE_URL);
    const all = allMigrations();
    // With all that came after it: a later one builds on what it made.
    const later = all.slice(all.findIndex(({ name }) => name === LockReopenAndVoidRounds1700000000450.name));
    const migrations = later.map((Migration) => new Migration());
    const runner = sources.writer.createQueryRunner();
    await runner.beforeMigration();
    const standing = await tablesOf(runner, dialect);
    const added = await readAdded(runner);
    for (const migration of [...migrations].reverse()) await migration.down(runner);
    const kept = await tablesOf(runner, dialect);
    const lost = standing.filter((table) => !kept.includes(table));
    const before = (await runner.query('select * from round order by id')) as object[];
    for (const migration of migrations) await migration.up(runner);
    const after = (await runner.query('select * from round order by id')) as object[];
    await runner.afterMigration();
    expect(before).toHaveLength(2);
    const empty = { locked_at: null, voided_at: null, dispute_version: null, grades_version: null };
    expect(after).toEqual(before.map((row) => ({ ...row, ...empty })));
    if (dialect === 'sqlite') expect(await runner.query('pragma foreign_key_check')).toEqual([]);
    await expect(runner.query("update round set state = 'locked'")).rejects.toThrow();
    await expect(runner.query("update round set state = 'lost'")).rejects.toThrow();
    await putBack(runner, added, dialect);
    await runner.release();
    await closeDataSources(sources);
    const app = await Instances.another(city, dialect);
    const { problems } = await app.get(Verifier).verify(app.reader);
    // The way back drops the tables of later migrations, and what one of them set apart from revisions; every other
    // seal holds once the columns that others added hold their values again.
    const isLost = (subject = ''): boolean => {
      const [type = ''] = subject.split(' ');
      return (
        type === 'leadRevision' || lost.includes(type.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`))
      );
    };
    expect(problems.filter(({ subject }) => !isLost(subject ?? ''))).toEqual([]);
    expect(kept).toContain('ballot_version');
    await app.close();
  });
});

/** What later migrations added to rounds and panels: sealed as well, and gone with the way back. */
const addedColumns = { round: ['dispute_version', 'grades_version'], panel: ['deputy_id'] } as const;

type Added = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

async function readAdded(runner: QueryRunner): Promise<Added> {
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, columns] of Object.entries(addedColumns))
    found[table] = (await runner.query(`select id, ${columns.join(', ')} from ${table}`)) as never;
  return found;
}

async function putBack(runner: QueryRunner, added: Added, dialect: Dialect): Promise<void> {
  const mark = (n: number): string => (dialect === 'sqlite' ? '?' : `$${n}`);
  for (const [table, rows] of Object.entries(added))
    for (const { id, ...values } of rows) {
      const set = Object.keys(values).map((column, at) => `${column} = ${mark(at + 1)}`);
      const text = `update ${table} set ${set.join(', ')} where id = ${mark(set.length + 1)}`;
      await runner.query(text, [...Object.values(values), id]);
    }
}

async function tablesOf(runner: QueryRunner, dialect: Dialect): Promise<string[]> {
  const rows = (await runner.query(
    dialect === 'sqlite'
      ? "select name from sqlite_master where type = 'table'"
      : "select table_name as name from information_schema.tables where table_schema = 'public'",
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}
