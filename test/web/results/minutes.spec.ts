import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { sql } from '../../../src/database/sql';
import { parseHeads } from '../../../src/ledger/heads-file';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('the minutes of a round', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(2);
    await city.acts.recuse(round.id, 7, round.leadIds[0] ?? '', '与投资方有技术合作');
  });
  afterAll(() => city.close());

  const get = async (account: string, path: string) =>
    (await city.app.signedIn(account)).get(`/rounds/${round.id}/${path}`);

  it('do not exist before the count, and never for scouts and panelists', async () => {
    for (const path of ['minutes', 'minutes.docx', 'results.xlsx']) {
      expect((await get('secretary-01', path)).statusCode).toBe(409);
      expect((await get('scout-01', path)).statusCode).toBe(403);
    }
    for (const [seat] of Array.from({ length: 10 }).entries()) {
      const items = round.leadIds
        .filter((_, at) => !(seat === 7 && at === 0))
        .map((leadId, at) => ({ leadId, fortune: at === 0 ? ('strong' as const) : ('doubtful' as const) }));
      await city.acts.vote(round.id, seat, items, city.chance);
    }
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    for (const path of ['minutes', 'minutes.docx', 'results.xlsx'])
      expect((await get('scout-01', path)).statusCode).toBe(403);
  });

  it('name the roll, the recusals with their reasons, every item with its sums, and the head of the ledger', async () => {
    const answer = await get('secretary-01', 'minutes');
    expect(answer.statusCode).toBe(200);
    for (const text of ['data-page="round-minutes"', '与投资方有技术合作', '必到职能', '均分', '应投9席'])
      expect(answer.body).toContain(text);
    const heads = parseHeads(
      /计票时第\d+条：[0-9a-f ]+/.exec(answer.body)?.[0].replace(/计票时第(\d+)条：/, '$1号 ') ?? '',
    );
    expect((await city.app.get(Verifier).verify(city.app.reader, { heads })).problems).toEqual([]);
    const [head] = heads;
    const forged = [{ seq: head?.seq ?? 0, hash: 'f'.repeat(64) }];
    const { problems } = await city.app.get(Verifier).verify(city.app.reader, { heads: forged });
    expect(problems.map(({ what }) => what)).toEqual(['headDiffers']);
  });

  it('come as a Word file with the same words', async () => {
    const answer = await get('secretary-01', 'minutes.docx');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
    const parts = unzipSync(answer.rawPayload);
    const text = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    for (const words of ['预 审 表 决 纪 要', '与投资方有技术合作', 'w:tblHeader', 'w:w="11905"'])
      expect(text).toContain(words);
  });

  it('leave the results as a spreadsheet whose numbers are numbers', async () => {
    const answer = await get('inspector-01', 'results.xlsx');
    expect(answer.statusCode).toBe(200);
    const { sheets } = await readXlsx(answer.rawPayload);
    const [items, criteria] = sheets;
    expect(items?.rows).toHaveLength(3);
    expect(items?.rows[0]?.slice(0, 3)).toEqual(['名次', '线索编号', '项目']);
    expect(items?.rows[1]?.slice(5, 13).map((cell) => typeof cell)).toEqual(Array(8).fill('number'));
    expect(criteria?.rows).toHaveLength(1 + 2 * 9);
  });

  it('tell nobody who voted how: no name of a seat or person stands beside a vote or a comment', async () => {
    const { body } = await get('secretary-01', 'minutes');
    const items = body.slice(body.indexOf('五、逐项结果'), body.indexOf('六、留痕截止码'));
    const names = await city.app.reader.rows<{ unit: string; holder: string }>(
      sql`select unit_name as unit, holder_name as holder from round_seat`,
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ unit, holder }) => items.includes(unit) || items.includes(holder))).toEqual([]);
  });
});
