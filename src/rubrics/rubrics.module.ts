import { Module, OnModuleInit } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { RubricVersion, RuleSetVersion, sealOfRubricVersion, sealOfRuleSetVersion } from './rubric.entity';
import { RubricsController } from './rubrics.controller';
import { RubricsQueries } from './rubrics.queries';
import { RubricsService } from './rubrics.service';

/** Rubrics with their frozen versions, and the versions of the decision rules. */
@Module({
  imports: [LedgerModule],
  controllers: [RubricsController],
  providers: [RubricsService, RubricsQueries],
  exports: [RubricsService, RubricsQueries],
})
export class RubricsModule implements OnModuleInit {
  constructor(private readonly sealed: SealedRecords) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('rubricVersion', RubricVersion, sealOfRubricVersion));
    this.sealed.register(sealedTable('ruleSetVersion', RuleSetVersion, sealOfRuleSetVersion));
  }
}
