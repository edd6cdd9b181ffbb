import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { Setting } from '../domain/settings/setting';
import type { CanonicalValue } from '../domain/shared/canonical';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { CitySettingVersion } from './city-setting.entity';

/** A setting and the page on which it is read and changed. */
export interface ListedSetting {
  readonly setting: Setting<CanonicalValue>;
  /** `/admin/settings/scope-rules`. */
  readonly href: string;
  /** Key of its name in the catalogues. */
  readonly word: string;
}

/** Which settings the program knows. Features enter theirs when their module starts. */
@Injectable()
export class SettingsCatalogue implements ConsistencyCheck {
  private readonly byKey = new Map<string, ListedSetting>();
  readonly name = 'every stored version of a setting can be read by the program';

  /** @throws Error where the key is taken */
  register<T extends CanonicalValue>(setting: Setting<T>, page: { href: string; word: string }): void {
    if (this.byKey.has(setting.key)) throw new Error(`the setting ${setting.key} is registered twice`);
    this.byKey.set(setting.key, { setting, ...page });
  }

  get all(): readonly ListedSetting[] {
    return [...this.byKey.values()];
  }

  async run(source: Source): Promise<string[]> {
    const rows = await source.find(CitySettingVersion, sql`order by key, version`);
    return rows.flatMap(({ id, key, version, content }) => {
      const listed = this.byKey.get(key);
      if (!listed) return [`setting ${key} version ${version} (${id}): the program knows no such setting`];
      try {
        listed.setting.read(JSON.parse(content));
        return [];
      } catch (error) {
        return [`setting ${key} version ${version} (${id}): ${(error as Error).message}`];
      }
    });
  }
}
