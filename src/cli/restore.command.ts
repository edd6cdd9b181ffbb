import { SystemClock } from '../clock/clock';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { configFromEnvironment } from '../config/environment';
import { isSqlite, sqlitePath } from '../database/data-sources';
import { UnfitDatabase } from '../database/migrate';
import { allMigrations } from '../database/registry';
import { claimSqliteFile } from '../database/single-server';
import { appliedMigrations } from '../ops/backup-before-migrating';
import { checkDatabase, DamagedDatabase, flush } from '../ops/sqlite-snapshot';
import type { Words } from '../words/words';
import { contentsOf, copyAttachments, parts, readManifest, sha256Of } from './backup-folder';
import { Command, exitCodes, WrongUse } from './command';

/** Puts a backup in the place of the database. What was there is kept beside it, never deleted. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore DIR',
  options: {},
  positionals: 1,
  async run({ positionals: [typed = ''] }, { words, say, complain }) {
    const config = configFromEnvironment();
    const folder = resolve(typed);
    if (!isSqlite(config.DATABASE_URL)) throw new WrongUse(words.t('cli.restore.postgres'));
    await refuseUnlessWhole(folder, words);
    refuseNewer(join(folder, parts.database), words);
    const target = sqlitePath(config.DATABASE_URL);
    await mkdir(dirname(target), { recursive: true });
    const giveBack = claimSqliteFile(target);
    try {
      const arriving = `${target}.arriving`;
      await copyFile(join(folder, parts.database), arriving);
      const { attachments, ledger } = contentsOf(arriving);
      const missing = await copyAttachments(
        join(folder, parts.files),
        join(config.DATA_DIR, parts.files),
        attachments,
      );
      const aside = await moveAside(target);
      await rename(arriving, target);
      await flush(target);
      if (aside) say(words.t('cli.restore.aside', { path: aside }));
      for (const sha256 of missing) complain(words.t('cli.backup.missing', { sha256 }));
      say(words.t('cli.restore.done', { path: target, seq: ledger.seq }));
      say(words.t('cli.restore.next'));
      return missing.length === 0 ? exitCodes.done : exitCodes.failed;
    } finally {
      giveBack();
    }
  },
};

async function refuseUnlessWhole(folder: string, words: Words): Promise<void> {
  const manifest = await readManifest(folder);
  const database = join(folder, parts.database);
  if (!manifest || !existsSync(database)) throw new WrongUse(words.t('cli.restore.noBackup', { folder }));
  if ((await sha256Of(database)) !== manifest.database.sha256)
    throw new DamagedDatabase(words.t('cli.restore.changed', { path: database }));
  checkDatabase(database);
}

/** A backup of a newer program is refused before anything is moved; an older one is migrated at the next start. */
function refuseNewer(path: string, words: Words): void {
  const known = new Set(allMigrations().map(({ name }) => name));
  const strange = appliedMigrations(path).filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new UnfitDatabase(words.t('cli.restore.newer', { names: strange.join(', ') }));
}

/** The database with its journal, so that it could be opened under the new name. @returns null where there was none */
async function moveAside(target: string): Promise<string | null> {
  if (!existsSync(target)) return null;
  const aside = `${target}.before-restore-${new SystemClock().now().replace(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(`${target}${suffix}`)) await rename(`${target}${suffix}`, `${aside}${suffix}`);
  }
  return aside;
}
