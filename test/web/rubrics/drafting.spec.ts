import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { RubricsQueries, type RubricVersionCard } from '../../../src/rubrics/rubrics.queries';
import { foundCity, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';

/** A criterion that has everything a publication asks for. */
const supplyChain = {
  nameZh: '供应链安全',
  nameEn: 'Supply chain',
  code: 'supplyChain',
  weight: '10',
  anchor0Zh: '关键件无替代来源',
  anchor0En: 'No second source for key parts',
  anchor3Zh: '有替代来源',
  anchor3En: 'A second source exists',
  anchor5Zh: '主要件本地配套',
  anchor5En: 'Main parts made here',
  kinds: ['park', 'enterprise'],
  reasonFor: ['0', '5'],
  scoring: 'hand',
};

onEachDatabase('writing a rubric', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let rubricId: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    secretary = await city.app.signedIn('secretary-01');
    rubricId = (await card('service', 1))?.rubricId ?? '';
  });
  afterAll(() => city.close());

  const card = async (code: string, version: number): Promise<RubricVersionCard | undefined> =>
    (await city.app.get(RubricsQueries).versions()).find(
      (one) => one.code === code && one.version === version,
    );
  const at = (path: string): string => `/rubrics/${rubricId}/versions/2${path}`;
  const problems = async (): Promise<unknown> =>
    (await city.app.get(Verifier).verify(city.app.reader)).problems;
  const content = async () => (await city.app.get(RubricsQueries).versionOf(rubricId, 2))?.content;
  const weightsOf = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...page.matchAll(/name="weights\[(c\d+)\]"[^>]*? value="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value],
      ),
    );
  /** Saves the overview as its page would, with what was changed in it. */
  const saved = async (change: object, intent = 'save'): Promise<LightMyRequestResponse> => {
    const { body } = await secretary.get(at('/edit'));
    const fields = {
      nameZh: fieldValue(body, 'nameZh'),
      nameEn: fieldValue(body, 'nameEn'),
      seen: fieldValue(body, 'seen'),
      weights: weightsOf(body),
      intent,
    };
    return secretary.post(at(''), { ...fields, ...change });
  };

  it('begins from a published version, once', async () => {
    const from = (await card('service', 1))?.id;
    const page = await secretary.get(`/rubrics/${rubricId}`);
    expect(page.body).toContain(`action="/rubrics/${rubricId}/drafts"`);
    const answer = await secretary.post(`/rubrics/${rubricId}/drafts`, { from });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, at('/edit')]);
    expect((await secretary.post(`/rubrics/${rubricId}/drafts`, { from })).statusCode).toBe(409);
    const { body } = await secretary.get(at('/edit'));
    expect(body).toContain('可以发布');
    expect(Object.values(weightsOf(body)).map(Number)).toEqual([20, 18, 15, 15, 12, 10, 6, 4]);
  });

  it('is for the secretariat alone, while others read', async () => {
    const inspector = await city.app.signedIn('inspector-01');
    expect((await inspector.get(at('/edit'))).statusCode).toBe(403);
    expect((await inspector.get(at(''))).statusCode).toBe(200);
    expect((await inspector.get(at('/preview'))).statusCode).toBe(200);
    expect((await inspector.get(`/rubrics/${rubricId}`)).body).not.toContain(at('/edit'));
    expect((await (await city.app.signedIn('scout-01')).get(at(''))).statusCode).toBe(403);
  });

  it('keeps weights that do not sum, and even what is no number, and says so', async () => {
    expect((await saved({ weights: { c1: '25', c2: '十八' } })).statusCode).toBe(303);
    const { body } = await secretary.get(at('/edit'));
    expect(weightsOf(body)).toMatchObject({ c1: '25', c2: '十八' });
    expect(body).toContain('权重合计为87，应为100');
    expect(body).toContain('“投资与经济贡献”的权重须为1到100的整数');
    expect(body).toMatch(/data-sum-total class="late">87</);
    expect((await saved({ weights: { c1: '10', c2: '１８' } })).statusCode).toBe(303);
    expect((await secretary.get(at('/edit'))).body).toContain('权重合计为90，应为100');
  });

  it('adds a criterion, keeps it half written, and publishes nothing of it', async () => {
    const added = await saved({}, 'add:criteria');
    expect(added.headers.location).toBe(at('/criteria/c9'));
    const page = await secretary.get(at('/criteria/c9'));
    expect(page.body).toContain('须中英文齐全');
    const half = { nameZh: '供应链', weight: '10', seen: fieldValue(page.body, 'seen'), intent: 'save' };
    expect((await secretary.post(at('/criteria/c9'), half)).statusCode).toBe(303);
    expect((await secretary.get(at('/criteria/c9'))).body).toContain('value="供应链"');
    const refused = await secretary.post(at('/publication'), {});
    expect(refused.statusCode).toBe(422);
    expect((await card('service', 2))?.state).toBe('draft');
  });

  it('does not write over what somebody else saved meanwhile, and loses nothing of either', async () => {
    const other = await city.app.signedIn('secretary-02');
    const seen = fieldValue((await secretary.get(at('/criteria/c9'))).body, 'seen');
    expect(
      (await other.post(at('/criteria/c9'), { ...supplyChain, nameEn: 'Theirs', seen })).statusCode,
    ).toBe(303);
    const late = await secretary.post(at('/criteria/c9'), { ...supplyChain, seen });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('另有人保存过');
    expect(late.body).toContain('value="Supply chain"');
    expect((await content())?.criteria.at(-1)?.name.en).toBe('Theirs');
    const again = await secretary.post(at('/criteria/c9'), {
      ...supplyChain,
      seen: fieldValue(late.body, 'seen'),
    });
    expect(again.statusCode).toBe(303);
    expect((await content())?.criteria.at(-1)?.name.en).toBe('Supply chain');
  });

  it('puts criteria in order, and takes one out', async () => {
    const moved = await saved({}, 'up:c9');
    expect(moved.headers.location).toBe(at('/edit#row-c9'));
    expect((await content())?.criteria.map(({ code }) => code).slice(-2)).toEqual([
      'supplyChain',
      'sustainability',
    ]);
    const spare = await saved({}, 'add:grounds');
    expect(spare.headers.location).toBe(at('/grounds/g13'));
    expect((await secretary.post(at('/grounds/g13/removal'))).statusCode).toBe(303);
    expect((await content())?.vetoGrounds).toHaveLength(12);
    expect((await secretary.get(at('/grounds/g13'))).statusCode).toBe(404);
  });

  it('scores a criterion from the form by steps, and says the formula on the page', async () => {
    const computed = {
      nameZh: '就业与带动',
      nameEn: 'Employment',
      code: 'employmentDrive',
      weight: '6',
      anchor0Zh: '岗位很少',
      anchor0En: 'Few jobs',
      anchor3Zh: '100人以上',
      anchor3En: '100 or more',
      anchor5Zh: '300人以上',
      anchor5En: '300 or more',
      kinds: ['park', 'support'],
      reasonFor: ['0', '1', '5'],
      scoring: 'steps',
      input: 'jobs',
      better: 'less',
      step1: '50',
      step3: '100',
      step5: '300',
    };
    await secretary.post(at('/criteria/c7'), computed);
    expect((await secretary.get(at('/criteria/c7'))).body).toContain('计分值与方向不一致');
    await secretary.post(at('/criteria/c7'), { ...computed, better: 'more' });
    const sentence = '就业岗位（登记表所填，人）：300及以上5分，100及以上3分，50及以上1分；不到50的0分';
    expect((await secretary.get(at('/criteria/c7'))).body).toContain(sentence);
    expect((await secretary.get(at('/preview?kind=park'))).body).toContain(sentence);
  });

  it('is previewed by kind with the ballot itself, and without a form', async () => {
    const park = await secretary.get(at('/preview?kind=park'));
    expect(park.body).toContain('data-criterion="supplyChain"');
    expect(park.body).toContain('data-criterion="economics"');
    expect(park.body).not.toContain('method="post" action="/ballot');
    // Reasons were asked for 0 and 5 only.
    expect(park.body).toMatch(/<input type="radio" name="scores\[supplyChain\]" id="score-supplyChain-1"/);
    expect(park.body).toMatch(
      /class="edge" type="radio" name="scores\[supplyChain\]" id="score-supplyChain-5"/,
    );
    const institute = await secretary.get(at('/preview?kind=institute'));
    expect(institute.body).not.toContain('data-criterion="supplyChain"');
  });

  it('is compared with the version before, difference by difference', async () => {
    const { body } = await secretary.get(`/rubrics/${rubricId}/comparison?left=1&right=2`);
    expect(body).toContain('3项不同');
    expect(body).toContain('data-state="added"');
    expect(body).toMatch(/<del>20<\/del>[\s\S]*<ins>10<\/ins>/);
    expect(body).not.toContain('规划与业态契合');
    expect((await secretary.get(`/rubrics/${rubricId}/comparison?left=1&right=2&show=all`)).body).toContain(
      '规划与业态契合',
    );
    expect((await secretary.get(`/rubrics/${rubricId}/comparison?left=1&right=7`)).statusCode).toBe(404);
  });

  it('is published as it was seen, sealed, and never changes again', async () => {
    const ask = await secretary.get(at('/publication'));
    expect(ask.body).toContain('运营主体与同类业绩：权重');
    const digest = fieldValue(ask.body, 'digest');
    await saved({ nameEn: 'Services' });
    expect((await secretary.post(at('/publication'), { digest })).statusCode).toBe(409);
    const anew = fieldValue((await secretary.get(at('/publication'))).body, 'digest');
    const done = await secretary.post(at('/publication'), { digest: anew });
    expect([done.statusCode, done.headers.location]).toEqual([303, at('')]);
    expect(await card('service', 2)).toMatchObject({ state: 'published', name: { en: 'Services' } });
    expect(await problems()).toEqual([]);

    const frozen = await content();
    for (const [path, fields] of [
      ['', { nameZh: '改', nameEn: 'x', weights: { c1: '1' } }],
      ['/criteria/c1', supplyChain],
      ['/criteria/c1/removal', {}],
      ['/grounds/g1', {}],
      ['/publication', {}],
      ['/removal', {}],
    ] as const)
      expect([path, (await secretary.post(at(path), fields)).statusCode]).toEqual([path, 409]);
    expect(await content()).toEqual(frozen);
  });

  it('is found out when its content is changed behind the program’s back', async () => {
    const version = await card('service', 2);
    const id = version?.id ?? '';
    const row = await city.app.reader.one<{ content: string }>(
      sql`select content from rubric_version where id = ${id}`,
    );
    const write = (text: string): Promise<number> =>
      city.app.work.run((tx) => tx.run(sql`update rubric_version set content = ${text} where id = ${id}`));
    await write(row?.content.replace('"weight":10', '"weight":11') ?? '');
    expect(JSON.stringify(await problems())).toContain(id);
    await write(row?.content ?? '');
    expect(await problems()).toEqual([]);
  });

  it('is what new rounds are offered, until it is retired with a reason', async () => {
    const offered = async (): Promise<string[]> =>
      (await city.app.get(RubricsQueries).published())
        .filter(({ code }) => code === 'service')
        .map(({ version }) => String(version));
    expect(await offered()).toEqual(['2']);
    expect((await secretary.post(at('/retirement'), { reason: ' ' })).statusCode).toBe(422);
    expect((await secretary.post(at('/retirement'), { reason: '试行结束' })).statusCode).toBe(303);
    expect(await offered()).toEqual(['1']);
    expect((await secretary.post(at('/retirement'), { reason: '再停' })).statusCode).toBe(409);
    expect((await secretary.get(at(''))).body).toContain('已停用');
    expect(await problems()).toEqual([]);
  });

  it('is thrown away when nobody wants it, and its number is free again', async () => {
    const from = (await card('tech', 1))?.id;
    const tech = (await card('tech', 1))?.rubricId ?? '';
    await secretary.post(`/rubrics/${tech}/drafts`, { from: (await card('manufacturing', 1))?.id });
    expect((await secretary.get(`/rubrics/${tech}/versions/2/removal`)).body).toContain('不能恢复');
    expect((await secretary.post(`/rubrics/${tech}/versions/2/removal`)).statusCode).toBe(303);
    expect(await card('tech', 2)).toBeUndefined();
    expect((await secretary.post(`/rubrics/${tech}/drafts`, { from })).headers.location).toContain(
      'versions/2',
    );
    const code = (await city.app.get(RubricsQueries).versionOf(tech, 2))?.content.code;
    expect(code).toBe('tech');
    expect((await secretary.post(`/rubrics/${tech}/drafts`, { from: 'x' })).statusCode).toBe(422);
    expect(await problems()).toEqual([]);
  });
});
