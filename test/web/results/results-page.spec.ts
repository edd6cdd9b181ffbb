import { sql } from '../../../src/database/sql';
import { itemOf, voteAsIn } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

onEachDatabase('the results of a round', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let secretary: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(3);
    secretary = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  it('do not exist before closing, for nobody', async () => {
    const answer = await secretary.get(`/rounds/${round.id}/results`);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('轮次尚未截止');
    expect((await secretary.get(`/rounds/${round.id}/announcement`)).statusCode).toBe(409);
    const scout = await city.app.signedIn('scout-01');
    expect([403, 404]).toContain((await scout.get(`/rounds/${round.id}/results`)).statusCode);
  });

  it('are previewed as what closing would do, from attendance alone', async () => {
    await voteAsIn(city, round, ['G1', 'G2', 'G5']);
    const page = await secretary.get(`/rounds/${round.id}/closure`);
    expect(page.statusCode).toBe(200);
    const text = bare(page.body);
    expect(text).toContain('10/10席');
    expect(text).toContain('9/9席');
    expect(text).toContain('8/10席');
    expect(text).toContain('还缺：院所');
    expect(text).toContain('可以先延期一次');
    expect(page.body).toContain(`action="/rounds/${round.id}/closure"`);
    expect(page.body).toContain('aria-disabled="true"');
    expect(text).not.toContain('81.55');
    const early = await secretary.post(`/rounds/${round.id}/closure`);
    expect(early.statusCode).toBe(409);
  });

  it('come out to the cent, each explained step by step', async () => {
    city.app.clock.advance(6 * 86_400_000);
    secretary = await city.app.signedIn('secretary-01');
    const closed = await secretary.post(`/rounds/${round.id}/closure`);
    expect([closed.statusCode, closed.headers.location]).toEqual([303, `/rounds/${round.id}/results`]);
    const page = await secretary.get(`/rounds/${round.id}/results`);
    expect(page.statusCode).toBe(200);
    const text = bare(page.body);
    for (const said of [
      '81.55',
      '76.20',
      '9/10同意',
      '6/9同意',
      '回避1席',
      '名册10席，无人回避，应投10席；实投10席',
    ])
      expect(text).toContain(said);
    expect(text).toContain('3×9=27≥2×10=20满足');
    expect(text).toContain('3×6=18≥2×9=18满足');
    expect(text).toContain('未到法定人数');
    // D4's 3 and one of the 5s are struck from the six marks for investment intensity.
    expect(page.body).toMatch(/<s class="dim">3<\/s> 4 4 5 5 <s class="dim">5<\/s>/);
    expect(page.body).toContain('10张票的折算分，最低61.7，最高91.5，项目得分81.55');
    const again = await secretary.post(`/rounds/${round.id}/closure`);
    expect(again.statusCode).toBe(409);
  });

  it('say what each outcome rests on, as the worked examples come out', async () => {
    const page = await secretary.get(`/rounds/${round.id}/results`);
    const items = page.body.split('<section class="result').slice(1).map(bare);
    const [clear = '', narrow = '', none = ''] = items;
    for (const said of ['任一票缺席结论不变', '79.77–83.43', '同意最少8/9，结论不变', '81.42–81.67'])
      expect(clear).toContain(said);
    for (const said of ['结论系于1票', '6张同意票缺任一张即由组长裁定']) expect(narrow).toContain(said);
    expect(none).toContain('未到法定人数');
    expect(none).not.toContain('稳健性以下推演');
  });

  it('can be narrowed to what the meeting should hear of, and put by disagreement', async () => {
    const rows = async (query: string): Promise<number> =>
      (await secretary.get(`/rounds/${round.id}/results${query}`)).body.split('data-id="').length - 1;
    expect(await rows('')).toBe(3);
    expect(await rows('?by=dispute')).toBe(3);
    expect(await rows('?by=agenda')).toBe(1);
    expect(await rows('?by[]=agenda')).toBe(3);
  });

  it('say how far the panel agreed, and when there is too little to tell', async () => {
    const text = bare((await secretary.get(`/rounds/${round.id}/results`)).body);
    expect(text).toContain('专班一致程度');
    expect(text).toMatch(/α−?[01]\.\d\d/);
    expect(text).toContain('可比的议题只有3个，不足5个');
  });

  it('name no seat holder', async () => {
    const names = await city.app.reader.rows<{ name: string }>(
      sql`select holder_name as name from round_seat where round_id = ${round.id}`,
    );
    const page = bare((await secretary.get(`/rounds/${round.id}/results`)).body);
    expect(names.filter(({ name }) => page.includes(name))).toEqual([]);
  });

  it('can be read by inspector and leading group, and ruled on by the chair alone', async () => {
    for (const account of ['inspector-01', 'leader-01'])
      expect((await (await city.app.signedIn(account)).get(`/rounds/${round.id}/results`)).statusCode).toBe(
        200,
      );
    const itemId = await itemOf(city, round.id, round.leadIds[0] ?? '');
    const path = `/rounds/${round.id}/items/${itemId}/ruling`;
    const fields = { ruling: 'consult', reason: '需要会商' };
    expect([403, 404]).toContain((await secretary.post(path, fields)).statusCode);
    const chair = await city.app.signedIn('leader-01');
    const refused = await chair.post(path, fields);
    expect(refused.statusCode).toBe(422);
    expect((await chair.post(path, { ruling: 'perhaps', reason: '' })).statusCode).toBe(422);
    expect((await chair.post(`/rounds/${round.id}/items/nothing/ruling`, fields)).statusCode).toBe(404);
  });

  it('make the same number of queries for three items as for one', async () => {
    const other = await city.openRound(1, 3);
    await city.allVote(other, ['good']);
    await secretary.post(`/rounds/${other.id}/closure`);
    const counted = async (path: string): Promise<number> => {
      await secretary.get(path);
      const before = city.app.reader.statements;
      expect((await secretary.get(path)).statusCode).toBe(200);
      return city.app.reader.statements - before;
    };
    for (const page of ['results', 'announcement', 'closure'])
      expect([page, await counted(`/rounds/${round.id}/${page}`)]).toEqual([
        page,
        await counted(`/rounds/${other.id}/${page}`),
      ]);
  });
});
