import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { scoresOfSeat } from '../../support/seats';

onEachDatabase('a seat that abstains three times in a row', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  }, 60_000);
  afterAll(() => city.close());

  it('is told to the secretariat once the round is counted, and to nobody else', async () => {
    const round = await city.openRound(3);
    await city.allVote(round, ['good']);
    const items = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id} order by position`,
    );
    const seat = await city.panelist('panelist-01');
    for (const [at, { id }] of items.entries()) {
      const given = { vote: 'abstain', comment: '不熟悉这一行业，弃权', note: '', intent: 'cast' };
      const paper = { ...given, scores: scoresOfSeat(0, 3), idempotencyKey: `key-${at}` };
      expect((await seat.post(`/ballot/items/${id}`, paper)).statusCode).toBe(303);
    }
    const office = await city.app.signedIn('secretary-01');
    expect((await office.get(`/rounds/${round.id}`)).body).not.toContain('连续弃权');
    await city.acts.close('secretary-01', round.id);
    const results = `/rounds/${round.id}/results`;
    expect((await office.get(results)).body).toContain('经济技术开发区席位连续弃权3次');
    for (const account of ['leader-01', 'inspector-01'])
      expect((await (await city.app.signedIn(account)).get(results)).body).not.toContain('席位连续弃权');
  });
});
