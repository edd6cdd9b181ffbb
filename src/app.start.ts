import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadConfiguration, Config } from './config/config';
import { UnfitDatabase } from './database/migrate';
import { FileInUse, NoPlaceForFile } from './database/single-server';
import { UnitOfWork } from './database/unit-of-work';
import { whyUnreachable } from './database/unreachable';
import { DemoCity } from './demo/demo-city';
import { Jobs } from './jobs/jobs';
import { LinkFetches } from './links/link-fetches';
import { MailWorker } from './mail/mail.worker';
import { backupBeforeMigrating } from './ops/backup-before-migrating';
import { FirstStart } from './people/first-start';
import { PeopleQueries } from './people/people.queries';
import { RubricsService } from './rubrics/rubrics.service';

/** The seed of the demo city that `npm run demo` opens on. */
const demoSeed = 20_260_101;

/** An update keeps a copy of an existing SQLite database before it migrates it. */
export async function keepCopyBeforeMigrating(config: Config): Promise<void> {
  const copy = await backupBeforeMigrating(config);
  if (copy) say(`The database as it was before this update is kept in ${copy}`);
}

/** What has to stand before the first page: rubrics and rules everywhere, and in demo mode a city. */
export async function prepareStart(app: NestFastifyApplication): Promise<void> {
  const city = app.get(DemoCity);
  if (app.get(Config).MODE === 'demo' && (await city.isEmpty())) {
    say('Making the demo city …');
    await city.seed('cage', demoSeed, (what) => say(`  ${what}`));
  }
  const program = { personId: null, label: 'Yushen' };
  await app.get(UnitOfWork).run((tx) => app.get(RubricsService).publishPresets(tx, program));
}

/** Mails begin to leave, jobs begin to run, and the console says where the program answers and who gets in how. The last line is for scripts. */
export async function beginService(app: NestFastifyApplication): Promise<void> {
  app.get(MailWorker).start();
  app.get(LinkFetches).start();
  app.get(Jobs).start();
  const config = app.get(Config);
  const code = await app.get(FirstStart).codeToPrint();
  if (code)
    say(`Nobody is registered yet. Open ${config.BASE_URL}/setup and enter this one-time code: ${code}`);
  if (config.MODE === 'demo') await introduceDemoPeople(app, config);
  say(`ready ${config.BASE_URL}`);
}

async function introduceDemoPeople(app: NestFastifyApplication, { BASE_URL }: Config): Promise<void> {
  say(`Demo people (enter as one of them at ${BASE_URL}/demo):`);
  for (const { account, name, unitName, roles } of await app.get(PeopleQueries).everyone()) {
    say(`  ${account.padEnd(13)} ${name}  ${unitName}  ${roles.join(', ')}`);
  }
  say(`Mailbox with every mail: ${BASE_URL}/dev/mail`);
}

/** A start that cannot be is explained in words; a stack is for surprises only. */
export function explainFailedStart(error: unknown): void {
  const expected = [BadConfiguration, FileInUse, NoPlaceForFile, UnfitDatabase].some(
    (Known) => error instanceof Known,
  );
  const busy = (error as { code?: string }).code === 'EADDRINUSE';
  const text = busy
    ? 'The address is in use: another program listens on this PORT. Choose another one, for example PORT=3001.'
    : (whyUnreachable(error) ??
      (expected ? (error as Error).message : String((error as Error).stack ?? error)));
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
