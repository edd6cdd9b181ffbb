import { Controller } from '@nestjs/common';
import { promiseLimits, type PromiseLimits } from '../domain/promise/limits';
import type { SettingPage } from '../http/views/setting-page';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import { SettingController } from '../settings/setting.controller';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { limitsPage } from './limits.views';

/** What the city promises. */
@Controller('admin/settings/promise-limits')
export class LimitsController extends SettingController<PromiseLimits> {
  protected readonly setting = promiseLimits;
  protected readonly page = limitsPage([]);

  constructor(
    forms: SettingForms,
    catalogue: SettingsCatalogue,
    private readonly people: PeopleQueries,
  ) {
    super(forms, catalogue);
  }

  protected override async current(): Promise<SettingPage<PromiseLimits>> {
    return limitsPage(await this.people.withRole('secretariat'));
  }
}
