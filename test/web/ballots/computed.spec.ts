import { BallotsQueries } from '../../../src/ballots/ballots.queries';
import { sql } from '../../../src/database/sql';
import type { ComputedScore } from '../../../src/domain/rubric/computed-score';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, deadline, viewerOf } from './ballot-city';

const intensity: ComputedScore = {
  input: 'investIntensity',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '150', score: 1 },
    { from: '250', score: 3 },
    { from: '400', score: 5 },
  ],
};
/** The first lead states 400 万元 per 亩 and leases nothing. */
const leased: ComputedScore = {
  input: 'taxPerSqm',
  better: 'more',
  shape: 'linear',
  zeroAt: '0',
  fullAt: '500',
};

onEachDatabase('a criterion that scores itself', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1, undefined, (content) => ({
      ...content,
      criteria: content.criteria.map((one) => {
        if (one.code === 'investIntensity') return { ...one, computed: intensity };
        return one.code === 'taxPerMu' ? { ...one, computed: leased } : one;
      }),
    }));
    visitor = await city.enter(city.seat('park'));
  }, 60_000);
  beforeEach(() => app.clock.set(startOfTests));
  afterAll(() => app.close());

  const path = () => `/ballot/items/${city.item(1).id}`;
  const { investIntensity: _, ...byHand } = ballotOf('park')['scores'] as Record<string, string>;
  const paper = (change: Record<string, unknown>) => ballotOf('park', { scores: byHand, ...change });
  const kept = () =>
    app.reader.rows<{ scores: string; computed: string | null }>(
      sql`select scores, computed from ballot_version order by version`,
    );

  it('shows figure, formula and score, with nothing chosen; without its figure it is scored by hand', async () => {
    const asked = (await visitor.get(path())).body;
    expect([asked.includes('数据属实，确认'), asked.includes('name="scores[investIntensity]"')]).toEqual([
      false,
      true,
    ]);
    await visitor.post(`${path()}/declaration`, { interest: 'none' });
    const { body } = await visitor.get(path());
    for (const said of ['400万元/亩', '400及以上5分', '数据属实，确认', '数据有误，更正'])
      expect(body).toContain(said);
    expect(body).not.toContain('name="scores[investIntensity]"');
    expect(body).not.toContain(' checked');
    expect(body).toContain('name="scores[taxPerMu]"');
    expect(body.match(/申报材料没有这项数据/g)).toHaveLength(1);
    expect(asked).not.toContain('申报材料没有这项数据');
    expect(body).not.toContain('name="computed[taxPerMu]"');
  });

  it('asks for a choice, a number and a reason, and keeps what was typed', async () => {
    const none = await visitor.post(path(), paper({}));
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('还没有确认或更正数据');
    const other = await visitor.post(path(), paper({ scores: { ...byHand, investIntensity: '2' } }));
    expect(other.body).toContain('按公式为5分');
    const correct = { computed: { investIntensity: 'correct' }, inputs: { investIntensity: '约380' } };
    const unread = await visitor.post(path(), paper(correct));
    expect(unread.body).toContain('须为不小于0的数');
    expect(fieldValue(unread.body, 'inputs[investIntensity]')).toBe('约380');
    const bare = await visitor.post(path(), paper({ ...correct, inputs: { investIntensity: '380' } }));
    expect(bare.statusCode).toBe(422);
    for (const said of ['须写理由和数据来源', '按380万元/亩计，3分']) expect(bare.body).toContain(said);
    expect(await city.count('ballot_version')).toBe(0);
  });

  it('keeps a half-said choice in a draft', async () => {
    const draft = paper({
      intent: 'draft',
      computed: { investIntensity: 'correct' },
      inputs: { investIntensity: '38' },
    });
    expect((await visitor.post(path(), draft)).statusCode).toBe(303);
    const { body } = await visitor.get(path());
    expect(body).toMatch(/id="computed-investIntensity-correct" value="correct" class="is-correct" checked/);
    expect(fieldValue(body, 'inputs[investIntensity]')).toBe('38');
  });

  it('takes a confirmation, the same plain score, and a correction with its reason', async () => {
    expect((await visitor.post(path(), paper({ computed: { investIntensity: 'confirm' } }))).statusCode).toBe(
      303,
    );
    const same = paper({ scores: { ...byHand, investIntensity: '5' }, idempotencyKey: 'k2' });
    expect((await visitor.post(path(), same)).statusCode).toBe(303);
    const corrected = paper({
      idempotencyKey: 'k3',
      computed: { investIntensity: 'correct' },
      inputs: { investIntensity: '380' },
      reasons: { investIntensity: '用地应按实测100亩计，自规局测绘' },
    });
    expect((await visitor.post(path(), corrected)).statusCode).toBe(303);
    const rows = (await kept()).map(({ scores, computed }) => [
      (JSON.parse(scores) as Record<string, number>)['investIntensity'],
      (JSON.parse(computed ?? '{}') as Record<string, unknown>)['investIntensity'],
    ]);
    const confirmed = { choice: 'confirm', input: null, stated: '400/1' };
    expect(rows).toEqual([
      [5, confirmed],
      [5, confirmed],
      [3, { choice: 'correct', input: '380', stated: '400/1' }],
    ]);
    const { body } = await visitor.get(path());
    expect(fieldValue(body, 'inputs[investIntensity]')).toBe('380');
    const { ballots } = await app.get(BallotsQueries).forTally(app.reader, city.roundId);
    expect(ballots[0]?.computed?.['investIntensity']?.input).toBe('380');
  });

  it('is nothing to a seat of another kind, and a ballot without it is sealed as before', async () => {
    const institute = await city.enter(city.seat('institute'));
    expect((await institute.get(path())).body).not.toContain('computed[');
    const strange = ballotOf('institute', { computed: { investIntensity: 'confirm' } });
    expect((await institute.post(path(), strange)).statusCode).toBe(422);
    expect((await institute.post(path(), ballotOf('institute'))).statusCode).toBe(303);
    expect((await kept()).filter(({ computed }) => computed === null)).toHaveLength(1);
  });

  it('is explained after closing, without a name, and its seal holds', async () => {
    app.clock.set(deadline);
    await app.get(RoundClosuresService).close(await viewerOf(app, 'secretary-01'), city.roundId);
    const results = await (await app.signedIn('secretary-01')).get(`/rounds/${city.roundId}/results`);
    expect(results.body).toContain(
      '登记数据400万元/亩，按公式5分，0席确认；一席更正为380万元/亩（用地应按实测100亩计，自规局测绘）',
    );
    const verifier = app.get(Verifier);
    const ofBallots = async () =>
      (await verifier.verify(app.reader)).problems.filter(({ subject }) =>
        subject?.startsWith('ballotVersion'),
      );
    expect(await ofBallots()).toEqual([]);
    await app.work.run((tx) => tx.run(sql`update ballot_version set computed = null where version = 3`));
    expect((await ofBallots()).map(({ what }) => what)).toEqual(['changed']);
  });
});
