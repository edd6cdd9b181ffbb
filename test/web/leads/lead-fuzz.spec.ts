import { Verifier } from '../../../src/ledger/verifier';
import { Chance, fuzzSeed, spoiltLead } from '../../support/lead-fuzz';
import { openLeadDesk, sampleOf, type LeadDesk } from '../../integration/leads/lead-desk';
import { faultsOf, rowCounts } from '../bad-input/judge';

const runs = 1_000;
/** Rows that one accepted form may add to; of a refused draft none. */
const changing =
  /^(chain_lead|claim|lead|lead_act|lead_revision|lead_host|lead_gram|lead_duplicate|ledger|ledger_entry|outbox|mail|sequence|seal)/;

describe('1,000 spoilt forms through the whole program', () => {
  let desk: LeadDesk;
  beforeAll(async () => {
    desk = await openLeadDesk('sqlite');
    desk.clock.set(sampleOf('S01').at);
  });
  afterAll(() => desk.close());

  it('are answered in words, never by a fault, and nothing of a refused one is stored', async () => {
    const seed = fuzzSeed();
    const chance = new Chance(seed);
    const scout = await desk.city.app.signedIn('scout-01');
    const token = encodeURIComponent(await scout.csrfToken());
    const answers: Record<string, number> = {};
    const faults: string[] = [];
    let counted = await rowCounts(desk.city.app);
    for (let n = 0; n < runs; n += 1) {
      const payload = `_csrf=${token}&creationKey=fuzz-${n}&${spoiltLead(chance)}`;
      const answer = await scout.request({
        method: 'POST',
        url: '/leads',
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const { statusCode, body } = answer;
      answers[statusCode] = (answers[statusCode] ?? 0) + 1;
      const say = (what: string): number => faults.push(`seed ${seed}, form ${n}: ${what}`);
      for (const fault of faultsOf(answer, payload)) say(fault);
      // 409: what was spoilt in it is not read, so that it is a form that has been handed in before.
      if (![303, 400, 409, 413, 422].includes(statusCode)) say(`answers ${statusCode}`);
      if (/lead\.(problem|field|option)\./.test(body)) say('shows a key in place of words');
      for (const [, message = ''] of body.matchAll(/class="error"[^>]*>([^<]*)</g))
        if (!/[\u4e00-\u9fff]/.test(message)) say(`says “${message}”`);
      const now = await rowCounts(desk.city.app);
      const isKept = statusCode === 303 || /已存为草稿/.test(body);
      const changed = now.split('\n').filter((line) => !counted.split('\n').includes(line));
      if (!isKept && changed.length > 0)
        say(`was refused with ${statusCode} and changed ${changed.join(', ')}`);
      if (changed.some((line) => !changing.test(line))) say(`changed ${changed.join(', ')}`);
      counted = now;
    }
    process.stdout.write(`[fuzz] seed ${seed}: ${runs} forms sent, answers ${JSON.stringify(answers)}\n`);
    expect(faults).toEqual([]);
    expect(answers['303']).toBeGreaterThan(50);
    expect(answers['422']).toBeGreaterThan(50);
  }, 240_000);

  it('leave every lead whole: columns, places, acts, revisions and the record agree', async () => {
    expect((await desk.city.app.get(Verifier).verify(desk.reader)).problems).toEqual([]);
  }, 60_000);
});
