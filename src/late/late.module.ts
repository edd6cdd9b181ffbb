import { Module, OnModuleInit } from '@nestjs/common';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { PromiseSources } from '../promises/promise-sources.service';
import { PromisesModule } from '../promises/promises.module';
import { Escalations } from './escalations.service';
import { pausesTakeTwoPeople, stepsStandInTheirDigest } from './late-checks';
import { LateController } from './late.controller';
import { LateQueries } from './late.queries';
import { laterPromises } from './later-promises';
import { leadPromises } from './lead-promises';
import { LeadPromisesController } from './lead-promises.controller';
import { LeadPromisesQueries } from './lead-promises.queries';
import { PausesController } from './pauses.controller';
import { PausesService } from './pauses.service';
import { PromiseRecord, sealOfRecord } from './record.entity';
import { PromiseRecords } from './records.service';

/** Whose turn it is and how late it is: what keeps promises, what pauses them, and who is told. */
@Module({
  imports: [LedgerModule, MailModule, PeopleModule, PromisesModule, LeadsModule],
  controllers: [LateController, LeadPromisesController, PausesController],
  providers: [LateQueries, LeadPromisesQueries, PromiseRecords, PausesService, Escalations],
  exports: [LateQueries, PromiseRecords, PausesService, Escalations],
})
export class LateModule implements OnModuleInit {
  constructor(
    private readonly sources: PromiseSources,
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    for (const kind of [...leadPromises, ...laterPromises]) this.sources.register(kind);
    this.sealed.register(sealedTable('promiseRecord', PromiseRecord, sealOfRecord));
    this.checks.register(pausesTakeTwoPeople);
    this.checks.register(stepsStandInTheirDigest);
  }
}
