import 'reflect-metadata';
import type { InjectOptions } from 'fastify';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { AccessLog } from '../../src/access-log/access-log';
import { AppModule } from '../../src/app.module';
import { configureApp, serverAdapter } from '../../src/app.setup';
import { Clock, SetClock } from '../../src/clock/clock';
import { Config, readConfig } from '../../src/config/config';
import { Reader } from '../../src/database/reader';
import type { Dialect } from '../../src/database/sql';
import { sql } from '../../src/database/sql';
import { UnitOfWork } from '../../src/database/unit-of-work';
import { PeopleQueries } from '../../src/people/people.queries';
import { SessionsService } from '../../src/people/sessions.service';
import { freshDatabaseUrl } from './databases';
import { Visitor } from './visitor';

/** A Tuesday morning in Beijing: 2026-03-17 09:00. Tests start then unless they say otherwise. */
export const startOfTests = '2026-03-17T01:00:00.000Z';

/** The whole program on a fresh database, with a clock that the test sets; no port, no network. */
export class TestApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SetClock,
    readonly config: Config,
  ) {}

  get reader(): Reader {
    return this.app.get(Reader);
  }

  get work(): UnitOfWork {
    return this.app.get(UnitOfWork);
  }

  /** A service of the program by its class. */
  get<T>(Type: abstract new (...args: never[]) => T): T {
    return this.app.get(Type as never, { strict: false });
  }

  /** A browser without anybody signed in. */
  visitor(): Visitor {
    return new Visitor((options: InjectOptions) => this.app.inject(options));
  }

  /** A browser in which a person is signed in. */
  async signedIn(account: string): Promise<Visitor> {
    const person = await this.get(PeopleQueries).byAccount(account);
    if (!person) throw new Error(`Nobody has the account ${account}`);
    const { token } = await this.work.run((tx) =>
      this.get(SessionsService).openForPerson(tx, person.id, 'test'),
    );
    const visitor = this.visitor();
    visitor.setCookie('session', token);
    return visitor;
  }

  /**
   * How many rows each table has: equal before and after something that must change nothing. The access log is left
   * out, and nothing else: it notes that somebody looked or was refused, so looking adds to it (`allRowCounts` has it).
   */
  async rowCounts(): Promise<Record<string, number>> {
    const { access_record: _, ...others } = await this.allRowCounts();
    return others;
  }

  /** The access log too, with everything noted so far: for what must leave no trace at all. */
  async allRowCounts(): Promise<Record<string, number>> {
    await this.get(AccessLog).settled();
    const tables = await this.reader.rows<{ name: string }>(
      this.reader.dialect === 'sqlite'
        ? sql`select name from sqlite_master where type = 'table' order by name`
        : sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const row = await this.reader.one<{ n: number | string }>(
        sql`select count(*) as n from ${sql.raw(`"${name}"`)}`,
      );
      counts[name] = Number(row?.n);
    }
    return counts;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** Starts the program. `environment` changes single settings, `MODE=demo` for instance. */
export async function startApp(dialect: Dialect, environment: Record<string, string> = {}): Promise<TestApp> {
  const clock = new SetClock(startOfTests);
  const config = readConfig({
    MODE: 'test',
    BASE_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: await freshDatabaseUrl(dialect),
    DATA_DIR: mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'data-')),
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const module = await Test.createTestingModule({
    imports: [AppModule.with(config, { asServer: true, migrate: true })],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(serverAdapter(config), {
    bodyParser: false,
    logger: ['fatal', 'error'],
  });
  await configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return new TestApp(app, clock, config);
}
