import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity } from './ballot-city';

onEachDatabase('a declaration of interests', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 3);
    visitor = await city.enter(city.seat('enterprise'));
  }, 60_000);
  afterAll(() => app.close());

  const path = (position: number): string => `/ballot/items/${city.item(position).id}`;
  const declarations = (): Promise<number> => city.count('interest_declaration');

  it('is asked by the list before an item is opened, with who invests and no more of the lead', async () => {
    expect((await visitor.get('/ballot')).body).toContain(`href="${path(1)}/declaration"`);
    const before = await app.rowCounts();
    const { statusCode, body } = await visitor.get(`${path(1)}/declaration`);
    expect([statusCode, body.includes('data-page="ballot-declaration"')]).toEqual([200, true]);
    expect(body).toContain(city.item(1).title);
    expect(body).toContain('您与这个项目有没有利害关系');
    for (const hidden of ['3.8亿元', '投资强度', 'scores[', '建设内容']) expect(body).not.toContain(hidden);
    expect(await app.rowCounts()).toEqual(before);
  });

  it('has to be answered, and says so', async () => {
    const { statusCode, body } = await visitor.post(`${path(1)}/declaration`, { interest: 'perhaps' });
    expect([statusCode, body.includes('请先选择有没有利害关系')]).toEqual([422, true]);
    const some = await visitor.post(`${path(1)}/declaration`, { interest: 'some' });
    expect([some.statusCode, some.headers.location]).toEqual([303, `${path(1)}/recusal`]);
    expect(await declarations()).toBe(0);
  });

  it('opens the item, is recorded once and sealed, and is not asked again', async () => {
    for (let times = 0; times < 2; times += 1) {
      const none = await visitor.post(`${path(1)}/declaration`, { interest: 'none' });
      expect([none.statusCode, none.headers.location]).toEqual([303, path(1)]);
    }
    expect(await declarations()).toBe(1);
    expect((await visitor.get('/ballot')).body).toContain(`href="${path(1)}"`);
    expect((await visitor.get(`${path(1)}/declaration`)).headers.location).toBe(path(1));
    expect((await visitor.get(path(1))).body).not.toContain('您还没有声明利害关系');
    expect((await app.get(Verifier).verify(app.reader)).problems).toEqual([]);
    await app.work
      .run(async (tx) => {
        await tx.run(sql`update interest_declaration set device = 'x'`);
        const { problems } = await app.get(Verifier).verify(tx);
        expect(problems.map(({ words }) => words)).toEqual([expect.stringContaining('interestDeclaration')]);
        throw new Error('taken back');
      })
      .catch((error: unknown) => expect(String(error)).toContain('taken back'));
  });

  it('is made by casting where the item was opened by its address, which says so', async () => {
    expect((await visitor.get(path(2))).body).toContain('提交表决即声明与投资方没有利害关系');
    const cast = await visitor.post(path(2), ballotOf('enterprise', { idempotencyKey: 'two' }));
    expect([cast.statusCode, cast.headers.location]).toEqual([303, `${path(3)}/declaration`]);
    expect((await visitor.get(`${path(3)}/declaration`)).body).toContain('已投1/3');
    expect((await visitor.get('/ballot')).body).toContain(`href="${path(2)}"`);
    expect(await declarations()).toBe(1);
  });

  it('is not taken for an item of nobody, from a recused seat, or once the round is over', async () => {
    const none = { interest: 'none' };
    expect((await visitor.post(`/ballot/items/${'0'.repeat(26)}/declaration`, none)).statusCode).toBe(404);
    expect((await visitor.post('/ballot/items/%00/declaration', none)).statusCode).toBe(404);
    await visitor.post(`${path(3)}/recusal`, { reason: '本单位向投资方供货' });
    expect((await visitor.post(`${path(3)}/declaration`, none)).statusCode).toBe(409);
    const recused = await visitor.get(`${path(3)}/declaration`);
    expect(recused.body).not.toContain(city.item(3).title);
    const other = await city.enter(city.seat('park'));
    app.clock.advance(30 * 86_400_000);
    expect((await other.post(`${path(1)}/declaration`, none)).statusCode).not.toBe(303);
    expect(await declarations()).toBe(1);
  });
});
