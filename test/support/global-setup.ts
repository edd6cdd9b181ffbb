import { ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWriter, writerOptions } from '../../src/database/data-sources';
import { migrate } from '../../src/database/migrate';

declare global {
  var testPostgres: ChildProcess | undefined;
}

/**
 * Starts a real PostgreSQL from npm packages and migrates one empty database of each kind. Test files copy
 * these templates, which takes milliseconds, instead of migrating again.
 */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(scratchPlace(), 'yushen-test-'));
  chmodSync(folder, 0o755);
  process.env['TEST_FOLDER'] = folder;
  process.env['TEST_SQLITE_TEMPLATE'] = join(folder, 'template.db');
  await migrated(`sqlite:${process.env['TEST_SQLITE_TEMPLATE']}`);
  if (process.env['TEST_DATABASES'] === 'sqlite') return;
  const port = await startPostgres(join(folder, 'postgres'));
  process.env['TEST_POSTGRES_URL'] = `postgres://yushen:yushen@127.0.0.1:${port}`;
  await migrated(`${process.env['TEST_POSTGRES_URL']}/template`);
}

/** In memory where there is room for it: tests flush thousands of small databases. */
function scratchPlace(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 2 * 1024 ** 3) return '/dev/shm';
  } catch {
    // Not Linux, or not ours to use.
  }
  return tmpdir();
}

/** @returns the port it listens on */
function startPostgres(folder: string): Promise<string> {
  const server = spawn(process.execPath, [join(__dirname, 'postgres-server.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.testPostgres = server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The PostgreSQL for the tests ended with ${code}`)));
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
}

async function migrated(url: string): Promise<void> {
  const writer = await openWriter(writerOptions(url));
  await migrate(writer);
  if (url.startsWith('sqlite:')) await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await writer.destroy();
}
