import { Controller, Get, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { retention } from '../domain/privacy/retention';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, validateForm } from '../http/forms';
import { CitySettingsService } from '../settings/city-settings.service';
import { SettingForms } from '../settings/setting-forms.service';
import type { Words } from '../words/words';
import { RetentionForm } from './retention.form';
import { retentionPage } from './retention.views';

/** For how long what is kept for a time is kept. */
@Controller('admin/settings/retention')
export class RetentionSettingsController {
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
    const form = validateForm(RetentionForm, body, words);
    if (!form.ok) return this.answer(viewer, words, body, byField(form.errors));
    const { basedOn, reason, ...value } = form.value;
    await this.changes.change(viewer, retention, { value, basedOn, reason });
    return seeOther('/admin/settings/retention', { tone: 'ok', text: words.t('retention.changed') });
  }

  private async answer(
    viewer: Viewer,
    words: Words,
    typed: Record<string, unknown> | null,
    errors: Record<string, string>,
  ): Promise<PageAnswer> {
    const shown = await this.forms.shown(viewer, retention);
    const model = retentionPage({ ...shown, typed, errors }, words);
    return page('privacy/retention', model, { status: Object.keys(errors).length > 0 ? 422 : 200 });
  }
}
