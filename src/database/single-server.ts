import Database from 'better-sqlite3';

/** Another server already has this file. */
export class FileInUse extends Error {
  constructor(path: string) {
    super(
      `Another server is already running on ${path}. Two servers on one SQLite file would lose votes: stop the other one, or use PostgreSQL (DATABASE_URL=postgres://…) for several.`,
    );
  }
}

/**
 * Holds the right to be the only server on a SQLite file. The lock is an exclusive transaction on a small file
 * beside it, so the operating system gives it back when the process dies in whatever way.
 * @returns a function that gives it back
 * @throws FileInUse
 */
export function claimSqliteFile(path: string): () => void {
  const lock = new Database(`${path}.server`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new FileInUse(path);
  }
  return () => lock.close();
}
