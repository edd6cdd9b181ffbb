import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { pledge, type Pledge } from '../domain/privacy/pledge';
import { CitySettingsQueries, type CurrentSetting } from '../settings/city-settings.queries';

/** Reads the pledge and who has given it. */
@Injectable()
export class PledgesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly settings: CitySettingsQueries,
  ) {}

  current(source?: Source): Promise<CurrentSetting<Pledge>> {
    return this.settings.current(pledge, source);
  }

  /** Whether a person has given the version in force. One statement. */
  async hasGiven(personId: string, source: Source = this.reader): Promise<boolean> {
    const row = await source.one(
      sql`select id from pledge_acceptance where person_id = ${personId} and version =
            coalesce((select max(version) from city_setting where key = ${pledge.key}), 0)`,
    );
    return row !== null;
  }
}
