import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { answerRules } from '../domain/lead/answer-rules';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { readAnswerRules } from './answer-rules-form';
import { answerRulesView } from './answer-rules.views';

type Form = Record<string, unknown>;

/** 表态与答复规则: terms, duties, and what becomes of a declined lead. */
@Controller('admin/settings/answers')
export class AnswerRulesController {
  constructor(
    private readonly forms: SettingForms,
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
    const refusal = await this.forms.change(viewer, answerRules, value, body);
    if (refusal !== null) {
      const reason = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.form(viewer, body, { reason }, words);
    }
    return seeOther('/admin/settings/answers', { tone: 'ok', text: words.t('answers.rules.changed') });
  }

  private async form(
    viewer: Viewer,
    typed: Form | null,
    errors: Record<string, string>,
    words: Words,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, answerRules);
    const units = await this.people.units();
    const departments = units.filter(({ kind }) => kind === 'department');
    const model = answerRulesView({ ...shown, departments, typed, errors }, words);
    return page('settings/groups', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
