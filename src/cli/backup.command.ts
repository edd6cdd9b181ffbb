import { SystemClock } from '../clock/clock';
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { configFromEnvironment } from '../config/environment';
import { isSqlite, sqlitePath } from '../database/data-sources';
import { printedHash } from '../ledger/chain';
import { snapshot } from '../ops/sqlite-snapshot';
import { contentsOf, copyAttachments, isEmptyOrNew, parts, sha256Of, writeManifest } from './backup-folder';
import { Command, exitCodes, WrongUse } from './command';

/** Copies database and attachments to a folder while the server goes on; the copy is checked before it counts. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup DIR',
  options: {},
  positionals: 1,
  async run({ positionals: [typed = ''] }, { words, say, complain }) {
    const config = configFromEnvironment();
    if (!isSqlite(config.DATABASE_URL))
      throw new WrongUse(words.t('cli.backup.postgres', { folder: join(config.DATA_DIR, parts.files) }));
    const source = sqlitePath(config.DATABASE_URL);
    if (!existsSync(source)) throw new WrongUse(words.t('cli.unreadable', { path: source }));
    const folder = resolve(typed);
    if (!isEmptyOrNew(folder)) throw new WrongUse(words.t('cli.backup.notEmpty', { folder }));
    await mkdir(folder, { recursive: true });

    const database = join(folder, parts.database);
    await snapshot(source, database);
    // Attachments after the database: each one that the copy speaks of is on the disk by then.
    const { attachments, ledger } = contentsOf(database);
    const missing = await copyAttachments(
      join(config.DATA_DIR, parts.files),
      join(folder, parts.files),
      attachments,
    );
    const { size } = await stat(database);
    await writeManifest(folder, {
      format: 'yushen-backup-1',
      madeAt: new SystemClock().now(),
      database: { sha256: await sha256Of(database), bytes: size },
      attachments: attachments.length - missing.length,
      ledger,
    });
    for (const sha256 of missing) complain(words.t('cli.backup.missing', { sha256 }));
    say(words.t('cli.backup.done', { folder, bytes: size, files: attachments.length - missing.length }));
    say(words.t('cli.backup.head', { seq: ledger.seq, hash: printedHash(ledger.hash) }));
    return missing.length === 0 ? exitCodes.done : exitCodes.failed;
  },
};
