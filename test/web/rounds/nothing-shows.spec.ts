import { performance } from 'node:perf_hooks';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import type { Fortune } from '../../../src/demo/demo-votes';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { shareOf } from '../../support/measures';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';

const states = 30;
/** The full size of A-07 is 200: `TIMING_SAMPLES=200 npm test -- test/web/rounds/nothing-shows`. */
const samples = Number(process.env['TIMING_SAMPLES'] ?? 40);
/** What such a page takes on a machine of its own, in milliseconds. */
const usualMs = 10;
const fortunes: readonly Fortune[] = ['strong', 'good', 'doubtful', 'disputed', 'weak'];
const someIndex = 4;

/** Where pages differ, each with the first piece that is another one. */
function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.entries(before).flatMap(([path, page]) => {
    const now = after[path] ?? '';
    const at = Array.from(page).findIndex((symbol, i) => symbol !== now[i]);
    return page === now ? [] : [`${path}: ${page.slice(at - 80, at + 60)} | ${now.slice(at - 80, at + 60)}`];
  });
}

/** What a round that is under way, or counted and not announced, tells those who must not know yet. */
onEachDatabase('a round before its results are announced', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let scout: Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(2);
    const owner = await city.app.reader.one<{ account: string }>(
      sql`select account from lead join person on person.id = scout_id where lead.id = ${round.leadIds[0] ?? ''}`,
    );
    scout = await city.app.signedIn(owner?.account ?? '');
  }, 60_000);
  afterAll(() => city.close());

  /** Status, headers and page without what is new with every request. */
  const bare = ({ statusCode, headers, body }: LightMyRequestResponse): string => {
    const kept = Object.entries(headers).filter(
      ([name]) => !['x-request-id', 'date', 'set-cookie', 'content-length'].includes(name),
    );
    const text = body
      .replace(/name="(_csrf|creationKey|idempotencyKey)" value="[^"]*"/g, '')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    return JSON.stringify([statusCode, kept, text.length, text]);
  };
  const itemOf = async (leadId: string): Promise<string> =>
    (await city.app.reader.one<{ id: string }>(sql`select id from round_item where lead_id = ${leadId}`))
      ?.id ?? '';
  const pagesOf = async (visitor: Visitor, paths: readonly string[]): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const path of paths) found[path] = bare(await visitor.get(path));
    return found;
  };
  /** Every address that a scout may read, with the own lead in each place. */
  const scoutPaths = (): string[] => {
    const [own = ''] = round.leadIds;
    const paths = declaredRoutes(city.app.app)
      .filter(({ method, url }) => method === 'GET' && !/^\/(dev|assets|v\/|ledger|metrics)/.test(url))
      .filter(({ url }) => !/\.(xlsx|zip|docx)$/.test(url))
      .map(({ url }) => url.replace(/:number|:v\b/g, '1').replace(/:\w+/g, own));
    return [...new Set([...paths, `/rounds/${round.id}`, `/rounds/${round.id}/results`])];
  };
  /** What of the panel stands in a text: a name, an account, an address, an id, or how many votes there are. */
  const panelIn = async (text: string): Promise<string[]> => {
    const rows = await city.app.reader.rows<{ id: string; name: string; account: string; email: string }>(
      sql`select person.id, person.name, account, email from mailed_link join person on person.id = mailed_link.person_id where round_seat_id is not null`,
    );
    const seats = await city.app.reader.rows<{ id: string }>(sql`select id from round_seat`);
    const words = [
      ...rows.flatMap(({ id, name, account, email }) => [id, name, account, email]),
      ...seats.map(({ id }) => id),
    ];
    const counts = [...text.matchAll(/\d+\s*(?:票|\/\s*10)|\d+\s*of\s*10\b/g)].map(([count]) => count);
    return [...words.filter((word) => word !== '' && text.includes(word)), ...counts];
  };

  it('A-07: no page of its scout changes by what the panel does, or names or counts anybody of it', async () => {
    const paths = scoutPaths();
    const before = await pagesOf(scout, paths);
    expect(Object.values(before).filter((page) => page.startsWith('[200')).length).toBeGreaterThan(someIndex);
    await city.allVote(round, ['weak', 'strong']);
    const voted = await pagesOf(scout, paths);
    expect(differences(before, voted)).toEqual([]);
    for (const path of paths) expect([path, await panelIn(voted[path] ?? '')]).toEqual([path, []]);
    // Control: those who run the round are told whom it has and how many of them have voted.
    const secretary = await city.app.signedIn('secretary-01');
    const room = (await secretary.get(`/rounds/${round.id}`)).body;
    expect((await panelIn(room)).length).toBeGreaterThan(10);
  }, 60_000);

  it(`A-07: what the panel thinks of a lead is not told by the time its page takes, ${samples} looks at each`, async () => {
    const looks: { visitor: Visitor; path: string; times: number[] }[] = [];
    for (const id of round.leadIds) {
      const owner = await city.app.reader.one<{ account: string }>(
        sql`select account from lead join person on person.id = scout_id where lead.id = ${id}`,
      );
      looks.push({ visitor: await city.app.signedIn(owner?.account ?? ''), path: `/leads/${id}`, times: [] });
    }
    for (let n = 0; n < samples; n += 1)
      for (const { visitor, path, times } of looks) {
        const start = performance.now();
        expect((await visitor.get(path)).statusCode).toBe(200);
        times.push(performance.now() - start);
      }
    const [weak = 0, strong = 0] = looks.map(({ times }) =>
      shareOf(
        times.sort((a, b) => a - b),
        0.5,
      ),
    );
    process.stdout.write(
      `[timing] ${dialect}: refused by all ${weak.toFixed(2)} ms, agreed by all ${strong.toFixed(2)} ms\n`,
    );
    // 5 ms on a machine of its own; as much more as this one is slower.
    expect(Math.abs(weak - strong)).toBeLessThan(5 * Math.max(1, weak / usualMs));
  }, 60_000);

  it(`A-08: ${states} different ways to have voted look the same to everybody, in page, header, length and order`, async () => {
    const items = await Promise.all(round.leadIds.map(itemOf));
    const [item = ''] = items;
    const seat = await city.panelist('panelist-02');
    const member = await city.app.signedIn('panelist-02');
    const secretary = await city.app.signedIn('secretary-01');
    const leader = await city.app.signedIn('leader-01');
    const inspector = await city.app.signedIn('inspector-01');
    const room = [
      `/rounds/${round.id}`,
      '/rounds',
      `/rounds/${round.id}/results`,
      `/rounds/${round.id}/results.xlsx`,
    ];
    const look = async (): Promise<Record<string, string>> => {
      const seen = {
        seat: await pagesOf(seat, ['/ballot', ...items.map((id) => `/ballot/items/${id}`), ...room]),
        member: await pagesOf(member, ['/', '/leads', ...room]),
        secretary: await pagesOf(secretary, [
          ...room,
          `/rounds/${round.id}/closure`,
          `/rounds/${round.id}/minutes`,
        ]),
        leader: await pagesOf(leader, room),
        inspector: await pagesOf(inspector, room),
      };
      return Object.fromEntries(
        Object.entries(seen).flatMap(([who, pages]) =>
          Object.entries(pages).map(([path, page]) => [`${who} ${path}`, page]),
        ),
      );
    };
    const first = await look();
    expect(Object.values(first).filter((page) => page.startsWith('[200')).length).toBeGreaterThan(8);
    for (let state = 1; state < states; state += 1) {
      const votes = round.leadIds.map((leadId, at) => ({
        leadId,
        fortune: fortunes[(state + at * 2) % fortunes.length] ?? 'good',
      }));
      // The seats but that of the one who looks: its own ballot it may well see.
      for (const voter of [0, 3 + (state % 3), 6 + (state % 4)])
        await city.acts.vote(round.id, voter, votes, city.chance);
      const now = await look();
      expect([state, differences(first, now)]).toEqual([state, []]);
    }
    // Control: the own ballot, cast anew, is seen by the same comparison.
    const own = await city.app.reader.one<{ position: number }>(
      sql`select position from round_seat join mailed_link on round_seat_id = round_seat.id
          join person on person.id = mailed_link.person_id where account = 'panelist-02'`,
    );
    const anew = [{ leadId: round.leadIds[0] ?? '', fortune: 'weak' as const }];
    await city.acts.vote(round.id, Number(own?.position) - 1, anew, city.chance);
    expect((await look())[`seat /ballot/items/${item}`]).not.toBe(first[`seat /ballot/items/${item}`]);
  }, 120_000);
});
