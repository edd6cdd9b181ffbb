import { Module, OnModuleInit } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { JobsModule } from '../jobs/jobs.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { LeadsModule } from '../leads/leads.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { importsAddUp } from './import-checks';
import { ImportRowErasures } from './import-row-erasures.service';
import { LeadExportsController } from './lead-exports.controller';
import { LeadImportWorkService } from './lead-import-work.service';
import { LeadImportsController } from './lead-imports.controller';
import { LeadImportsQueries } from './lead-imports.queries';
import { LeadImportsService } from './lead-imports.service';
import { RegisterExportsController } from './register-exports.controller';
import { RowChecksService } from './row-checks.service';
import { SheetThreads } from './sheet-threads';

/** Leads in from spreadsheets and out into them. */
@Module({
  imports: [LedgerModule, JobsModule, HostsModule, LeadsModule, PrivacyModule],
  controllers: [LeadImportsController, LeadExportsController, RegisterExportsController],
  providers: [
    LeadImportsQueries,
    LeadImportsService,
    LeadImportWorkService,
    RowChecksService,
    ImportRowErasures,
    SheetThreads,
  ],
  exports: [LeadImportsService, LeadImportsQueries, LeadImportWorkService],
})
export class ExchangeModule implements OnModuleInit {
  constructor(private readonly checks: ConsistencyChecks) {}

  onModuleInit(): void {
    this.checks.register(importsAddUp);
  }
}
