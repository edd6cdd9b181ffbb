import { Controller, Get, Post } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import { fairCompetitionRules } from '../domain/fair-competition/flag-rules';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText, type FieldError } from '../http/forms';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { CitySettingsService } from '../settings/city-settings.service';
import type { Words } from '../words/words';
import { readRulesForm } from './gate-rules.form';
import { gateRulesView } from './gate-rules.views';

type Body = Record<string, unknown>;

/** The rules of the fair-competition gate. */
@Controller('admin/settings/fair-competition')
export class GateRulesController {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
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
    const basedOn = /^\d{1,6}$/.test(typedText(body, 'basedOn')) ? Number(typedText(body, 'basedOn')) : -1;
    const reason = typedText(body, 'reason').slice(0, 300);
    try {
      await this.changes.change(viewer, fairCompetitionRules, { value: read.value, basedOn, reason });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const errors = [{ field: 'reason', message: words.t(`refusal.${because}`, details) }];
      return this.answer(viewer, { body, errors }, words);
    }
    return seeOther('/admin/settings/fair-competition', { tone: 'ok', text: words.t('gate.rules.saved') });
  }

  private async answer(
    viewer: Viewer,
    sent: { body: Body; errors: readonly FieldError[] } | null,
    words: Words,
  ): Promise<PageAnswer> {
    const [current, history, units] = await Promise.all([
      this.settings.current(fairCompetitionRules),
      this.settings.history(fairCompetitionRules.key),
      this.people.units(),
    ]);
    const offices = units.filter(({ kind }) => kind === 'department' || kind === 'office');
    const mayChange = allows('setting.change', viewer, null, 'production');
    const model = gateRulesView({ current, history, units: offices, mayChange }, sent, words);
    return page('settings/setting', model, { status: sent === null ? 200 : 422 });
  }
}
