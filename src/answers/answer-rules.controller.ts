import { Controller } from '@nestjs/common';
import { answerRules, type AnswerRules } from '../domain/lead/answer-rules';
import type { SettingPage } from '../http/views/setting-page';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import { SettingController } from '../settings/setting.controller';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { answerRulesPage } from './answer-rules.views';

/** 表态与答复规则: terms, duties, and what becomes of a declined lead. */
@Controller('admin/settings/answers')
export class AnswerRulesController extends SettingController<AnswerRules> {
  protected readonly setting = answerRules;
  protected readonly page = answerRulesPage([]);

  constructor(
    forms: SettingForms,
    catalogue: SettingsCatalogue,
    private readonly people: PeopleQueries,
  ) {
    super(forms, catalogue);
  }

  protected override async current(): Promise<SettingPage<AnswerRules>> {
    return answerRulesPage(await this.people.units());
  }
}
