import type { DataSource } from 'typeorm';
import { dialectOf } from './source';

/** A number of our own for PostgreSQL's advisory lock: two instances that start at once migrate one by one. */
const migrationLock = 7_305_101;

/** The database and the code do not fit together; what to do is in the message. */
export class UnfitDatabase extends Error {}

/** Names of migrations that the code has and the database lacks. */
export async function pendingMigrations(writer: DataSource): Promise<string[]> {
  const applied = new Set(await appliedMigrations(writer));
  return knownMigrations(writer).filter((name) => !applied.has(name));
}

/** Applies what is missing. @returns the names of what was applied */
export async function migrate(writer: DataSource): Promise<string[]> {
  await refuseNewerDatabase(writer);
  if (dialectOf(writer) === 'sqlite') {
    const applied = await writer.runMigrations({ transaction: 'each' });
    // It reads the whole database, a second for a hundred thousand leads: not at every start.
    const broken = applied.length === 0 ? [] : await writer.query<unknown[]>('PRAGMA foreign_key_check');
    if (broken.length > 0)
      throw new UnfitDatabase(`After migrating, ${broken.length} rows refer to rows that do not exist`);
    return applied.map(({ name }) => name);
  }
  const runner = writer.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    return (await writer.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
}

/** Refuses a database that is behind or ahead of this code. @throws UnfitDatabase */
export async function refuseUnfitDatabase(writer: DataSource): Promise<void> {
  await refuseNewerDatabase(writer);
  const pending = await pendingMigrations(writer);
  if (pending.length > 0) {
    throw new UnfitDatabase(
      `The database is behind this program by ${pending.length} migrations: run "npm run cli -- migrate" first`,
    );
  }
}

async function refuseNewerDatabase(writer: DataSource): Promise<void> {
  const known = new Set(knownMigrations(writer));
  const strange = (await appliedMigrations(writer)).filter((name) => !known.has(name));
  if (strange.length > 0) {
    throw new UnfitDatabase(
      `The database was made by a newer version of this program (${strange.join(', ')}): install that version, or restore the backup taken before`,
    );
  }
}

function knownMigrations(writer: DataSource): string[] {
  return writer.migrations.map((migration) => migration.name ?? migration.constructor.name);
}

async function appliedMigrations(writer: DataSource): Promise<string[]> {
  const exists =
    dialectOf(writer) === 'sqlite'
      ? "select name from sqlite_master where type = 'table' and name = 'migration'"
      : "select table_name from information_schema.tables where table_name = 'migration' and table_schema = current_schema()";
  if ((await writer.query<unknown[]>(exists)).length === 0) return [];
  const rows = await writer.query<{ name: string }[]>('select name from migration order by id');
  return rows.map(({ name }) => name);
}
