import { Injectable } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import type { Setting } from '../domain/settings/setting';
import type { CanonicalValue } from '../domain/shared/canonical';
import { Refused } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import type { FieldError } from '../http/forms';
import { SettingReading } from '../http/setting-form';
import { settingPage, type SettingPage } from '../http/views/setting-page';
import type { Words } from '../words/words';
import { CitySettingsQueries } from './city-settings.queries';
import { CitySettingsService } from './city-settings.service';

type Body = Readonly<Record<string, unknown>>;

/** The one way in which a setting of the city is shown and changed. */
@Injectable()
export class SettingForms {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
  ) {}

  /** @param sent the form that comes back, with 422, or with 409 where another person was faster */
  async show<T extends CanonicalValue>(
    viewer: Viewer,
    setting: Setting<T>,
    at: SettingPage<T>,
    words: Words,
    sent: { body: Body; errors: readonly FieldError[]; status: 409 | 422 } | null = null,
  ): Promise<PageAnswer> {
    const [current, versions] = await Promise.all([
      this.settings.current(setting),
      this.settings.history(setting.key),
    ]);
    const history = versions.map((row) => ({ ...row, value: setting.read(JSON.parse(row.content)) }));
    const mayChange = allows('setting.change', viewer, null, 'production');
    const model = settingPage({ current, preset: setting.preset, history, mayChange, sent }, at, words);
    return page('settings/page', model, { status: sent?.status ?? 200 });
  }

  async change<T extends CanonicalValue>(
    viewer: Viewer,
    setting: Setting<T>,
    at: SettingPage<T>,
    sent: Body,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const body = at.tidy?.(sent) ?? sent;
    const form = new SettingReading(body, words);
    const value = at.read(form);
    const [reason, basedOn] = [form.reason(), form.basedOn()];
    if (form.errors.length > 0)
      return this.show(viewer, setting, at, words, { body, errors: form.errors, status: 422 });
    try {
      const n = await this.changes.change(viewer, setting, { value, basedOn, reason });
      const text = words.t(n === basedOn ? 'citySetting.same' : 'citySetting.saved', { n });
      return seeOther(at.href, { tone: 'ok', text });
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.because !== 'settingChangedMeanwhile') throw error;
      // What was typed stays, and the next press is meant over what the other person saved.
      const { version: n } = await this.settings.current(setting);
      const errors = [{ field: 'reason', message: words.t('citySetting.error.meanwhile', { n }) }];
      return this.show(viewer, setting, at, words, { body, errors, status: 409 });
    }
  }
}
