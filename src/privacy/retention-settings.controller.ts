import { Controller } from '@nestjs/common';
import { retention, type Retention } from '../domain/privacy/retention';
import { SettingController } from '../settings/setting.controller';
import { retentionPage } from './retention.views';

/** For how long what is kept for a time is kept. */
@Controller('admin/settings/retention')
export class RetentionSettingsController extends SettingController<Retention> {
  protected readonly setting = retention;
  protected readonly page = retentionPage;
}
