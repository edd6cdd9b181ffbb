import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureApp, serverAdapter } from '../../../src/app.setup';
import { ClockModule } from '../../../src/clock/clock.module';
import { ConfigModule } from '../../../src/config/config.module';
import { Config, readConfig } from '../../../src/config/config';
import { DatabaseModule } from '../../../src/database/database.module';
import { Reader } from '../../../src/database/reader';
import type { Dialect } from '../../../src/database/sql';
import { UnitOfWork } from '../../../src/database/unit-of-work';
import type { Role } from '../../../src/domain/access/viewer';
import { FilesModule } from '../../../src/files/files.module';
import { HttpModule } from '../../../src/http/http.module';
import { Identified, Identity } from '../../../src/http/identity';
import { RefusalWatch } from '../../../src/http/refusal-watch';
import type { AppRequest } from '../../../src/http/request';
import { LedgerModule } from '../../../src/ledger/ledger.module';
import { MailModule } from '../../../src/mail/mail.module';
import { freshDatabaseUrl } from '../../support/databases';
import { Visitor } from '../../support/visitor';

/** Whoever sends the header `x-role` is a person with that role. */
class HeaderIdentity extends Identity {
  of(request: AppRequest): Promise<Identified> {
    const role = request.headers['x-role'] as Role | undefined;
    const viewer = role && {
      personId: '01h0000000000000000000000p',
      account: `${role}-01`,
      name: '某人',
      unitId: '01h0000000000000000000000u',
      unitName: '某单位',
      roles: [role],
      locale: 'zh-CN' as const,
    };
    return Promise.resolve({ viewer: viewer ?? null, sessionId: null, ballot: null });
  }
}

/** Nobody of the header has an account, so there is nobody to keep an access log of. */
class Unwatched extends RefusalWatch {
  refused(): void {}
}

@Global()
@Module({
  providers: [
    { provide: Identity, useClass: HeaderIdentity },
    { provide: RefusalWatch, useClass: Unwatched },
  ],
  exports: [Identity, RefusalWatch],
})
class HeaderIdentityModule {}

export class InfrastructureApp {
  constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
  ) {}

  get reader(): Reader {
    return this.app.get(Reader);
  }

  get work(): UnitOfWork {
    return this.app.get(UnitOfWork);
  }

  get<T>(Type: abstract new (...args: never[]) => T): T {
    return this.app.get(Type as never, { strict: false });
  }

  visitor(): Visitor {
    return new Visitor((options) => this.app.inject(options));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** Ledger, mail and files behind the real guards, pages and error answers, without the features above them. */
export async function startInfrastructure(
  dialect: Dialect,
  environment: Record<string, string> = {},
): Promise<InfrastructureApp> {
  const config = readConfig({
    MODE: 'demo',
    BASE_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: await freshDatabaseUrl(dialect),
    DATA_DIR: mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'data-')),
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(config),
      ClockModule,
      DatabaseModule.forUse({ asServer: true, migrate: true }),
      HeaderIdentityModule,
      HttpModule,
      LedgerModule,
      MailModule,
      FilesModule,
    ],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(serverAdapter(config), {
    logger: false,
    bodyParser: false,
  });
  await configureApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return new InfrastructureApp(app, config);
}

export const as = (role: Role): Record<string, string> => ({ 'x-role': role });
