import { Controller } from '@nestjs/common';
import { fairCompetitionRules, type FairCompetitionRules } from '../domain/fair-competition/flag-rules';
import type { SettingPage } from '../http/views/setting-page';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import { SettingController } from '../settings/setting.controller';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { gateRulesPage } from './gate-rules.views';

/** The rules of the fair-competition gate. */
@Controller('admin/settings/fair-competition')
export class GateRulesController extends SettingController<FairCompetitionRules> {
  protected readonly setting = fairCompetitionRules;
  protected readonly page = gateRulesPage([]);

  constructor(
    forms: SettingForms,
    catalogue: SettingsCatalogue,
    private readonly people: PeopleQueries,
  ) {
    super(forms, catalogue);
  }

  protected override async current(): Promise<SettingPage<FairCompetitionRules>> {
    return gateRulesPage(await this.people.units());
  }
}
