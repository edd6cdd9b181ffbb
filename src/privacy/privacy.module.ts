import { Module, OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { LeadsModule } from '../leads/leads.module';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { SettingsModule } from '../settings/settings.module';
import { AccessLogController } from './access-log.controller';
import { ContactCopies } from './contact-copies.service';
import { ContactViewsController } from './contact-views.controller';
import { ContactViewsQueries } from './contact-views.queries';
import { ContactViewsService } from './contact-views.service';
import { holdSeal, LegalHold } from './legal-hold.entity';
import { LegalHoldsController } from './legal-holds.controller';
import { LegalHoldsQueries } from './legal-holds.queries';
import { LegalHoldsService } from './legal-holds.service';
import { RetentionService } from './retention.service';
import { RetentionSettingsController } from './retention-settings.controller';
import { HoldExportsController } from './hold-exports.controller';

const day = 24 * 60 * 60;

/** Who may see what of people, for how long it is kept, and who looked. */
@Module({
  imports: [LeadsModule, LedgerModule, SettingsModule],
  controllers: [
    HoldExportsController,
    AccessLogController,
    ContactViewsController,
    LegalHoldsController,
    RetentionSettingsController,
  ],
  providers: [
    ContactCopies,
    ContactViewsQueries,
    ContactViewsService,
    LegalHoldsQueries,
    LegalHoldsService,
    RetentionService,
  ],
  exports: [ContactCopies],
})
export class PrivacyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly retention: RetentionService,
    private readonly records: SealedRecords,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedTable('legalHold', LegalHold, holdSeal));
    this.jobs.register({ name: 'retention', everySeconds: day, run: (now) => this.retention.run(now) });
  }
}
