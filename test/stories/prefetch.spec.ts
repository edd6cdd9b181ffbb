import { sql } from '../../src/database/sql';
import { onEachDatabase } from '../support/databases';
import { foundCity, TestCity } from '../support/city';
import { scoresOfSeat } from '../support/seats';

onEachDatabase('a mailed voting link', (dialect) => {
  let city: TestCity;
  beforeEach(async () => {
    city = await foundCity(dialect);
  });
  afterEach(() => city.close());

  it('changes nothing when it is fetched 50 times with GET and 50 times with HEAD, and still votes', async () => {
    await city.openRound(2);
    const path = await city.votingPath('panelist-01');
    const before = await city.app.allRowCounts();
    const linksBefore = await city.app.reader.rows(sql`select * from mailed_link order by id`);
    for (let turn = 0; turn < 50; turn += 1) {
      const scanner = city.app.visitor();
      expect((await scanner.get(path)).statusCode).toBe(200);
      expect((await scanner.head(path)).statusCode).toBe(200);
    }
    expect(await city.app.allRowCounts()).toEqual(before);
    const linksAfter = await city.app.reader.rows(sql`select * from mailed_link order by id`);
    expect(linksAfter).toEqual(linksBefore);

    const panelist = await city.panelist('panelist-01');
    const item = /\/ballot\/items\/([0-9a-z]{26})/.exec((await panelist.get('/ballot')).body)?.[1] ?? '';
    const cast = await panelist.post(`/ballot/items/${item}`, {
      scores: scoresOfSeat(0, 4),
      vote: 'agree',
      intent: 'cast',
      idempotencyKey: 'the only one',
    });
    expect(cast.statusCode).toBe(303);
    expect((await city.app.allRowCounts())['ballot_version']).toBe(1);
  });
});
