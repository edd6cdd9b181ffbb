import { Controller, Get } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Config } from '../config/config';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import type { Words } from '../words/words';
import { settingsView } from './settings.views';

/** What the installation is set to, to be read; nothing secret is among it. */
@Controller('admin/settings')
export class SettingsController {
  constructor(
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly rubrics: RubricsQueries,
    private readonly catalogue: SettingsCatalogue,
    private readonly settings: CitySettingsQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  async show(@CurrentWords() words: Words): Promise<PageAnswer> {
    const [rules, calendar, missingYears, lastChanges] = await Promise.all([
      this.rubrics.currentRuleSet(),
      this.calendars.current(),
      this.calendars.missingYears(),
      this.settings.lastChanges(),
    ]);
    const listed = this.catalogue.all.map(({ setting, href, word }) => ({
      href,
      word,
      last: lastChanges.get(setting.key) ?? null,
    }));
    return page(
      'desk/settings',
      settingsView({ config: this.config, rules, years: calendar.knownYears, missingYears, listed }, words),
    );
  }
}
