import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fullColumns, fullRow } from '../exchange/lead-export-sheet';
import { spreadsheetStream } from '../http/spreadsheet';
import { LeadExportQueries } from '../leads/lead-export.queries';
import { withApplication } from './application';
import { Command, exitCodes } from './command';

/** Writes every reported lead with all that its form holds; contacts masked unless they are asked for. */
export const exportLeadsCommand: Command = {
  name: 'export:leads',
  usage: 'export:leads FILE.xlsx',
  options: { contacts: { type: 'boolean' } },
  positionals: 1,
  async run(given, { words, say }) {
    const path = given.positionals[0] ?? '';
    let count = 0;
    await withApplication(async (app) => {
      const leads = app
        .get(LeadExportQueries, { strict: false })
        .everything(given.values['contacts'] === true);
      async function* rows() {
        for await (const lead of leads) {
          count += 1;
          yield fullRow(lead, words);
        }
      }
      const sheet = spreadsheetStream(words.t('exchange.export.all'), fullColumns(words), rows());
      // What is there already is not written over.
      await pipeline(sheet, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    });
    say(words.t('cli.export:leads.done', { n: count, path }));
    return exitCodes.done;
  },
};
