import { Module, OnModuleInit } from '@nestjs/common';
import { ChainsModule } from '../chains/chains.module';
import { TargetFirmNotes } from '../chains/target-firm-notes.service';
import { HostsModule } from '../hosts/hosts.module';
import { LeadsModule } from '../leads/leads.module';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { formatsFor } from '../words/formats';
import { Campaign, sealOfCampaign, sealOfVisit, Visit } from './campaign.entity';
import { CampaignsController } from './campaigns.controller';
import { CampaignsQueries } from './campaigns.queries';
import { CampaignsService } from './campaigns.service';
import { VisitsController } from './visits.controller';
import { CampaignExportsController } from './campaign-exports.controller';

/** Campaigns and the visits to firms that count towards them (登门招商). */
@Module({
  imports: [LedgerModule, ChainsModule, HostsModule, LeadsModule],
  controllers: [CampaignExportsController, CampaignsController, VisitsController],
  providers: [CampaignsQueries, CampaignsService],
  exports: [CampaignsQueries, CampaignsService],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly notes: TargetFirmNotes,
    private readonly campaigns: CampaignsQueries,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('campaign', Campaign, sealOfCampaign));
    this.sealed.register(sealedTable('visit', Visit, sealOfVisit));
    this.notes.register(async (viewer, firmId, words) => {
      const visits = await this.campaigns.ofTargetFirm(viewer, firmId);
      return visits.map(({ id, visitedOn, unitName, result, nextStep }) => ({
        href: `/visits/${id}`,
        text: words.t('campaigns.ofFirm', {
          day: formatsFor(words).official(visitedOn),
          unit: unitName,
          result: words.t(`campaigns.result.${result}`),
          next: nextStep,
        }),
      }));
    });
  }
}
