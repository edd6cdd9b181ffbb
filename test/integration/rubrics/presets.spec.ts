import { sql } from '../../../src/database/sql';
import { checkRubric } from '../../../src/domain/rubric/check-rubric';
import { RUBRIC_PRESETS } from '../../../src/domain/rubric/presets';
import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { RubricsService } from '../../../src/rubrics/rubrics.service';
import { onEachDatabase } from '../../support/databases';
import { roundsWorld, RoundsWorld } from '../rounds/rounds-world';

const actor = { personId: null, label: '测试' };

onEachDatabase('the presets', (dialect) => {
  let world: RoundsWorld;
  beforeAll(async () => {
    world = await roundsWorld(dialect);
  });
  afterAll(() => world.close());

  it('are published once as version 1, frozen and sealed, however often that is asked for', async () => {
    const again = await world.work.run((tx) => world.get(RubricsService).publishPresets(tx, actor));
    expect(again).toBe(0);
    const queries = world.get(RubricsQueries);
    const all = await queries.versions();
    const versions = all.filter(({ state }) => state !== 'draft');
    expect(versions.map(({ code, version, state }) => `${code} ${version} ${state}`)).toEqual([
      'manufacturing 1 published',
      'service 1 published',
      'tech 1 published',
    ]);
    for (const { id, code } of versions) {
      expect((await queries.version(id))?.content).toEqual(
        RUBRIC_PRESETS.find((preset) => preset.code === code),
      );
    }
    expect((await queries.currentRuleSet())?.content).toEqual(R1);
    expect(await world.problems()).toEqual([]);
  });

  it('leave a draft in which the objective criteria of manufacturing score themselves, for nobody to use yet', async () => {
    const queries = world.get(RubricsQueries);
    const [draft] = (await queries.versions()).filter(({ state }) => state === 'draft');
    expect(draft).toMatchObject({ code: 'manufacturing', version: 2, publishedAt: null });
    const content = (await queries.version(draft?.id ?? ''))?.content;
    expect(content && checkRubric(content)).toEqual([]);
    expect(content?.criteria.filter(({ computed }) => computed).map(({ code }) => code)).toEqual([
      'investIntensity',
      'taxPerMu',
      'energyCarbon',
    ]);
    expect((await queries.published()).map(({ code, version }) => `${code} ${version}`)).toEqual([
      'manufacturing 1',
      'service 1',
      'tech 1',
    ]);
  });

  it('are found out by verify when one was changed afterwards', async () => {
    const [first] = await world.get(RubricsQueries).published();
    const content =
      (
        await world.reader.one<{ content: string }>(
          sql`select content from rubric_version where id = ${first?.id ?? ''}`,
        )
      )?.content ?? '';
    const write = (text: string): Promise<number> =>
      world.work.run((tx) =>
        tx.run(sql`update rubric_version set content = ${text} where id = ${first?.id ?? ''}`),
      );
    await write(content.replace('"weight":15', '"weight":16'));
    expect(await world.problems()).toEqual([`changed rubricVersion ${first?.id}`]);
    await write(content);
  });
});
