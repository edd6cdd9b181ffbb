import type { Viewer } from '../../../src/domain/access/viewer';
import type { Setting } from '../../../src/domain/settings/setting';
import { Verifier } from '../../../src/ledger/verifier';
import { CitySettingsQueries } from '../../../src/settings/city-settings.queries';
import { CitySettingsService } from '../../../src/settings/city-settings.service';
import { SettingsCatalogue } from '../../../src/settings/settings-catalogue.service';
import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const limit: Setting<{ days: number }> = {
  key: 'test-limit',
  preset: { days: 3 },
  read(stored) {
    const days = (stored as { days?: unknown } | null)?.days;
    if (!Number.isSafeInteger(days)) throw new Error('days is not a whole number');
    return { days: days as number };
  },
};

onEachDatabase('a setting of the city', (dialect) => {
  let city: TestCity;
  let viewer: Viewer;
  beforeEach(async () => {
    city = await foundCity(dialect);
    city.app.get(SettingsCatalogue).register(limit, { href: '/admin/settings/test', word: 'menu.settings' });
    viewer = await city.acts.viewer('secretary-01');
  });
  afterEach(() => city.close());

  const current = () => city.app.get(CitySettingsQueries).current(limit);
  const change = (days: number, basedOn: number, reason = '市里新定') =>
    city.app.get(CitySettingsService).change(viewer, limit, { value: { days }, basedOn, reason });
  const problems = async () => (await city.app.get(Verifier).verify(city.app.reader)).problems;

  it('is its preset until somebody changes it, and then what the newest version says', async () => {
    expect(await current()).toMatchObject({ value: { days: 3 }, version: 0, changedAt: null });
    expect(await change(5, 0)).toBe(1);
    expect(await change(7, 1)).toBe(2);
    expect(await current()).toMatchObject({ value: { days: 7 }, version: 2 });
    const history = await city.app.get(CitySettingsQueries).history('test-limit');
    expect(history.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '市里新定'],
      [1, '市里新定'],
    ]);
    expect(await problems()).toEqual([]);
  });

  it('is not changed without a reason, nor over a change the form did not show, and not at all by the same value', async () => {
    await expect(change(5, 0, ' ')).rejects.toMatchObject({ refusal: { because: 'reasonMissing' } });
    await change(5, 0);
    await expect(change(6, 0)).rejects.toMatchObject({ refusal: { because: 'settingChangedMeanwhile' } });
    expect(await change(5, 1)).toBe(1);
    expect(await current()).toMatchObject({ value: { days: 5 }, version: 1 });
  });

  it('of two changes at once takes one', async () => {
    const both = await Promise.allSettled([change(5, 0), change(6, 0)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await current()).version).toBe(1);
  });

  it('control: a version that was altered or cannot be read is named by verify', async () => {
    await change(5, 0);
    await city.app.work.run((tx) => tx.run(sql`update city_setting set content = '{"days":"x"}'`));
    expect(await problems()).toHaveLength(2);
  });
});
