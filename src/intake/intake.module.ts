import { Module, type OnModuleInit } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { PromisesModule } from '../promises/promises.module';
import { QuestionsModule } from '../questions/questions.module';
import { SettingsModule } from '../settings/settings.module';
import { IntakeBatchesController } from './intake-batches.controller';
import { IntakeBatchesQueries } from './intake-batches.queries';
import { IntakeBatchesService } from './intake-batches.service';
import { IntakeFactsQueries } from './intake-facts.queries';
import { IntakePages } from './intake-pages';
import { IntakeQueueQueries } from './intake-queue.queries';
import { batchesDidWhatTheySay, transfersDoNotCompete } from './intake-seals';
import { IntakeController } from './intake.controller';
import { ReturnReasonsController } from './return-reasons.controller';
import { LeadTransfer, transferSeal } from './transfer.entity';
import { TransferSection } from './transfer-section.service';
import { TransfersController } from './transfers.controller';
import { TransfersQueries } from './transfers.queries';
import { TransfersService } from './transfers.service';

/** The secretariat's desk for what scouts hand in, and what it proposes to them. */
@Module({
  imports: [
    HostsModule,
    LeadsModule,
    LedgerModule,
    MailModule,
    PeopleModule,
    PromisesModule,
    QuestionsModule,
    SettingsModule,
  ],
  // The batches before the single lead: `/intake/batches` is no id.
  controllers: [IntakeBatchesController, IntakeController, TransfersController, ReturnReasonsController],
  providers: [
    IntakeBatchesQueries,
    IntakeBatchesService,
    IntakeFactsQueries,
    IntakePages,
    IntakeQueueQueries,
    TransferSection,
    TransfersQueries,
    TransfersService,
  ],
  exports: [IntakeBatchesService, TransfersService],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('leadTransfer', LeadTransfer, transferSeal));
    this.checks.register(transfersDoNotCompete);
    this.checks.register(batchesDidWhatTheySay);
  }
}
