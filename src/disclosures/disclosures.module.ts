import { Module, OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { Disclosure, disclosureSeal } from './disclosure.entity';
import { DisclosuresController } from './disclosures.controller';
import { DisclosuresQueries } from './disclosures.queries';
import { DisclosuresService } from './disclosures.service';
import { PersonRecordsQueries } from './person-records.queries';

const hour = 60 * 60;

/** People are told what is held about them. */
@Module({
  imports: [LedgerModule],
  controllers: [DisclosuresController],
  providers: [DisclosuresQueries, DisclosuresService, PersonRecordsQueries],
})
export class DisclosuresModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly jobs: Jobs,
    private readonly service: DisclosuresService,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedTable('disclosure', Disclosure, disclosureSeal));
    this.jobs.register({ name: 'disclosures', everySeconds: hour, run: () => this.service.forget() });
  }
}
