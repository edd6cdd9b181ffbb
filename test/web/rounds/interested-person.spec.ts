import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import type { Role } from '../../../src/domain/access/viewer';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';
import {
  giveRoles,
  planRound,
  problemsOf,
  suggestionsIn,
  tie,
  tiedLeads,
  type TiedLead,
} from './interests-city';

/** Everything that somebody on a panel may be beside it: whoever runs rounds or inspects them never votes. */
const everything: readonly Role[] = [
  'panelist',
  'scout',
  'host',
  'supporter',
  'sponsor',
  'leadingGroup',
  'admin',
];

/**
 * One person has an interest in the first lead, the other has none; otherwise they are alike, with a seat each
 * and every role that goes with one. Both ask every route for everything: the other is the control.
 */
onEachDatabase('A-10: a person with an interest', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let lead: TiedLead;
  let other: TiedLead;
  let roundId: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    const [first, second] = await tiedLeads(city, 2);
    if (!first || !second) throw new Error('no leads');
    [lead, other] = [first, second];
    for (const account of ['panelist-09', 'panelist-10']) await giveRoles(city, account, everything);
    await tie(city, 'lanjiang', { uscc: lead.uscc });
    roundId = await planRound(city, [lead.id, other.id]);
    secretary = await city.app.signedIn('secretary-01');
  }, 60_000);
  afterAll(() => city.close());

  const inPage = (answer: LightMyRequestResponse): boolean =>
    [lead.title, lead.number, lead.investorName].some((word) => answer.body.includes(word)) ||
    (answer.statusCode === 200 && /pdf|zip/.test(String(answer.headers['content-type'])));

  /** Every address of every route that can be read, with each id that exists in each place. */
  async function addresses(): Promise<string[]> {
    const ids = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where lead_id = ${lead.id} union select id from letter where lead_id = ${lead.id}
          union select id from outcome where lead_id = ${lead.id} union select id from panel`,
    );
    const known = [lead.id, roundId, lead.fileId, ...ids.map(({ id }) => id)];
    const inner = [lead.fileId, '1', ...ids.map(({ id }) => id)];
    const made = declaredRoutes(city.app.app)
      .filter(({ method, url }) => method === 'GET' && !url.startsWith('/dev/'))
      .flatMap(({ url }) => {
        const [whole = '', ...rest] = url.split('/:');
        if (rest.length === 0) return [whole];
        const tails = rest.map((part) => part.split('/').slice(1).join('/'));
        return known.flatMap((id) => {
          const outer = [whole, id, tails[0]].filter(Boolean).join('/');
          return rest.length === 1
            ? [outer]
            : inner.map((second) => [outer, second, tails[1]].filter(Boolean).join('/'));
        });
      });
    const searches = [lead.title.slice(0, 6), lead.number, lead.investorName, lead.uscc];
    return [
      ...new Set(made),
      ...searches.map((q) => `/leads?q=${encodeURIComponent(q)}`),
      '/leads?state=queued',
      '/leads?state=inReview',
      '/leads?sort=-total',
    ];
  }

  /** Where a person, signed in and through the voting link, reads anything of the lead. */
  async function whereSeen(account: string, hasLink: boolean): Promise<string[]> {
    const found: string[] = [];
    const visitors = [await city.app.signedIn(account), ...(hasLink ? [await city.panelist(account)] : [])];
    for (const visitor of visitors) {
      for (const address of await addresses()) {
        if (/^\/leads\?q=/.test(address)) {
          // What was typed stands in the search box of both.
          const { body } = await visitor.get(address);
          if (body.includes(`data-id="${lead.id}"`)) found.push(address);
        } else if (inPage(await visitor.get(address))) found.push(address);
      }
    }
    return found.map((address) => address.replaceAll(lead.id, ':lead').replaceAll(roundId, ':round'));
  }

  const totalOf = async (account: string): Promise<string> =>
    /共(\d+)条/.exec((await (await city.app.signedIn(account)).get('/leads')).body)?.[1] ?? '';

  it('sees nothing of the lead anywhere while nobody has decided; a person without one does', async () => {
    expect(await whereSeen('panelist-09', false)).toEqual([]);
    const control = await whereSeen('panelist-10', false);
    expect(control).toEqual(
      expect.arrayContaining([
        '/',
        '/leads',
        '/leads/:lead',
        '/leads/:lead/files.zip',
        `/files/${lead.fileId}`,
      ]),
    );
    expect(control.filter((address) => address.startsWith('/leads?')).length).toBeGreaterThanOrEqual(5);
  }, 120_000);

  it('does not find it in any count', async () => {
    expect([await totalOf('panelist-09'), await totalOf('panelist-10')]).toEqual(['1', '2']);
    const visitor = await city.app.signedIn('panelist-09');
    const unknown = '0'.repeat(26);
    const plain = (body: string, id: string): string =>
      body.replaceAll(id, '').replace(/value="[^"]{50,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    const [kept, none] = [lead.id, unknown].map((id) => visitor.get(`/leads/${id}`));
    expect(plain((await kept)?.body ?? '', lead.id)).toBe(plain((await none)?.body ?? '', unknown));
  });

  it('sees, changes and votes on nothing of it once it is confirmed and the round is open', async () => {
    const [own] = suggestionsIn((await secretary.get(`/rounds/${roundId}/recusals`)).body);
    const decision = { item: own?.item, seat: own?.seat, person: own?.person, verdict: 'confirm' };
    await secretary.post(`/rounds/${roundId}/recusals`, { ...decision, reason: '投资方在职人员' });
    expect((await secretary.post(`/rounds/${roundId}/opening`)).statusCode).toBe(303);
    expect(await whereSeen('panelist-09', true)).toEqual([]);
    const item = `/ballot/items/${own?.item}`;
    await (await city.panelist('panelist-10')).post(`${item}/declaration`, { interest: 'none' });
    const control = await whereSeen('panelist-10', true);
    expect(control).toEqual(
      expect.arrayContaining([
        '/leads/:lead',
        '/ballot',
        item,
        `${item}/recusal`,
        `${item}/files/${lead.fileId}`,
      ]),
    );
    const seat = await city.panelist('panelist-09');
    expect((await seat.get('/ballot')).body).toContain(other.title);
    const visitor = await city.app.signedIn('panelist-09');
    const before = await city.app.rowCounts();
    const sent = {
      intent: 'cast',
      vote: 'agree',
      scores: { industryFit: '4', investorStrength: '4', technology: '4' },
    };
    expect((await seat.post(item, sent)).statusCode).toBe(409);
    expect((await seat.post(item, { ...sent, intent: 'draft' })).statusCode).toBe(409);
    expect((await visitor.post(`/leads/${lead.id}/element-answers`, { element: 'land' })).statusCode).toBe(
      404,
    );
    expect(await city.app.rowCounts()).toEqual(before);
  }, 120_000);

  it('leaves the base of that item and of no other', async () => {
    const rows = await city.app.reader.rows<{ position: number; state: string; n: number | string }>(
      sql`select item.position, turnout.state, count(*) as n from turnout join round_item item on item.id = turnout.item_id
          where turnout.round_id = ${roundId} group by item.position, turnout.state order by item.position, turnout.state`,
    );
    expect(rows.map(({ position, state, n }) => [position, state, Number(n)])).toEqual([
      [1, 'recused', 1],
      [1, 'waiting', 9],
      [2, 'waiting', 10],
    ]);
  });

  it('gets no mail with a word of it, and no result before it is announced', async () => {
    const items = [lead, other].map(({ id }) => ({ leadId: id, fortune: 'good' as const }));
    for (let seat = 0; seat < 10; seat += 1)
      await city.acts.vote(roundId, seat, seat === 8 ? items.slice(1) : items, city.chance);
    await city.acts.close('secretary-01', roundId);
    expect(await whereSeen('panelist-09', false)).toEqual([]);
    expect(await whereSeen('panelist-10', false)).toContain('/rounds/:round/results');
    await city.acts.announce('secretary-01', roundId);
    const visitor = await city.app.signedIn('panelist-09');
    const letter = await city.app.reader.one<{ id: string }>(
      sql`select id from letter where lead_id = ${lead.id}`,
    );
    const paths = [`/letters/${letter?.id}`, `/leads/${lead.id}/letter`, `/leads/${lead.id}`];
    for (const path of paths) expect([path, (await visitor.get(path)).statusCode]).toEqual([path, 404]);
    const mails = (await city.mails()).filter(({ to }) => to.startsWith('panelist-09'));
    expect(mails.length).toBeGreaterThan(1);
    for (const { subject, text } of mails)
      for (const word of [lead.title, lead.number, lead.investorName])
        expect(subject + text).not.toContain(word);
    expect(await problemsOf(city)).toEqual([]);
  }, 120_000);

  it('that is declared when voting sees nothing from the next request on, also where the page is open (A-11)', async () => {
    const [third] = await tiedLeads(city, 1, 2);
    if (!third) throw new Error('no third lead');
    const next = await planRound(city, [third.id]);
    expect((await secretary.post(`/rounds/${next}/opening`)).statusCode).toBe(303);
    const visitor = await city.app.signedIn('panelist-10');
    const seat = await city.panelist('panelist-10');
    const item = await city.app.reader.one<{ id: string }>(
      sql`select id from round_item where round_id = ${next}`,
    );
    const path = `/ballot/items/${item?.id}`;
    expect((await visitor.get(`/leads/${third.id}`)).body).toContain(third.title);
    expect((await seat.get(path)).body).toContain(third.title);
    expect((await seat.post(`${path}/recusal`, { reason: '配偶在投资方任职' })).statusCode).toBe(303);
    expect((await visitor.get(`/leads/${third.id}`)).statusCode).toBe(404);
    expect((await visitor.get(`/files/${third.fileId}`)).statusCode).toBe(404);
    expect((await seat.get(path)).body).not.toContain(third.title);
    expect((await seat.get('/ballot')).body).not.toContain(third.title);
    expect(await problemsOf(city)).toEqual([]);
  });
});
