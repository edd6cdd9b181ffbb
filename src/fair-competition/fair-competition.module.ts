import { Module, OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { PeopleModule } from '../people/people.module';
import { SettingsModule } from '../settings/settings.module';
import { opinionsHaveTheirRevision, policiesPointAtNewest } from './fair-competition-checks';
import { FairCompetitionQueries } from './fair-competition.queries';
import { GateController } from './gate.controller';
import { GateCheck } from './gate-check.service';
import { GatePages } from './gate-pages';
import { GateQueueController } from './gate-queue.controller';
import { GateQueueQueries } from './gate-queue.queries';
import { GateRulesController } from './gate-rules.controller';
import { FairCompetitionOpinion, sealOfOpinion } from './opinion.entity';
import { OpinionsService } from './opinions.service';
import { PoliciesController } from './policies.controller';
import { PoliciesQueries } from './policies.queries';
import { PoliciesService } from './policies.service';
import { PolicyVersion, sealOfPolicy } from './policy.entity';
import { GateExportsController } from './gate-exports.controller';

/** The gate before any promise: published policies, what leads ask for held against them, opinions. */
@Module({
  imports: [LedgerModule, FilesModule, PeopleModule, SettingsModule, LeadsModule],
  controllers: [
    GateExportsController,
    PoliciesController,
    GateController,
    GateQueueController,
    GateRulesController,
  ],
  providers: [
    PoliciesQueries,
    PoliciesService,
    FairCompetitionQueries,
    OpinionsService,
    GatePages,
    GateQueueQueries,
    GateCheck,
  ],
  exports: [PoliciesService, FairCompetitionQueries, OpinionsService, GateQueueQueries],
})
export class FairCompetitionModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('publishedPolicy', PolicyVersion, sealOfPolicy));
    this.sealed.register(sealedTable('fairCompetitionOpinion', FairCompetitionOpinion, sealOfOpinion));
    this.checks.register(policiesPointAtNewest);
    this.checks.register(opinionsHaveTheirRevision);
  }
}
