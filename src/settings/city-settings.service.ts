import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { Setting } from '../domain/settings/setting';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import { refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { CitySettingVersion, sealOfCitySetting } from './city-setting.entity';
import { CitySettingsQueries } from './city-settings.queries';

/** Changes the city's settings: each change is a new version with its reason, sealed in the ledger. */
@Injectable()
export class CitySettingsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * Puts a new version in force, from now on; what was decided before stays as it was decided. An unchanged value
   * makes no version.
   * @param basedOn the version that the form showed: a change made meanwhile by another is not overwritten
   * @returns the version in force
   * @throws Refused 422 'reasonMissing', 409 'settingChangedMeanwhile'
   */
  async change<T extends CanonicalValue>(
    viewer: Viewer,
    setting: Setting<T>,
    change: { readonly value: T; readonly basedOn: number; readonly reason: string },
  ): Promise<number> {
    const reason = change.reason.trim();
    if (reason === '') throw new Refused(refuse('reasonMissing'), 422);
    // Read back before it is stored: nothing goes in that could not come out.
    const content = canonical(setting.read(JSON.parse(canonical(change.value))));
    const actor = actorOf(viewer);
    try {
      return await this.work.run(async (tx) => {
        const { value, version } = await this.settings.current(setting, tx);
        if (version !== change.basedOn) throw new Refused(refuse('settingChangedMeanwhile'), 409);
        if (canonical(value) === content) return version;
        const row: CitySettingVersion = {
          id: this.ids.next(),
          key: setting.key,
          version: version + 1,
          content,
          reason,
          changedAt: this.clock.now(),
          changedById: viewer.personId,
          changedByLabel: actor.label.slice(0, 140),
        };
        await tx.insert(CitySettingVersion, row);
        const facts = { key: row.key, version: row.version };
        await this.ledger.seal(tx, 'citySetting', row.id, sealOfCitySetting(row), {
          kind: 'setting.changed',
          actor,
          facts,
        });
        return row.version;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('settingChangedMeanwhile'), 409);
      throw error;
    }
  }
}
