import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another server already has this file. */
export class FileInUse extends Error {
  constructor(path: string) {
    super(
      `Another server is already running on ${path}. Two servers on one SQLite file would lose votes: stop the other one, or use PostgreSQL (DATABASE_URL=postgres://…) for several.`,
    );
  }
}

/** No file can be made where the database is said to be. */
export class NoPlaceForFile extends Error {
  constructor(path: string, because: string) {
    super(
      `No database can be kept at ${path} (${because}). Choose another place (DATABASE_URL=sqlite:/…/yushen.db), or let the account that runs this program write there.`,
    );
  }
}

/**
 * Holds the right to be the only server on a SQLite file. The lock is an exclusive transaction on a small file
 * beside it, so the operating system gives it back when the process dies in whatever way.
 * The folder is made where it is missing.
 * @returns a function that gives it back
 * @throws FileInUse, NoPlaceForFile
 */
export function claimSqliteFile(path: string): () => void {
  const lock = openBeside(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new FileInUse(path);
  }
  return () => lock.close();
}

function openBeside(path: string): Database.Database {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new Database(`${path}.server`, { timeout: 0 });
  } catch (error) {
    throw new NoPlaceForFile(path, (error as Error).message);
  }
}
