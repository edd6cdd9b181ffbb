import { Module, OnModuleInit } from '@nestjs/common';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
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
import { RuleDraftsController } from './rule-drafts.controller';
import { RuleDraftsQueries } from './rule-drafts.queries';
import { RuleDraftsService } from './rule-drafts.service';
import { RulesController } from './rules.controller';
import { RuleSetCheck } from './rule-set-check.service';
import { RuleSetsService } from './rule-sets.service';
import { RubricExportsController } from './rubric-exports.controller';

/** Rubrics with their frozen versions, and the versions of the decision rules. */
@Module({
  imports: [LedgerModule],
  controllers: [
    RubricExportsController,
    RubricsController,
    RubricDraftsController,
    DraftPartsController,
    RubricPublicationsController,
    RulesController,
    RuleDraftsController,
  ],
  providers: [
    DraftPages,
    PanelKindsService,
    RubricDraftsQueries,
    RubricDraftsService,
    RubricPublicationsService,
    RubricsQueries,
    RubricsService,
    RuleSetsService,
    RuleDraftsService,
    RuleDraftsQueries,
    RuleSetCheck,
  ],
  exports: [PanelKindsService, RubricDraftsQueries, RubricsQueries, RubricsService, RuleDraftsQueries],
})
export class RubricsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly ruleSets: RuleSetCheck,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedRubricVersions);
    this.checks.register(draftsMatchTheirVersions);
    this.sealed.register(sealedTable('ruleSetVersion', RuleSetVersion, sealOfRuleSetVersion));
    this.checks.register(this.ruleSets);
  }
}
