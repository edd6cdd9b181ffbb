import { Controller } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { returnReasons, type ReturnReason } from '../domain/intake/return-reasons';
import { SettingForms } from '../settings/setting-forms.service';
import { SettingController } from '../settings/setting.controller';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { returnReasonsPage } from './return-reasons.views';

/** The reasons a lead is returned for, in the city's own words. */
@Controller('admin/settings/return-reasons')
export class ReturnReasonsController extends SettingController<readonly ReturnReason[]> {
  protected readonly setting = returnReasons;
  protected readonly page = returnReasonsPage(() => `own${this.randomness.bytes(4).toString('hex')}`);

  constructor(
    forms: SettingForms,
    catalogue: SettingsCatalogue,
    private readonly randomness: Randomness,
  ) {
    super(forms, catalogue);
  }
}
