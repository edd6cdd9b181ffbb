import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Viewer } from '../domain/access/viewer';
import { isMoving } from '../domain/exchange/import-states';
import { LeadImportWorkService } from '../exchange/lead-import-work.service';
import { problemLine } from '../exchange/lead-import-row.views';
import { LeadImportsQueries, ROWS_ON_PAGE, type ImportPage } from '../exchange/lead-imports.queries';
import { LeadImportsService } from '../exchange/lead-imports.service';
import { PeopleQueries } from '../people/people.queries';
import { withApplication } from './application';
import { Command, exitCodes, Terminal, textOf, WrongUse } from './command';

/** Enters the rows of a sheet that have no problem as drafts of a scout, and tells the others cell by cell. */
export const importLeadsCommand: Command = {
  name: 'import:leads',
  usage: 'import:leads FILE.xlsx --scout ACCOUNT',
  options: { scout: { type: 'string' } },
  positionals: 1,
  async run(given, terminal) {
    const { words, say } = terminal;
    const account = textOf(given, 'scout', terminal);
    const path = given.positionals[0] ?? '';
    if (!existsSync(path)) throw new WrongUse(words.t('cli.import:leads.noFile', { path }));
    return withApplication(async (app) => {
      const person = await app.get(PeopleQueries, { strict: false }).byAccount(account);
      if (!person?.roles.includes('scout') || person.disabledAt !== null)
        throw new WrongUse(words.t('cli.import:leads.noScout', { account }));
      const { id: personId, name, unitId, unitName, roles } = person;
      const viewer: Viewer = { personId, account, name, unitId, unitName, roles, locale: 'zh-CN' };
      const service = app.get(LeadImportsService, { strict: false });
      const imports = app.get(LeadImportsQueries, { strict: false });
      const work = app.get(LeadImportWorkService, { strict: false });
      const read = (page = 1): Promise<ImportPage> => imports.page(viewer, id, 'problems', page);
      const settled = async (): Promise<void> => {
        work.wake();
        while (isMoving((await read()).found.state)) await wait(100);
      };
      const sent = await service.take(createReadStream(path), basename(path));
      const id = await service.open(viewer, '', sent).finally(() => sent.received.drop());
      await settled();
      const { counts } = await read();
      if (counts.clean > 0) {
        await service.apply(viewer, id, { which: 'clean' }, false);
        await settled();
      }
      const problems = counts.problems;
      for (let page = 1; (page - 1) * ROWS_ON_PAGE < problems; page += 1)
        for (const row of (await read(page)).rows) tell(row, terminal);
      say(words.t('cli.import:leads.done', { entered: counts.clean, left: problems, rows: counts.all }));
      return problems === 0 ? exitCodes.done : exitCodes.failed;
    });
  },
};

function tell({ position, problems }: ImportPage['rows'][number], { words, say }: Terminal): void {
  for (const found of problems) say(problemLine(found, position, words));
}
