import { configFromEnvironment } from '../config/environment';
import { openWriter, writerOptions } from '../database/data-sources';
import { migrate } from '../database/migrate';
import { backupBeforeMigrating } from '../ops/backup-before-migrating';
import { Command, exitCodes } from './command';

/** Brings the database up to this program, after a copy where it is SQLite. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  options: {},
  positionals: 0,
  async run(_given, { words, say }) {
    const config = configFromEnvironment();
    const copy = await backupBeforeMigrating(config);
    if (copy) say(words.t('cli.migrate.copied', { path: copy }));
    const writer = await openWriter(writerOptions(config.DATABASE_URL));
    try {
      const applied = await migrate(writer);
      for (const name of applied) say(words.t('cli.migrate.applied', { name }));
      say(words.t('cli.migrate.done', { n: applied.length }));
      return exitCodes.done;
    } finally {
      await writer.destroy();
    }
  },
};
