import { Module, OnModuleInit } from '@nestjs/common';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { SettingsModule } from '../settings/settings.module';
import { FitWeightsController } from './fit-weights.controller';
import { HostBookController } from './host-book.controller';
import { HostDraws } from './host-draws.service';
import { HostFitQueries } from './host-fit.queries';
import { HostProfileVersion, sealOfHostProfile } from './host-profile.entity';
import { profilesCountOn } from './host-profile-checks';
import { HostProfilesQueries } from './host-profiles.queries';
import { HostProfilesService } from './host-profiles.service';
import { HostsController } from './hosts.controller';
import { HostsQueries } from './hosts.queries';
import { HostsService } from './hosts.service';

/** Parks, counties and towns: who would take a project, what they have and want, and what fits where. */
@Module({
  imports: [LedgerModule, SettingsModule],
  controllers: [HostsController, HostBookController, FitWeightsController],
  providers: [
    HostsQueries,
    HostsService,
    HostProfilesQueries,
    HostProfilesService,
    HostDraws,
    HostFitQueries,
  ],
  exports: [HostsQueries, HostsService, HostProfilesQueries, HostProfilesService, HostDraws, HostFitQueries],
})
export class HostsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('hostProfile', HostProfileVersion, sealOfHostProfile));
    this.checks.register(profilesCountOn);
  }
}
