import { Module, OnModuleInit } from '@nestjs/common';
import { sql } from '../database/sql';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks, type ConsistencyCheck } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PanelsModule } from '../panels/panels.module';
import { PeopleModule } from '../people/people.module';
import { ChairInterestsQueries } from './chair-interests.queries';
import { ChairPages } from './chair-pages';
import { ChairRecusal, ChairStandIn, sealOfChairRecusal, sealOfStandIn } from './chair.entity';
import { ChairRecusalsController } from './chair-recusals.controller';
import { ChairsController } from './chairs.controller';
import { ChairsQueries } from './chairs.queries';
import { ChairsService } from './chairs.service';

/** Whoever has an interest in an item rules on nothing of it afterwards. */
export const recusedDoNotRule: ConsistencyCheck = {
  name: 'nobody rules on an item from which they were recused before',
  async run(source) {
    const rows = await source.rows<{ number: string; position: number; name: string }>(
      sql`select round.number, item.position, recusal.person_name as name
          from chair_recusal recusal join outcome on outcome.item_id = recusal.item_id
            and outcome.ruled_by_id = recusal.person_id and outcome.ruled_at > recusal.noted_at
            join round on round.id = recusal.round_id join round_item item on item.id = recusal.item_id`,
    );
    return rows.map(
      ({ number, position, name }) => `${number} item ${position}: ruled on by ${name}, who is recused`,
    );
  },
};

/** Who presides over which item: the chair, the deputy, or somebody named. */
@Module({
  imports: [LedgerModule, MailModule, PeopleModule, LeadsModule, PanelsModule],
  controllers: [ChairsController, ChairRecusalsController],
  providers: [ChairPages, ChairInterestsQueries, ChairsQueries, ChairsService],
  exports: [ChairsQueries],
})
export class ChairsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('chairRecusal', ChairRecusal, sealOfChairRecusal));
    this.sealed.register(sealedTable('chairStandIn', ChairStandIn, sealOfStandIn));
    this.checks.register(recusedDoNotRule);
  }
}
