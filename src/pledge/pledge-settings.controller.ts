import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { pledge } from '../domain/privacy/pledge';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import { CitySettingsService } from '../settings/city-settings.service';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { PledgeForm } from './pledge.form';
import { pledgeSettingPage } from './pledge.views';

/** The text of the pledge. A new version is asked of everybody again. */
@Controller('admin/settings/pledge')
export class PledgeSettingsController {
  constructor(
    private readonly forms: SettingForms,
    private readonly changes: CitySettingsService,
  ) {}

  @Get()
  @Policy('admin.read')
  show(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(viewer, words, null, {});
  }

  @Post()
  @Policy('setting.change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @FormBody() body: Record<string, unknown>,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(PledgeForm, body, words);
    if (!form.ok) return this.answer(viewer, words, body, byField(form.errors));
    const { text, basedOn, reason } = form.value;
    await this.changes.change(viewer, pledge, { value: { text }, basedOn, reason });
    return seeOther('/admin/settings/pledge', { tone: 'ok', text: words.t('pledge.setting.changed') });
  }

  private async answer(
    viewer: Viewer,
    words: Words,
    typed: Record<string, unknown> | null,
    errors: Record<string, string>,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, pledge);
    const model = pledgeSettingPage({ ...shown, typed, errors }, words);
    return page('pledge/setting', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
