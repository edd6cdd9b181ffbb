import { Controller } from '@nestjs/common';
import { PAPER_LIMITS, type PaperLimits } from '../domain/lead/paper-limits';
import { SettingController } from '../settings/setting.controller';
import { paperLimitsPage } from './paper-limits.views';

/** How many files, and how much, may be attached to a lead and by one scout. */
@Controller('admin/settings/paper-limits')
export class PaperLimitsController extends SettingController<PaperLimits> {
  protected readonly setting = PAPER_LIMITS;
  protected readonly page = paperLimitsPage;
}
