import { Controller, Get } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Config } from '../config/config';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';
import { settingsView } from './settings.views';

/** What the installation is set to, to be read; nothing secret is among it. */
@Controller('admin/settings')
export class SettingsController {
  constructor(
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly rubrics: RubricsQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  async show(@CurrentWords() words: Words): Promise<PageAnswer> {
    const [rules, calendar, missingYears] = await Promise.all([
      this.rubrics.currentRuleSet(),
      this.calendars.current(),
      this.calendars.missingYears(),
    ]);
    return page(
      'desk/settings',
      settingsView({ config: this.config, rules, years: calendar.knownYears, missingYears }, words),
    );
  }
}
