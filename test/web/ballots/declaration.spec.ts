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

  it('is asked by the item itself, with who invests and no more of the lead', async () => {
    expect((await visitor.get('/ballot')).body).toContain(`href="${path(1)}"`);
    const before = await app.rowCounts();
    const { statusCode, body } = await visitor.get(path(1));
    expect([statusCode, body.includes('data-state="undeclared"')]).toEqual([200, true]);
    expect(body).toContain(city.item(1).title);
    expect(body).toContain('您与这个项目有没有利害关系');
    // The industry by its name, not by a bare code that nobody knows by heart.
    expect(body).toMatch(/C\d{4} [\u4e00-\u9fff]{2}/);
    for (const hidden of ['<dl class="figures">', 'class="wide-more"', '3.8亿元', '投资强度'])
      expect(body).not.toContain(hidden);
    expect(await app.rowCounts()).toEqual(before);
    expect((await visitor.get(`${path(1)}/declaration`)).headers.location).toBe(path(1));
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
    const opened = (await visitor.get(path(1))).body;
    expect(opened).not.toContain('data-state="undeclared"');
    for (const shown of ['<dl class="figures">', '投资方']) expect(opened).toContain(shown);
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

  it('keeps what was typed below the question', async () => {
    const park = await city.enter(city.seat('park'));
    const typed = ballotOf('park', { comment: '先写在这里', interest: 'none' });
    expect((await park.post(`${path(1)}/declaration`, typed)).headers.location).toBe(path(1));
    expect((await park.get(path(1))).body).toContain('先写在这里');
    const unclear = await park.post(`${path(2)}/declaration`, { ...typed, interest: '' });
    expect([unclear.statusCode, unclear.body.includes('先写在这里')]).toEqual([422, true]);
    expect(await declarations()).toBe(2);
    expect(await city.count('ballot_version')).toBe(0);
  });

  it('is made by casting without an answer, which the page says', async () => {
    const page = (await visitor.get(path(2))).body;
    for (const said of [
      '提交表决即声明与投资方没有利害关系',
      `action="${path(2)}"`,
      'name="_csrf"',
      'name="vote"',
    ])
      expect(page).toContain(said);
    const cast = await visitor.post(path(2), ballotOf('enterprise', { idempotencyKey: 'two' }));
    expect([cast.statusCode, cast.headers.location]).toEqual([303, path(3)]);
    expect((await visitor.get(path(3))).body).toContain('已投1/3');
    expect((await visitor.get('/ballot')).body).toContain(`href="${path(2)}"`);
    expect(await declarations()).toBe(2);
  });

  it('is not taken for an item of nobody, from a recused seat, or once the round is over', async () => {
    const none = { interest: 'none' };
    expect((await visitor.post(`/ballot/items/${'0'.repeat(26)}/declaration`, none)).statusCode).toBe(404);
    expect((await visitor.post('/ballot/items/%00/declaration', none)).statusCode).toBe(404);
    await visitor.post(`${path(3)}/recusal`, { reason: '本单位向投资方供货' });
    expect((await visitor.post(`${path(3)}/declaration`, none)).statusCode).toBe(409);
    const recused = await visitor.get(path(3));
    expect(recused.body).not.toContain(city.item(3).title);
    const other = await city.enter(city.seat('park'));
    app.clock.advance(30 * 86_400_000);
    expect((await other.post(`${path(1)}/declaration`, none)).statusCode).not.toBe(303);
    expect(await declarations()).toBe(2);
  });
});
