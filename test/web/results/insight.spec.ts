import { sql } from '../../../src/database/sql';
import { InsightQueries } from '../../../src/results/insight.queries';
import { tallyInputs } from '../../../src/results/tallies';
import { TalliesQueries } from '../../../src/results/tallies.queries';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
const pages = ['/insight', '/insight/severity', '/insight/replay'] as const;

onEachDatabase('insight', (dialect) => {
  let city: TestCity;
  let closed: OpenRound;
  let open: OpenRound;
  let secretary: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    closed = await city.openRound(3);
    secretary = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  const ruleSetId = async (): Promise<string> =>
    (await city.app.reader.one<{ id: string }>(sql`select id from rule_set_version`))?.id ?? '';
  const rubricId = async (code: string): Promise<string> =>
    (
      await city.app.reader.one<{ id: string }>(
        sql`select rubric_version.id from rubric_version join rubric on rubric.id = rubric_version.rubric_id
            where rubric.code = ${code} and rubric_version.state = 'published'`,
      )
    )?.id ?? '';

  it('says nothing of a round that takes ballots: its pages are the same with votes and without', async () => {
    const asked = [...pages, `/insight/replay?rules=${await ruleSetId()}`];
    const looks = async (): Promise<string[]> =>
      Promise.all(asked.map(async (path) => bare((await secretary.get(path)).body)));
    const before = await looks();
    expect(before[0]).toContain('还没有可以分析的轮次');
    await city.allVote(closed, ['strong', 'disputed', 'weak']);
    expect(await looks()).toEqual(before);
  });

  it('looks back on what the round was tallied from, once it has closed', async () => {
    city.app.clock.advance(6 * 86_400_000);
    secretary = await city.app.signedIn('secretary-01');
    expect((await secretary.post(`/rounds/${closed.id}/closure`)).statusCode).toBe(303);
    const viewer = await city.acts.viewer('secretary-01');
    const [looked] = await city.app.get(InsightQueries).concluded(viewer);
    const material = await city.app.get(TalliesQueries).material(city.app.reader, closed.id);
    const bySeat = (ballots: readonly { seatId: string }[]) =>
      [...ballots].sort((a, b) => (a.seatId < b.seatId ? -1 : 1));
    const inputs = [...tallyInputs(material).values()];
    expect(looked?.items.map(({ input }) => ({ ...input, ballots: bySeat(input.ballots) }))).toEqual(
      inputs.map((input) => ({ ...input, ballots: bySeat(input.ballots) })),
    );
    expect(inputs.map(({ ballots }) => ballots.length)).toEqual([10, 10, 10]);
  });

  it('shows agreement, severity and ranks, and no name', async () => {
    const [agreement = '', severity = ''] = await Promise.all(
      pages.map(async (path) => bare((await secretary.get(path)).body)),
    );
    expect(agreement).toMatch(/3个议题30个评分少于5个议题，仅供参考/);
    expect(agreement).toContain('产业契合度');
    expect(severity).toContain('10个席位中');
    expect(severity).toContain('除去宽严之后的名次');
    expect(severity).toContain('自然资源');
    const names = await city.app.reader.rows<{ name: string }>(
      sql`select holder_name as name from round_seat where round_id = ${closed.id}`,
    );
    for (const page of [agreement, severity])
      expect(names.filter(({ name }) => page.includes(name))).toEqual([]);
  });

  it('tries rubrics and rules on past rounds, and writes nothing', async () => {
    const before = await city.app.rowCounts();
    const same = bare((await secretary.get(`/insight/replay?rules=${await ruleSetId()}`)).body);
    expect(same).toContain('结论都不变。重算了1个轮次、3项议题');
    const own = bare((await secretary.get(`/insight/replay?rubric=${await rubricId('manufacturing')}`)).body);
    expect(own).toContain('100/100');
    const other = bare((await secretary.get(`/insight/replay?rubric=${await rubricId('tech')}`)).body);
    expect(other).toContain('没有可以重算的轮次');
    expect(other).toContain('另一类评分表，不重算');
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('tries a draft, names the decisions it flips, and refuses one that is incomplete', async () => {
    const from = await rubricId('manufacturing');
    const row = await city.app.reader.one<{ rubricId: string; content: string }>(
      sql`select rubric_id as "rubricId", content from rubric_version where id = ${from}`,
    );
    const content = JSON.parse(row?.content ?? '{}') as { criteria: { code: string; weight: number }[] };
    const weigh = (weights: Record<string, number>): string =>
      JSON.stringify({
        ...content,
        criteria: content.criteria.map((one) => ({ ...one, weight: weights[one.code] ?? 1 })),
      });
    const keep = (id: string, version: number, text: string): Promise<unknown> =>
      city.app.work.run((tx) =>
        tx.run(
          sql`insert into rubric_version (id, rubric_id, version, state, content, digest)
              values (${id}, ${row?.rubricId ?? ''}, ${version}, 'draft', ${text}, ${'0'.repeat(64)})`,
        ),
      );
    // Nearly all on what the departments alone score: the item that only they doubted is rejected.
    await keep('DRAFT-0001', 90, weigh({ environmentSafety: 92 }));
    await keep('DRAFT-0002', 91, weigh({ environmentSafety: 40 }));
    const flips = bare((await secretary.get('/insight/replay?rubric=DRAFT-0001')).body);
    expect(flips).toContain('1项结论会变');
    expect(flips).toContain('由组长裁定');
    expect(flips).toContain('草稿');
    const refused = await secretary.get('/insight/replay?rubric=DRAFT-0002');
    expect([refused.statusCode, bare(refused.body).includes('不能重算。这份草稿还有1处不完整')]).toEqual([
      200,
      true,
    ]);
    expect((await secretary.get('/insight/replay?rubric=nothing&rules[]=x')).statusCode).toBe(200);
  });

  it('is for the secretariat and the inspector, and nobody else', async () => {
    for (const [account, status] of [
      ['inspector-01', 200],
      ['leader-01', 403],
      ['scout-01', 403],
      ['admin-01', 403],
    ] as const) {
      const visitor = await city.app.signedIn(account);
      for (const path of pages)
        expect([account, (await visitor.get(path)).statusCode]).toEqual([account, status]);
    }
  });

  it('makes the same number of queries for two rounds as for one', async () => {
    const counted = async (path: string): Promise<number> => {
      await secretary.get(path);
      const before = city.app.reader.statements;
      expect((await secretary.get(path)).statusCode).toBe(200);
      return city.app.reader.statements - before;
    };
    const paths = [...pages, `/insight/replay?rules=${await ruleSetId()}&rubric=DRAFT-0001`];
    const one: number[] = [];
    for (const path of paths) one.push(await counted(path));
    open = await city.openRound(2, 3);
    await city.allVote(open, ['good', 'good']);
    await secretary.post(`/rounds/${open.id}/closure`);
    const two: number[] = [];
    for (const path of paths) two.push(await counted(path));
    expect(two).toEqual(one);
  });
});
