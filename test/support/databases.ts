import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { closeDataSources, DataSources, openDataSources } from '../../src/database/data-sources';
import { Reader } from '../../src/database/reader';
import type { Dialect } from '../../src/database/sql';
import { UnitOfWork } from '../../src/database/unit-of-work';

/** A fresh, migrated, empty database for one test file or one test. */
export interface TestDatabase {
  dialect: Dialect;
  url: string;
  sources: DataSources;
  work: UnitOfWork;
  reader: Reader;
  close(): Promise<void>;
}

let made = 0;

/** A copy of the migrated template. @returns its address for DATABASE_URL */
export async function freshDatabaseUrl(dialect: Dialect): Promise<string> {
  made += 1;
  const name = `t_${process.pid}_${process.env['JEST_WORKER_ID'] ?? '0'}_${made}_${Date.now()}`;
  if (dialect === 'sqlite') {
    const path = join(process.env['TEST_FOLDER'] ?? '', `${name}.db`);
    copyFileSync(process.env['TEST_SQLITE_TEMPLATE'] ?? '', path);
    return `sqlite:${path}`;
  }
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const client = new Client(`${server}/postgres`);
  await client.connect();
  try {
    await client.query(`create database ${name} template template`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
}

export async function openTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const url = await freshDatabaseUrl(dialect);
  const sources = await openDataSources(url);
  return {
    dialect,
    url,
    sources,
    work: new UnitOfWork(sources.writer),
    reader: new Reader(sources.reader),
    close: () => closeDataSources(sources),
  };
}

/** The databases that every integration, web and story test runs on. */
export const dialects: readonly Dialect[] =
  process.env['TEST_DATABASES'] === 'sqlite' ? ['sqlite'] : ['sqlite', 'postgres'];

/** `describe` once for each database. */
export function onEachDatabase(name: string, body: (dialect: Dialect) => void): void {
  describe.each([...dialects])(`${name} [%s]`, (dialect) => body(dialect));
}
