import { sql } from '../../../src/database/sql';
import { beijingDay } from '../../../src/domain/shared/instant';
import type { ComputedScore } from '../../../src/domain/rubric/computed-score';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { PeopleService } from '../../../src/people/people.service';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity, viewerOf } from '../ballots/ballot-city';

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
const scan = {
  field: 'scan',
  name: 'scan.pdf',
  type: 'application/pdf',
  content: Buffer.from('%PDF-1.4\n%%EOF\n'),
};

onEachDatabase('a ballot on paper, where a criterion scores itself', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1, undefined, (content) => ({
      ...content,
      criteria: content.criteria.map((one) =>
        one.code === 'investIntensity' ? { ...one, computed: intensity } : one,
      ),
    }));
    const { unitId } = await viewerOf(app, 'secretary-01');
    await app.get(PeopleService).addPerson(
      { personId: null, label: 'test' },
      {
        ...{ account: 'secretary-02', name: '第二人', post: '科员', mobile: null, unitId },
        ...{ email: 'secretary-02@city.example', roles: ['secretariat'] },
      },
    );
  }, 60_000);
  afterAll(() => app.close());

  it('prints what follows from the lead, and is entered, compared and cast with its correction', async () => {
    const first = await app.signedIn('secretary-01');
    const second = await app.signedIn('secretary-02');
    const seat = city.seat('park');
    const way = `/rounds/${city.roundId}/seats/${seat.roundSeatId}/paper-ballot`;
    const sheet = await first.get(way);
    for (const said of ['按申报数据计算：400万元/亩', '□ 数据属实，确认', '□ 数据有误，更正'])
      expect(sheet.body).toContain(said);
    const { investIntensity: _, ...byHand } = ballotOf('park')['scores'] as Record<string, string>;
    const fields = {
      ...{
        signedOn: beijingDay(startOfTests),
        declared: 'none',
        vote: 'agree',
        comment: '',
        note: '仅供秘书处',
      },
      ...Object.fromEntries(Object.entries(byHand).map(([code, score]) => [`scores[${code}]`, score])),
    };
    const path = `${way}s/${city.item(1).id}`;
    const without = await first.upload(path, fields, [scan]);
    expect(without.statusCode).toBe(422);
    const correction = {
      'computed[investIntensity]': 'correct',
      'inputs[investIntensity]': '260',
      'reasons[investIntensity]': '现场核对用地面积更大',
    };
    const done = await first.upload(path, { ...fields, ...correction }, [scan]);
    expect(done.statusCode).toBe(303);
    const one = String(done.headers.location);
    const { body } = await second.get(one);
    for (const said of ['数据有误，更正', '260', '现场核对用地面积更大', '仅供秘书处'])
      expect(body).toContain(said);
    await second.post(`${one}/confirmation`);
    const rows = await app.reader.rows<{ scores: string; computed: string; enteredFor: string }>(
      sql`select scores, computed, entered_for as "enteredFor" from ballot_version`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.scores ?? '')).toMatchObject({ investIntensity: 3, employment: 4 });
    expect(JSON.parse(rows[0]?.computed ?? '')).toMatchObject({
      investIntensity: { choice: 'correct', input: '260' },
    });
    expect(one).toBe(`/paper-ballots/${rows[0]?.enteredFor}`);
    const checks = await Promise.all(app.get(ConsistencyChecks).all.map((check) => check.run(app.reader)));
    expect(checks.flat()).toEqual([]);
    // The control: another figure than the one that was compared is found.
    const found = app.work.run(async (tx) => {
      await tx.run(sql`update ballot_version set computed = replace(computed, '260', '460')`);
      const said: string[] = [];
      for (const check of app.get(ConsistencyChecks).all) said.push(...(await check.run(tx)));
      throw new Error(said.join('\n'));
    });
    await expect(found).rejects.toThrow('the ballot cast from it says something else');
  });
});
