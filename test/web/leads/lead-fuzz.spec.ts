import type { LightMyRequestResponse } from 'fastify';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Verifier } from '../../../src/ledger/verifier';
import { onEachDatabase } from '../../support/databases';
import { Chance, fuzzRuns, fuzzSeed, spoiltLead } from '../../support/lead-fuzz';
import { spoiltRequest } from '../../support/request-fuzz';
import type { Visitor } from '../../support/visitor';
import { openLeadDesk, sampleOf, type LeadDesk } from '../../integration/leads/lead-desk';
import { faultsOf, rowCounts } from '../bad-input/judge';

/** In full: `FUZZ_RUNS=10000 npm test -- test/web/leads/lead-fuzz`. What was seen once: `FUZZ_SEED=…` beside it. */
const runs = fuzzRuns(400);
/** Rows that one accepted form may add to; of a refused draft none. */
const changing =
  /^(chain_lead|claim|lead|lead_act|lead_revision|lead_host|lead_gram|lead_duplicate|ledger|ledger_entry|outbox|mail|sequence|seal|stored_file|file_)/;
/** 409: what was spoilt in it is not read, so that it is a form that has been handed in before. */
const answered = [303, 400, 403, 409, 413, 415, 422];

/** Sends, looks what was answered and what was stored, and notes each thing that is wrong. */
class Sender {
  readonly faults: string[] = [];
  readonly answers: Record<string, number> = {};
  private counted = '';

  constructor(
    private readonly desk: LeadDesk,
    private readonly seed: number,
  ) {}

  async send(n: number, payload: string, request: () => Promise<LightMyRequestResponse>): Promise<void> {
    if (this.counted === '') this.counted = await rowCounts(this.desk.city.app);
    const answer = await request();
    const { statusCode, body, headers } = answer;
    this.answers[statusCode] = (this.answers[statusCode] ?? 0) + 1;
    const say = (what: string): number => this.faults.push(`seed ${this.seed}, form ${n}: ${what}`);
    for (const fault of faultsOf(answer, payload)) say(fault);
    if (!answered.includes(statusCode)) say(`answers ${statusCode}`);
    if (/lead\.(problem|field|option)\./.test(body)) say('shows a key in place of words');
    for (const [, message = ''] of body.matchAll(/class="error"[^>]*>([^<]*)</g))
      if (!/[\u4e00-\u9fff]/.test(message)) say(`says “${message}”`);
    const now = await rowCounts(this.desk.city.app);
    const isKept = /^\/leads\//.test(String(headers.location ?? '')) || /已存为草稿/.test(body);
    const before = new Set(this.counted.split('\n'));
    const changed = now.split('\n').filter((line) => !before.has(line));
    if (!isKept && changed.length > 0)
      say(`was refused with ${statusCode} and changed ${changed.join(', ')}`);
    if (changed.some((line) => !changing.test(line))) say(`changed ${changed.join(', ')}`);
    this.counted = now;
  }

  told(what: string): void {
    process.stdout.write(
      `[fuzz] ${this.desk.reader.dialect}, seed ${this.seed}: ${what}, answers ${JSON.stringify(this.answers)}\n`,
    );
  }
}

onEachDatabase(
  `N-07: ${runs} spoilt forms and ${runs} spoilt requests through the whole program`,
  (dialect) => {
    const seed = fuzzSeed();
    const minutes = 60_000 * Math.max(4, runs / 250);
    let desk: LeadDesk;
    let scout: Visitor;
    beforeAll(async () => {
      desk = await openLeadDesk(dialect);
      desk.clock.set(sampleOf('S01').at);
      scout = await desk.city.app.signedIn('scout-01');
    });
    afterAll(() => desk.close());

    it(
      'forms are answered in words, never by a fault, and nothing of a refused one is stored',
      async () => {
        const chance = new Chance(seed);
        const token = encodeURIComponent(await scout.csrfToken());
        const sender = new Sender(desk, seed);
        for (let n = 0; n < runs; n += 1) {
          const payload = `_csrf=${token}&creationKey=fuzz-${n}&${spoiltLead(chance)}`;
          const headers = { 'content-type': 'application/x-www-form-urlencoded' };
          const request = () => scout.request({ method: 'POST', url: '/leads', payload, headers });
          await sender.send(n, payload, request);
        }
        sender.told(`${runs} forms sent`);
        expect(sender.faults).toEqual([]);
        expect(sender.answers['303']).toBeGreaterThan(runs / 20);
        expect(sender.answers['422']).toBeGreaterThan(runs / 20);
      },
      minutes,
    );

    it(
      'requests that are no form, or half of one, are 4xx in words, leave nothing, and the program lives',
      async () => {
        const chance = new Chance(seed + 1);
        const token = await scout.csrfToken();
        const session = `session=${scout.cookie('session')}; csrf=${scout.cookie('csrf') ?? ''}`;
        const sender = new Sender(desk, seed + 1);
        for (let n = 0; n < runs; n += 1) {
          const request = spoiltRequest(chance, token, session);
          const sent = request.payload as Buffer;
          await sender.send(n, sent.toString(), () => desk.city.app.visitor().request(request));
        }
        sender.told(`${runs} requests sent`);
        expect(sender.faults).toEqual([]);
        // Some get through: otherwise the damage is only ever looked at from outside.
        expect(sender.answers['303']).toBeGreaterThan(runs / 50);
        expect((await scout.get('/leads/quick')).statusCode).toBe(200);
      },
      minutes,
    );

    it(
      'leave every lead whole: columns, places, acts, revisions, files and the record agree',
      async () => {
        expect((await desk.city.app.get(Verifier).verify(desk.reader)).problems).toEqual([]);
        for (const check of desk.city.app.get(ConsistencyChecks).all)
          expect([check.name, await check.run(desk.reader)]).toEqual([check.name, []]);
      },
      minutes,
    );
  },
);
