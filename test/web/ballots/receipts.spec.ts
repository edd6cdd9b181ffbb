import { sql } from '../../../src/database/sql';
import { startApp, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { ballotOf, BallotCity } from './ballot-city';

onEachDatabase('a receipt', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  const codes: string[] = [];
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 1);
    const visitor = await city.enter(city.seat('park'));
    for (const comment of ['第一次', '第二次']) {
      await visitor.post(
        `/ballot/items/${city.item(1).id}`,
        ballotOf('park', { comment, idempotencyKey: comment }),
      );
    }
    const rows = await app.reader.rows<{ code: string }>(
      sql`select receipt_code as code from ballot_version order by version`,
    );
    codes.push(...rows.map(({ code }) => code));
  }, 60_000);
  afterAll(() => app.close());

  it('proves to whoever holds it that the version is in the ledger, and shows nothing of it', async () => {
    const { statusCode, body } = await app.visitor().get(`/receipts/${codes[1]}`);
    expect(statusCode).toBe(200);
    for (const said of ['Y-2026-01', '第1项', '第2版', '以这一版为准', '记录序号'])
      expect(body).toContain(said);
    const entry = await app.reader.one<{ seq: number; hash: string }>(
      sql`select seq, hash from ledger_entry where kind = 'ballot.cast' order by seq desc limit 1`,
    );
    expect(body).toContain(entry?.hash);
    for (const secret of ['第二次', '同意', city.item(1).title, 'panelist-1', '经济技术开发区'])
      expect(body).not.toContain(secret);
  });

  it('says when a later version counts', async () => {
    const { body } = await app.visitor().get(`/receipts/${codes[0]}`);
    expect(body).toContain('现以第2版为准');
  });

  it('is found as people type it', async () => {
    const typed = (codes[1] ?? '')
      .toUpperCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'O')
      .replaceAll('1', 'l');
    expect((await app.visitor().get(`/receipts/${encodeURIComponent(typed)}`)).statusCode).toBe(200);
  });

  it.each(['0000-0000-0000-0000', 'x', '%00', '席', 'a'.repeat(150)])('is none for %s', async (code) => {
    expect((await app.visitor().get(`/receipts/${code}`)).statusCode).toBe(404);
  });

  it('tells when the stored row is no longer what was recorded', async () => {
    await app.work.run((tx) =>
      tx.run(sql`update ballot_version set vote = 'against' where receipt_code = ${codes[1] ?? ''}`),
    );
    expect((await app.visitor().get(`/receipts/${codes[1]}`)).body).toContain('记录与当时不符');
  });
});
