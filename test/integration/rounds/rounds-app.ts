import 'reflect-metadata';
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureApp, serverAdapter } from '../../../src/app.setup';
import { CalendarModule } from '../../../src/calendar/calendar.module';
import { Clock, SetClock } from '../../../src/clock/clock';
import { ClockModule } from '../../../src/clock/clock.module';
import { readConfig } from '../../../src/config/config';
import { ConfigModule } from '../../../src/config/config.module';
import { DatabaseModule } from '../../../src/database/database.module';
import type { Dialect } from '../../../src/database/sql';
import { FilesModule } from '../../../src/files/files.module';
import { HostsModule } from '../../../src/hosts/hosts.module';
import { HttpModule } from '../../../src/http/http.module';
import { ViewEngine } from '../../../src/http/views/view-engine';
import { LedgerModule } from '../../../src/ledger/ledger.module';
import { LeadsModule } from '../../../src/leads/leads.module';
import { LinksModule } from '../../../src/links/links.module';
import { MailModule } from '../../../src/mail/mail.module';
import { PanelsModule } from '../../../src/panels/panels.module';
import { PeopleModule } from '../../../src/people/people.module';
import { RoundsModule } from '../../../src/rounds/rounds.module';
import { RubricsModule } from '../../../src/rubrics/rubrics.module';
import { freshDatabaseUrl } from '../../support/databases';

/** Tuesday 2026-03-17, 09:00 in Beijing. */
export const startOfTests = '2026-03-17T01:00:00.000Z';

/** Only the views of the features that are here. */
function viewsFolder(): string {
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'views-'));
  for (const name of ['layouts', 'partials', 'errors', 'mail', 'people', 'rubrics', 'panels', 'rounds']) {
    cpSync(join('views', name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** The modules up to rounds behind the real guards and pages; no port, no network. */
export async function startRoundsApp(
  dialect: Dialect,
): Promise<{ app: NestFastifyApplication; clock: SetClock }> {
  const clock = new SetClock(startOfTests);
  const config = readConfig({
    MODE: 'test',
    BASE_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: await freshDatabaseUrl(dialect),
    DATA_DIR: mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'data-')),
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'silent',
  });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(config),
      ClockModule,
      DatabaseModule.forUse({ asServer: true, migrate: true }),
      CalendarModule,
      HttpModule,
      LedgerModule,
      LinksModule,
      MailModule,
      FilesModule,
      PeopleModule,
      HostsModule,
      RubricsModule,
      LeadsModule,
      PanelsModule,
      RoundsModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(ViewEngine)
    .useFactory({ factory: () => new ViewEngine(viewsFolder()) })
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(serverAdapter(config), {
    logger: ['fatal', 'error'],
    bodyParser: false,
  });
  await configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, clock };
}
