import { Global, Module, OnModuleInit } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module';
import { CalendarModule } from '../calendar/calendar.module';
import { Identity } from '../http/identity';
import { Jobs } from '../jobs/jobs';
import { LedgerModule } from '../ledger/ledger.module';
import { LinksModule } from '../links/links.module';
import { MailModule } from '../mail/mail.module';
import { AccountController } from './account.controller';
import { AdminController } from './admin.controller';
import { ChainBooks } from './chain-books.service';
import { DemoController } from './demo.controller';
import { DirectoryQueries } from './directory.queries';
import { ExpertiseController } from './expertise.controller';
import { ExpertiseQueries } from './expertise.queries';
import { ExpertiseService } from './expertise.service';
import { FirstStart } from './first-start';
import { Passwords } from './passwords';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { SessionIdentity } from './session-identity';
import { SessionOpenings } from './session-openings.service';
import { SessionsQueries } from './sessions.queries';
import { SessionsService } from './sessions.service';
import { SetupController } from './setup.controller';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { UnitTiesController } from './unit-ties.controller';
import { UnitTiesService } from './unit-ties.service';
import { UnitsController } from './units.controller';
import { UnitExportsController } from './unit-exports.controller';

/** Accounts, units, roles, sign-in and sessions. Global because every guard asks it who someone is. */
@Global()
@Module({
  imports: [AccessLogModule, CalendarModule, LedgerModule, LinksModule, MailModule],
  controllers: [
    UnitExportsController,
    SignInController,
    SetupController,
    DemoController,
    AccountController,
    AdminController,
    ExpertiseController,
    UnitsController,
    UnitTiesController,
  ],
  providers: [
    ChainBooks,
    DirectoryQueries,
    ExpertiseQueries,
    ExpertiseService,
    FirstStart,
    Passwords,
    PeopleQueries,
    PeopleService,
    SessionsQueries,
    SessionOpenings,
    SessionsService,
    SignInService,
    UnitTiesService,
    { provide: Identity, useClass: SessionIdentity },
  ],
  exports: [
    ChainBooks,
    ExpertiseQueries,
    ExpertiseService,
    FirstStart,
    Identity,
    PeopleQueries,
    PeopleService,
    SessionsQueries,
    SessionOpenings,
    SessionsService,
    SignInService,
    UnitTiesService,
  ],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly signIn: SignInService,
  ) {}

  onModuleInit(): void {
    const run = (now: string): Promise<number> => this.signIn.forgetAttempts(now);
    this.jobs.register({ name: 'signInAttempts', everySeconds: 24 * 60 * 60, run });
  }
}
