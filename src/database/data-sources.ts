import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataSource, DataSourceOptions } from 'typeorm';
import { allEntities, allMigrations } from './registry';

/** The oldest SQLite without the WAL corruption bug of earlier releases. */
const oldestSqlite = '3.51.3';

/** A database that may be written (for UnitOfWork and migrations), and the same one read-only (for pages). */
export interface DataSources {
  writer: DataSource;
  reader: DataSource;
}

/**
 * Connections of each pool on PostgreSQL. A few do the work of many, since one process sends it and entries of the ledger
 * take turns; each has to load its catalogue and plan the statements anew, so they are kept for the next rush.
 */
const pool = { max: 6, idleTimeoutMillis: 30 * 60_000, keepAlive: true };

export function isSqlite(url: string): boolean {
  return url.startsWith('sqlite:');
}

/** The absolute path of the file in `sqlite:path`. */
export function sqlitePath(url: string): string {
  return resolve(url.slice('sqlite:'.length));
}

/** The writing connection's options; `synchronize` is never on. */
export function writerOptions(url: string): DataSourceOptions {
  const shared = {
    entities: allEntities(),
    migrations: allMigrations(),
    synchronize: false,
    migrationsTableName: 'migration',
  };
  if (!isSqlite(url)) return { ...shared, type: 'postgres', url, extra: { ...pool, pipeline: true } };
  return {
    ...shared,
    type: 'better-sqlite3',
    database: sqlitePath(url),
    statementCacheSize: 500,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      // FULL, because better-sqlite3's default in WAL mode is NORMAL, which may lose a committed vote at power loss.
      for (const pragma of [
        'journal_mode = WAL',
        'synchronous = FULL',
        'foreign_keys = ON',
        'busy_timeout = 5000',
      ]) {
        database.pragma(pragma);
      }
    },
  };
}

export function readerOptions(url: string): DataSourceOptions {
  const shared = { entities: allEntities(), synchronize: false };
  if (!isSqlite(url)) {
    return {
      ...shared,
      type: 'postgres',
      url,
      extra: { ...pool, options: '-c default_transaction_read_only=on' },
    };
  }
  return {
    ...shared,
    type: 'better-sqlite3',
    database: sqlitePath(url),
    readonly: true,
    fileMustExist: true,
    statementCacheSize: 500,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      database.pragma('busy_timeout = 5000');
      database.pragma('query_only = ON');
      database.pragma('mmap_size = 67108864');
      database.pragma('cache_size = -16000');
    },
  };
}

/** Opens the writing connection; the file of a SQLite database and its folder are made where missing. */
export async function openWriter(options: DataSourceOptions): Promise<DataSource> {
  if (options.type === 'better-sqlite3') mkdirSync(dirname(String(options.database)), { recursive: true });
  const writer = await new DataSource(options).initialize();
  if (options.type === 'better-sqlite3') await refuseOldSqlite(writer);
  return writer;
}

/** Opens the read-only connection; on SQLite the file has to exist by now. */
export function openReader(options: DataSourceOptions): Promise<DataSource> {
  return new DataSource(options).initialize();
}

/** Opens both connections. */
export async function openDataSources(url: string): Promise<DataSources> {
  const writer = await openWriter(writerOptions(url));
  const reader = await openReader(readerOptions(url));
  return { writer, reader };
}

export async function closeDataSources({ writer, reader }: DataSources): Promise<void> {
  await reader.destroy();
  await writer.destroy();
}

async function refuseOldSqlite(writer: DataSource): Promise<void> {
  const [row] = await writer.query<{ version: string }[]>('select sqlite_version() as version');
  const version = row?.version ?? '0';
  if (version.localeCompare(oldestSqlite, 'en', { numeric: true }) < 0) {
    throw new Error(
      `SQLite ${version} is too old: ${oldestSqlite} or newer is needed (an earlier one can damage the file)`,
    );
  }
}
