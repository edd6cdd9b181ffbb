import { Module, OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { SettingsModule } from '../settings/settings.module';
import { BackersQueries } from './backers.queries';
import { BackersService } from './backers.service';
import { ClaimSections } from './claim-sections.service';
import { ClaimEvidenceService } from './claim-evidence.service';
import { ClaimMails } from './claim-mails';
import { ClaimMoves } from './claim-moves';
import { ClaimRulesController } from './claim-rules.controller';
import { claimSeals, claimsStandAsActed, disputesAreWhole } from './claim-seals';
import { ClaimTermsService } from './claim-terms.service';
import { ClaimsController } from './claims.controller';
import { ClaimsQueries } from './claims.queries';
import { ClaimsService } from './claims.service';
import { DisputeRecords } from './dispute-records';
import { DisputesController } from './disputes.controller';
import { DisputesQueries } from './disputes.queries';
import { DisputesService } from './disputes.service';
import { LeadDuplicatesCheck } from './lead-duplicates-check.service';
import { MatchesController } from './matches.controller';
import { MatchesQueries } from './matches.queries';
import { MatchesService } from './matches.service';
import { RegisterSheetsController } from './register-sheets.controller';
import { RegistersController } from './registers.controller';
import { RegistersService } from './registers.service';

const queries = [ClaimsQueries, DisputesQueries, MatchesQueries, BackersQueries];
const services = [
  ClaimsService,
  ClaimTermsService,
  ClaimEvidenceService,
  DisputesService,
  MatchesService,
  BackersService,
  RegistersService,
];

/** First reports: who was first, how long that protects, who disputes it, and who stands behind a lead. */
@Module({
  imports: [LedgerModule, MailModule, FilesModule, PeopleModule, SettingsModule, LeadsModule],
  controllers: [
    RegisterSheetsController,
    ClaimsController,
    ClaimRulesController,
    MatchesController,
    DisputesController,
    RegistersController,
  ],
  providers: [
    ...queries,
    ...services,
    ClaimMoves,
    ClaimMails,
    ClaimSections,
    DisputeRecords,
    LeadDuplicatesCheck,
  ],
  exports: [...queries, ...services],
})
export class ClaimsModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    for (const record of claimSeals) this.records.register(record);
    this.checks.register(claimsStandAsActed);
    this.checks.register(disputesAreWhole);
  }
}
