import { Module, OnModuleInit } from '@nestjs/common';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { CitySettingVersion, sealOfCitySetting } from './city-setting.entity';
import { CitySettingsQueries } from './city-settings.queries';
import { CitySettingsService } from './city-settings.service';
import { SettingForms } from './setting-forms.service';
import { SettingsCatalogue } from './settings-catalogue.service';

/** What a city sets for itself, in versions. The pages belong to the features whose rules they hold. */
@Module({
  imports: [LedgerModule],
  providers: [CitySettingsQueries, CitySettingsService, SettingForms, SettingsCatalogue],
  exports: [CitySettingsQueries, CitySettingsService, SettingForms, SettingsCatalogue],
})
export class SettingsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly catalogue: SettingsCatalogue,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('citySetting', CitySettingVersion, sealOfCitySetting));
    this.checks.register(this.catalogue);
  }
}
