import { Injectable } from '@nestjs/common';
import { allows } from '../domain/access/policies';
import type { Viewer } from '../domain/access/viewer';
import type { Setting } from '../domain/settings/setting';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Refusal } from '../domain/shared/refusal';
import { plainText, refusalOfForm, typedText } from '../http/forms';
import type { CitySettingVersion } from './city-setting.entity';
import { CitySettingsQueries, type CurrentSetting } from './city-settings.queries';
import { CitySettingsService } from './city-settings.service';

/** What every page of a setting shows. */
export interface SettingShown<T> {
  readonly current: CurrentSetting<T>;
  /** The newest first. */
  readonly history: readonly CitySettingVersion[];
  readonly mayChange: boolean;
}

/** What the pages of settings have in common: what they show, and the fields `basedOn` and `reason` of their forms. */
@Injectable()
export class SettingForms {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly changes: CitySettingsService,
  ) {}

  async shown<T extends CanonicalValue>(viewer: Viewer, setting: Setting<T>): Promise<SettingShown<T>> {
    const [current, history] = await Promise.all([
      this.settings.current(setting),
      this.settings.history(setting.key),
    ]);
    return { current, history, mayChange: allows('setting.change', viewer, null, 'production') };
  }

  /**
   * @param body the form as it was sent; `value` has been read from its other fields
   * @returns what stands against the reason; null where the setting was changed
   * @throws Refused 409 'settingChangedMeanwhile', also where the form does not say what it was based on
   */
  async change<T extends CanonicalValue>(
    viewer: Viewer,
    setting: Setting<T>,
    value: T,
    body: Record<string, unknown>,
  ): Promise<Refusal | null> {
    const typed = typedText(body, 'basedOn');
    const basedOn = /^\d{1,6}$/.test(typed) ? Number(typed) : -1;
    const reason = plainText(body['reason']).slice(0, 300);
    try {
      await this.changes.change(viewer, setting, { value, basedOn, reason });
      return null;
    } catch (error) {
      return refusalOfForm(error);
    }
  }
}
