import { Controller, Get, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { answerRules } from '../domain/lead/answer-rules';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, typedText } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { readAnswerRules } from './answer-rules-form';
import { answerRulesView } from './answer-rules.views';

type Form = Record<string, unknown>;

/** 表态与答复规则: terms, duties, and what becomes of a declined lead. */
@Controller('admin/settings/answers')
export class AnswerRulesController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly service: CitySettingsService,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.form(viewer, null, {}, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const codes = (await this.people.units()).map(({ code }) => code);
    const { value, errors } = readAnswerRules(body, codes, words);
    if (Object.keys(errors).length > 0) return this.form(viewer, body, errors, words);
    const basedOn = Number(typedText(body, 'basedOn').slice(0, 9)) || 0;
    const reason = plainText(body['reason']).slice(0, 300);
    try {
      await this.service.change(viewer, answerRules, { value, basedOn, reason });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.form(viewer, body, { reason: words.t(`refusal.${because}`, details) }, words);
    }
    return seeOther('/admin/settings/answers', { tone: 'ok', text: words.t('answers.rules.changed') });
  }

  private async form(
    viewer: Viewer,
    typed: Form | null,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const [current, history, units] = await Promise.all([
      this.settings.current(answerRules),
      this.settings.history(answerRules.key),
      this.people.units(),
    ]);
    const mayChange = allows('setting.change', viewer, null, 'production');
    const departments = units.filter(({ kind }) => kind === 'department');
    const model = answerRulesView({ current, history, departments, mayChange, typed, errors }, words);
    return page('answers/rules', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
