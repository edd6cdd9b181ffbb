import { Module, OnModuleInit } from '@nestjs/common';
import { ChainsModule } from '../chains/chains.module';
import { FilesModule } from '../files/files.module';
import { HostsModule } from '../hosts/hosts.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PromisesModule } from '../promises/promises.module';
import { SettingsModule } from '../settings/settings.module';
import { LeadAccessQueries } from './lead-access.queries';
import { LeadFollowers } from './lead-followers.service';
import { LeadHoldersService } from './lead-holders.service';
import { LeadAnswersController } from './lead-answers.controller';
import { LeadAnswersQueries } from './lead-answers.queries';
import { LeadAnswersService } from './lead-answers.service';
import { LeadChains } from './lead-chains.service';
import { LeadDraftsService } from './lead-drafts.service';
import { LeadDuplicatesQueries } from './lead-duplicates.queries';
import { LeadErasuresService } from './lead-erasures.service';
import { LeadEntriesService } from './lead-entries.service';
import { LeadExportQueries } from './lead-export.queries';
import { LeadFactsQueries } from './lead-facts.queries';
import { LeadFilesController } from './lead-files.controller';
import { LeadFilesService } from './lead-files.service';
import { LeadFormController } from './lead-form.controller';
import { LeadIntakeController } from './lead-intake.controller';
import { LeadIntakeService } from './lead-intake.service';
import { LeadJudgements } from './lead-judgements.service';
import { LeadLaterMovesService } from './lead-later-moves.service';
import { LeadListQueries } from './lead-list.queries';
import { LeadMoves } from './lead-moves';
import { LeadPhotosService } from './lead-photos.service';
import { peopleAreAsSubmitted } from './lead-people';
import { LeadFormQueries } from './lead-form.queries';
import { LeadOverdueQueries } from './lead-overdue.queries';
import { LeadPageQueries } from './lead-page.queries';
import { LeadChecks } from './lead-checks.service';
import { LeadFitCheck } from './lead-fit-check.service';
import { LeadSections } from './lead-sections.service';
import {
  leadSeals,
  leadStandsAsActed,
  offeredHostsAreAsked,
  reasonsAreOnRecord,
  requestsAreWhole,
} from './lead-seals';
import { LeadPlacementsService } from './lead-placements.service';
import { LeadOffersController } from './lead-offers.controller';
import { LeadOffersService } from './lead-offers.service';
import { LeadStandingQueries } from './lead-standing.queries';
import { LeadSignatures } from './lead-signatures';
import { LeadStore } from './lead-store';
import { LeadTakersQueries } from './lead-takers.queries';
import { LeadTitlesQueries } from './lead-titles.queries';
import { LeadSubmissionsController } from './lead-submissions.controller';
import { LeadSubmissionsService } from './lead-submissions.service';
import { LeadWaitingQueries } from './lead-waiting.queries';
import { LeadsController } from './leads.controller';
import { LeadChangesQueries } from './lead-changes.queries';
import { LeadInterestsQueries } from './lead-interests.queries';
import { LeadInterestsService } from './lead-interests.service';
import { LeadsQueries } from './leads.queries';
import { LeadsService } from './leads.service';
import { ResubmissionsController } from './resubmissions.controller';
import { ResubmissionsQueries } from './resubmissions.queries';
import { ResubmissionsService } from './resubmissions.service';

const services = [
  LeadsService,
  LeadDraftsService,
  LeadEntriesService,
  LeadSubmissionsService,
  LeadIntakeService,
  LeadPlacementsService,
  LeadAnswersService,
  LeadOffersService,
  LeadFilesService,
  LeadPhotosService,
  LeadLaterMovesService,
  ResubmissionsService,
  LeadJudgements,
  LeadChains,
  LeadSections,
  LeadChecks,
  LeadInterestsService,
  LeadErasuresService,
  LeadFollowers,
  LeadHoldersService,
];

const queries = [
  LeadsQueries,
  LeadChangesQueries,
  LeadInterestsQueries,
  LeadAccessQueries,
  LeadAnswersQueries,
  LeadExportQueries,
  LeadListQueries,
  LeadOverdueQueries,
  LeadFormQueries,
  LeadPageQueries,
  LeadTitlesQueries,
  LeadWaitingQueries,
  LeadStandingQueries,
  LeadTakersQueries,
  ResubmissionsQueries,
];

/** Leads from a scout's form to the queue for a round. */
@Module({
  imports: [LedgerModule, MailModule, FilesModule, ChainsModule, HostsModule, SettingsModule, PromisesModule],
  // The form before the single lead: `/leads/new` is no id.
  controllers: [
    LeadFormController,
    LeadSubmissionsController,
    LeadIntakeController,
    LeadAnswersController,
    LeadOffersController,
    LeadFilesController,
    ResubmissionsController,
    LeadsController,
  ],
  providers: [
    ...services,
    ...queries,
    LeadDuplicatesQueries,
    LeadFactsQueries,
    LeadFitCheck,
    LeadMoves,
    LeadSignatures,
    LeadStore,
  ],
  exports: [...services, ...queries],
})
export class LeadsModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    for (const record of leadSeals) this.records.register(record);
    this.checks.register(leadStandsAsActed);
    this.checks.register(requestsAreWhole);
    this.checks.register(peopleAreAsSubmitted);
    this.checks.register(reasonsAreOnRecord);
    this.checks.register(offeredHostsAreAsked);
  }
}
