import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A copy of a SQLite database turned out damaged, or is none. */
export class DamagedDatabase extends Error {}

/**
 * Copies a SQLite database, also one that is in use, as it stands at one moment: committed work is in it, unfinished
 * work is not, and nobody has to wait. The copy is checked and flushed to disk.
 * @throws DamagedDatabase when the copy does not pass its checks
 */
export async function snapshot(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} is there already`);
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    source.prepare('vacuum into ?').run(to);
  } finally {
    source.close();
  }
  checkDatabase(to);
  await flush(to);
}

/** Runs SQLite's own checks over a file that nobody is using. @throws DamagedDatabase */
export function checkDatabase(path: string): void {
  const problems = databaseProblems(path);
  if (problems.length > 0) throw new DamagedDatabase(`${path}: ${problems.slice(0, 5).join('; ')}`);
}

function databaseProblems(path: string): string[] {
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const found = copy.pragma('integrity_check') as { integrity_check: string }[];
      const orphans = copy.pragma('foreign_key_check') as { table: string }[];
      return [
        ...found.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
        ...(orphans.length > 0 ? [`${orphans.length} rows refer to rows that do not exist`] : []),
      ];
    } finally {
      copy.close();
    }
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Brings a file and its name to the disk, so that they survive a loss of power. */
export async function flush(path: string): Promise<void> {
  for (const each of [path, dirname(path)]) {
    const file = await open(each, 'r');
    await file.sync().finally(() => file.close());
  }
}
