import { sql } from '../../../src/database/sql';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { onEachDatabase } from '../../support/databases';
import { openClaimDesk, type ClaimDesk } from './claim-desk';

const times = 200;
/** Pairs that run side by side, as many people do. */
const abreast = 10;

onEachDatabase('two scouts submit the same firm at the same instant', (dialect) => {
  let desk: ClaimDesk;
  beforeAll(async () => {
    desk = await openClaimDesk(dialect);
  });
  afterAll(() => desk.close());

  it(`${times} times: one first report each time, and the other is told by whom and when`, async () => {
    const [one, other] = [await desk.viewer('scout-01'), await desk.viewer('scout-02')];
    const pairs: { code: string; ids: readonly [string, string] }[] = [];
    for (let at = 0; at < times; at += 1) {
      const code = demoCreditCode('320506', 4000 + at);
      const ids = [
        await desk.draft('scout-01', desk.form({ uscc: code })),
        await desk.draft('scout-02', desk.form({ uscc: code })),
      ] as const;
      pairs.push({ code, ids });
    }
    let told = 0;
    for (let from = 0; from < times; from += abreast)
      await Promise.all(
        pairs.slice(from, from + abreast).map(async ({ code, ids }) => {
          const results = await Promise.all([
            desk.submissions.submit(one, ids[0]),
            desk.submissions.submit(other, ids[1]),
          ]);
          expect(results.filter(({ submitted }) => submitted)).toHaveLength(1);
          const won = results[0].submitted ? 0 : 1;
          const lost = results[1 - won];
          expect(lost).toMatchObject({
            submitted: false,
            kept: true,
            problems: [
              {
                field: 'uscc',
                because: 'alreadyReported',
                details: { unit: won === 0 ? one.unitName : other.unitName, day: '2026-03-17' },
              },
            ],
          });
          told += 1;
          const rows = await desk.reader.rows<{ leadId: string }>(
            sql`select claim.lead_id as "leadId" from claim join lead on lead.id = claim.lead_id
                where lead.uscc = ${code} and claim.state = 'reported'`,
          );
          expect(rows).toEqual([{ leadId: ids[won] }]);
        }),
      );
    expect(told).toBe(times);
    expect(await desk.count('claim')).toBe(times);
    expect(await desk.count('claim_block')).toBe(times);
  }, 240_000);

  it('and nothing stands in the record by halves', async () => {
    expect(await desk.problems()).toEqual([]);
  });
});
