import { Module, OnModuleInit } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { DraftPages } from './draft-pages';
import { DraftPartsController } from './draft-parts.controller';
import { PanelKindsService } from './panel-kinds.service';
import { RubricDraftsController } from './rubric-drafts.controller';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { RubricDraftsService } from './rubric-drafts.service';
import { RubricPublicationsController } from './rubric-publications.controller';
import { RubricPublicationsService } from './rubric-publications.service';
import { draftsMatchTheirVersions, sealedRubricVersions } from './rubric-seals';
import { RuleSetVersion, sealOfRuleSetVersion } from './rubric.entity';
import { RubricsController } from './rubrics.controller';
import { RubricsQueries } from './rubrics.queries';
import { RubricsService } from './rubrics.service';

/** Rubrics with their frozen versions, and the versions of the decision rules. */
@Module({
  imports: [LedgerModule],
  controllers: [
    RubricsController,
    RubricDraftsController,
    DraftPartsController,
    RubricPublicationsController,
  ],
  providers: [
    DraftPages,
    PanelKindsService,
    RubricDraftsQueries,
    RubricDraftsService,
    RubricPublicationsService,
    RubricsQueries,
    RubricsService,
  ],
  exports: [PanelKindsService, RubricDraftsQueries, RubricsQueries, RubricsService],
})
export class RubricsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedRubricVersions);
    this.checks.register(draftsMatchTheirVersions);
    this.sealed.register(sealedTable('ruleSetVersion', RuleSetVersion, sealOfRuleSetVersion));
  }
}
