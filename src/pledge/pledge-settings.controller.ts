import { Controller } from '@nestjs/common';
import { pledge, type Pledge } from '../domain/privacy/pledge';
import { SettingController } from '../settings/setting.controller';
import { pledgeSettingPage } from './pledge.views';

/** The text of the pledge. A new version is asked of everybody again. */
@Controller('admin/settings/pledge')
export class PledgeSettingsController extends SettingController<Pledge> {
  protected readonly setting = pledge;
  protected readonly page = pledgeSettingPage;
}
