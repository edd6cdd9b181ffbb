import { R1 } from '../../../src/domain/rubric/rule-set-r1';
import { typedFrom } from '../../../src/rubrics/rule-fields';
import { RubricsQueries } from '../../../src/rubrics/rubrics.queries';
import { foundCity, OpenRound, TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, Visitor } from '../../support/visitor';

onEachDatabase('trying decision rules out', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(1);
    await city.allVote(round, ['good']);
    secretary = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  const seats = { park: '2', support: '4', institute: '2', enterprise: '2' };
  const run = (fields: Record<string, unknown>, intent = 'run') =>
    secretary.post('/rules/simulator', { counts: seats, extensions: '0', ...fields, intent });

  it('gives an empty grid with only the criteria that each kind scores', async () => {
    const { statusCode, body } = await secretary.get('/rules/simulator');
    expect(statusCode).toBe(200);
    expect(body).toContain('data-page="rule-simulator"');
    expect(body).toContain('name="scores[institute-1][technology]"');
    expect(body).not.toContain('name="scores[institute-1][taxPerMu]"');
    expect(body).not.toContain('id="outcome"');
  });

  it('says the outcome, why, and what would change it, and writes nothing', async () => {
    const before = await city.app.rowCounts();
    const answer = await run({}, 'fill');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('data-state="admit"');
    expect(answer.body).toContain('80.00');
    expect(answer.body).toContain('少4票同意，即为：由组长裁定');
    expect(answer.body).toContain('总分低10.00分以上，跌破70分，即为：由组长裁定');
    expect(fieldValue(answer.body, 'scores[park-1][taxPerMu]')).toBe('4');
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('keeps what was typed when a box cannot be read', async () => {
    const scores = { 'park-1': { taxPerMu: '八', industryFit: '3' } };
    const answer = await run({ votes: { 'park-1': 'agree' }, scores });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('请填写0到5的整数');
    expect(fieldValue(answer.body, 'scores[park-1][taxPerMu]')).toBe('八');
    expect(fieldValue(answer.body, 'scores[park-1][industryFit]')).toBe('3');
  });

  it('keeps what was typed when the grid is drawn anew for other seats', async () => {
    const scores = { 'park-1': { taxPerMu: '3' } };
    const wider = { counts: { ...seats, park: '3' }, votes: { 'park-1': 'agree' }, scores };
    const answer = await run(wider, 'setup');
    expect(fieldValue(answer.body, 'scores[park-1][taxPerMu]')).toBe('3');
    expect(answer.body).toContain('name="scores[park-3][taxPerMu]"');
    expect(answer.body).not.toContain('id="outcome"');
  });

  it('does not offer an item that is still voted on', async () => {
    const { body } = await secretary.get('/rules/simulator');
    expect(body).not.toContain('name="item"');
    expect((await secretary.get(`/rules/simulator?item=${round.leadIds[0]}`)).statusCode).toBe(404);
  });

  it('reckons a closed item under its own rules and under a draft, without showing a single ballot', async () => {
    await city.acts.close('secretary-01', round.id);
    const r1 = (await city.app.get(RubricsQueries).currentRuleSet())?.id ?? '';
    const draft =
      String((await secretary.post(`/rules/${r1}/drafts`)).headers.location)
        .split('/')
        .at(-1) ?? '';
    const strict = { ...typedFrom(R1), passMark: '100', floor: '99', revision: '1', intent: 'draft' };
    await secretary.post(`/rules/drafts/${draft}`, strict);
    const before = await city.app.rowCounts();
    const form = (await secretary.get('/rules/simulator')).body;
    const [, item = ''] = /name="item".*?<option value="([^"]+)"/s.exec(form) ?? [];
    const { statusCode, body } = await secretary.get(`/rules/simulator?item=${item}&rules=draft-${draft}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('本轮所用：R1第1版');
    expect(body).toContain('改用：草稿（依据R1第1版）');
    expect(body).toContain('改用之后结论不同。');
    expect(body.match(/<article class="tried-one">/g)).toHaveLength(2);
    const outcomes = [...body.matchAll(/data-state="(admit|reject|borderline|void)"/g)].map(
      ([, state]) => state,
    );
    expect(outcomes).toEqual(['admit', 'reject']);
    expect(fieldValue(body, 'scores[park-1][taxPerMu]')).toBe('');
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('is for the secretariat and the inspector', async () => {
    const leader = await city.app.signedIn('leader-01');
    expect((await leader.get('/rules/simulator')).statusCode).toBe(403);
  });
});
