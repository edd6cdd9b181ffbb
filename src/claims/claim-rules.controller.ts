import { Controller } from '@nestjs/common';
import { claimRules, type ClaimRules } from '../domain/claim/claim-rules';
import { SettingController } from '../settings/setting.controller';
import { claimRulesPage } from './claim-rules.views';

/** The city's terms for first reports. */
@Controller('admin/settings/claim-rules')
export class ClaimRulesController extends SettingController<ClaimRules> {
  protected readonly setting = claimRules;
  protected readonly page = claimRulesPage;
}
