import Database from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '../clock/clock';
import type { Config } from '../config/config';
import { isSqlite, sqlitePath } from '../database/data-sources';
import { allMigrations } from '../database/registry';
import { snapshot } from './sqlite-snapshot';

/**
 * Copies an existing SQLite database aside when migrations wait for it, before anything opens it for writing.
 * PostgreSQL is backed up by those who run it. @returns the copy's path, or null when there was nothing to do
 */
export async function backupBeforeMigrating(
  config: Config,
  now = new SystemClock().now(),
): Promise<string | null> {
  if (!isSqlite(config.DATABASE_URL)) return null;
  const path = sqlitePath(config.DATABASE_URL);
  if (!existsSync(path)) return null;
  const applied = appliedMigrations(path);
  const known = allMigrations().map(({ name }) => name);
  if (applied.length === 0 || known.every((name) => applied.includes(name))) return null;
  const folder = join(config.DATA_DIR, 'backups');
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `before-migrating-${now.replace(/[:.]/g, '-')}.db`);
  await snapshot(path, copy);
  return copy;
}

/** Names of the migrations that a SQLite file has seen; none for a file that is not ours. */
export function appliedMigrations(path: string): string[] {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    const table = database
      .prepare("select name from sqlite_master where type = 'table' and name = 'migration'")
      .get();
    if (!table) return [];
    return (database.prepare('select name from migration').all() as { name: string }[]).map(
      ({ name }) => name,
    );
  } finally {
    database.close();
  }
}
