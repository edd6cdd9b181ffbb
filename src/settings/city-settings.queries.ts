import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Setting } from '../domain/settings/setting';
import type { CanonicalValue } from '../domain/shared/canonical';
import { CitySettingVersion } from './city-setting.entity';

/** A setting as it stands. */
export interface CurrentSetting<T> {
  readonly value: T;
  /** 0 while the preset holds. */
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedByLabel: string | null;
}

/** Reads the city's settings. */
@Injectable()
export class CitySettingsQueries {
  constructor(private readonly reader: Reader) {}

  /** The newest version, or the preset. One statement; inside a unit of work give its `tx`. */
  async current<T extends CanonicalValue>(
    setting: Setting<T>,
    source: Source = this.reader,
  ): Promise<CurrentSetting<T>> {
    const row = await source.findOne(
      CitySettingVersion,
      sql`where key = ${setting.key} order by version desc limit 1`,
    );
    if (row === null) return { value: setting.preset, version: 0, changedAt: null, changedByLabel: null };
    const { content, version, changedAt, changedByLabel } = row;
    return { value: setting.read(JSON.parse(content)), version, changedAt, changedByLabel };
  }

  /** The value alone. */
  async value<T extends CanonicalValue>(setting: Setting<T>, source?: Source): Promise<T> {
    return (await this.current(setting, source)).value;
  }

  /**
   * What held as a version, for what was decided by it; 0 is the preset.
   * @throws Error where there is no such version
   */
  async ofVersion<T extends CanonicalValue>(
    setting: Setting<T>,
    version: number,
    source: Source = this.reader,
  ): Promise<T> {
    if (version === 0) return setting.preset;
    const row = await source.findOne(
      CitySettingVersion,
      sql`where key = ${setting.key} and version = ${version}`,
    );
    if (row === null) throw new Error(`the setting ${setting.key} has no version ${version}`);
    return setting.read(JSON.parse(row.content));
  }

  /** All versions of one setting, newest first. */
  history(key: string): Promise<CitySettingVersion[]> {
    return this.reader.find(CitySettingVersion, sql`where key = ${key} order by version desc`);
  }

  /** When each setting was last changed, by key; a setting never changed is not among them. */
  async lastChanges(): Promise<ReadonlyMap<string, { version: number; changedAt: string }>> {
    const rows = await this.reader.rows<{ key: string; version: number; changedAt: string }>(
      sql`select key, max(version) as version, max(changed_at) as "changedAt" from city_setting group by key`,
    );
    return new Map(rows.map(({ key, version, changedAt }) => [key, { version: Number(version), changedAt }]));
  }
}
