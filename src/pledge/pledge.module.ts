import { Module, OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { SessionOpenings } from '../people/session-openings.service';
import { SettingsModule } from '../settings/settings.module';
import { pledgeSeal, PledgeAcceptance } from './pledge-acceptance.entity';
import { PledgeController } from './pledge.controller';
import { PledgeFirst } from './pledge-first';
import { PledgeSettingsController } from './pledge-settings.controller';
import { PledgesQueries } from './pledges.queries';
import { PledgesService } from './pledges.service';

/** The pledge of confidentiality, before the first look at anything of a lead. */
@Module({
  imports: [LedgerModule, SettingsModule],
  controllers: [PledgeController, PledgeSettingsController],
  providers: [PledgesQueries, PledgesService, { provide: APP_INTERCEPTOR, useClass: PledgeFirst }],
  exports: [PledgesQueries, PledgesService],
})
export class PledgeModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly openings: SessionOpenings,
    private readonly pledges: PledgesService,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedTable('pledgeAcceptance', PledgeAcceptance, pledgeSeal));
    this.openings.register(this.pledges);
  }
}
