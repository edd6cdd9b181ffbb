import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { fairCompetitionRules } from '../domain/fair-competition/flag-rules';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { FieldError } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { readRulesForm } from './gate-rules.form';
import { gateRulesView } from './gate-rules.views';

type Body = Record<string, unknown>;

/** The rules of the fair-competition gate. */
@Controller('admin/settings/fair-competition')
export class GateRulesController {
  constructor(
    private readonly forms: SettingForms,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, null, words);
  }

  @Post()
  @Policy('setting.change')
  async change(
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const known = (await this.people.units()).map(({ code }) => code);
    const read = readRulesForm(body, known, words);
    if ('errors' in read) return this.answer(viewer, { body, errors: read.errors }, words);
    const refusal = await this.forms.change(viewer, fairCompetitionRules, read.value, body);
    if (refusal !== null) {
      const message = words.t(`refusal.${refusal.because}`, refusal.details);
      return this.answer(viewer, { body, errors: [{ field: 'reason', message }] }, words);
    }
    return seeOther('/admin/settings/fair-competition', { tone: 'ok', text: words.t('gate.rules.saved') });
  }

  private async answer(
    viewer: Viewer,
    sent: { body: Body; errors: readonly FieldError[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, fairCompetitionRules);
    const units = await this.people.units();
    const offices = units.filter(({ kind }) => kind === 'department' || kind === 'office');
    const model = gateRulesView({ ...shown, units: offices }, sent, words);
    return page('settings/setting', model, { status: sent === null ? 200 : 422 });
  }
}
