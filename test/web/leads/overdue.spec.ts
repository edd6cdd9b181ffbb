import { beijing, parseBeijing } from '../../../src/domain/shared/instant';
import { LateQueries } from '../../../src/late/late.queries';
import { PausesService } from '../../../src/late/pauses.service';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

onEachDatabase('the number of leads overdue at intake', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let paused: string;
  let resumed: string;
  const year = (): number => beijing(city.app.clock.now()).year;
  const go = (time: string): void => city.app.clock.set(parseBeijing(`${year()}-${time}`) ?? '');
  beforeAll(async () => {
    city = await foundCity(dialect);
    const plain = city.book().filter(({ body }) => Number(body['totalInvestmentWan']) < 100_000);
    const ids: string[] = [];
    for (const entry of plain.slice(0, 4)) ids.push(await city.acts.report(entry));
    [, paused = '', resumed = ''] = ids;
    const pauses = city.app.get(PausesService);
    const ask = async (leadId: string, until: string): Promise<string> => {
      const asked = { kind: 'intake', until: `${year()}-${until}`, reason: '等待投资方补充材料' };
      return pauses.ask(await city.acts.viewer('secretary-01'), leadId, asked);
    };
    const approve = async (id: string) => pauses.approve(await city.acts.viewer('secretary-02'), id);
    go('03-17T16:00');
    const [long, short] = [await ask(paused, '03-25'), await ask(resumed, '03-27')];
    go('03-18T10:00');
    await approve(long);
    await approve(short);
    go('03-19T10:00');
    await pauses.resume(await city.acts.viewer('secretary-03'), short, '材料已到');
  }, 60_000);
  afterAll(() => city.close());

  /** By the page of what is late, which reckons every pause in. */
  const late = async (): Promise<string[]> => {
    const viewer = await city.acts.viewer('secretary-01');
    const { rows } = await city.app.get(LateQueries).list(viewer, 'near');
    return rows
      .filter(({ kind, standing }) => kind === 'intake' && standing === 'late')
      .flatMap(({ leadId }) => leadId ?? []);
  };
  const told = async (path: string): Promise<number> => {
    const { body } = await office.get(path);
    return Number(/受理超期(\d+)条/.exec(body.replace(/<[^>]+>/g, ''))?.[1] ?? 0);
  };
  const listed = async (): Promise<string[]> => {
    const { body } = await office.get('/intake?view=late');
    return [...body.matchAll(/<tr data-id="([0-9a-z]+)"/g)].map(([, id]) => id ?? '');
  };

  it.each([
    // Due on the 20th; one is paused until the 25th, one had a day's pause.
    ['03-20T17:59', 0],
    ['03-20T18:01', 2],
    ['03-23T18:01', 3],
    // The pause has ended by itself, and what was left of the term still runs.
    ['03-26T10:00', 3],
    ['03-31T18:01', 4],
  ])('at %s is %i, in the list, at the desk and on the page of what is late', async (time, number) => {
    go(time);
    // A session ends long before the next of these days.
    office = await city.app.signedIn('secretary-01');
    const found = await late();
    expect(found).toHaveLength(number);
    expect(await told('/leads')).toBe(number);
    expect((await listed()).sort()).toEqual([...found].sort());
    const row = (await office.get('/leads')).body;
    const of = (id: string): string => row.slice(row.indexOf(`data-id="${id}"`)).slice(0, 2500);
    expect(/class="[^"]*late/.test(of(paused).split('</tr>')[0] ?? '')).toBe(found.includes(paused));
  });
});
