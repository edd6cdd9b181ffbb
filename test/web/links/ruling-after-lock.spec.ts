import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { RoundDeadlines } from '../../../src/rounds/round-deadlines.job';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { scoresOfSeat } from '../../support/seats';
import type { Visitor } from '../../support/visitor';

/** Who may confirm V02, and who raises it here: the departments for land and for ecology. */
const [land, landAlternate, ecology] = ['panelist-03', 'panelist-11', 'panelist-04'];
const landSeat = 2;
const said = {
  ground: 'V02',
  basis: '《中华人民共和国土地管理法》第三十五条',
  text: '东侧三亩为永久基本农田。',
};

onEachDatabase('the seat that settles a veto', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let items: string[];
  let office: Visitor;
  let used = 0;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  beforeEach(async () => {
    city.app.clock.advance(1000);
    office = await city.app.signedIn('secretary-01');
    round = await city.openRound(2, used);
    used += 2;
    const rows = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id} order by position`,
    );
    items = rows.map(({ id }) => id);
  }, 60_000);
  afterAll(() => city.close());

  const path = (at: number): string => `/ballot/items/${items[at] ?? ''}`;
  const raise = async (at = 0): Promise<string> => {
    const raiser = await city.panelist(ecology);
    expect((await raiser.post(`${path(at)}/vetoes`, said)).statusCode).toBe(303);
    const found = sql`select id from veto where item_id = ${items[at] ?? ''}`;
    return (await city.app.reader.one<{ id: string }>(found))?.id ?? '';
  };
  const seatId = async (at: number): Promise<string> => {
    const rows = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_seat where round_id = ${round.id} order by position`,
    );
    return rows[at]?.id ?? '';
  };
  /** The deadline passes; the clock locks the round. */
  const lock = async (): Promise<void> => {
    city.app.clock.set(round.deadlineAt);
    await city.app.get(RoundDeadlines).lockDue(round.deadlineAt);
    const found = sql`select state from round where id = ${round.id}`;
    expect(await city.app.reader.one<{ state: string }>(found)).toEqual({ state: 'locked' });
  };
  const stateOf = async (id: string): Promise<string> =>
    (await city.app.reader.one<{ state: string }>(sql`select state from veto where id = ${id}`))?.state ?? '';

  it('comes in by the first mailed link after the round was locked, and rules until the count', async () => {
    const invited = await city.votingPath(land);
    const id = await raise();
    await lock();
    const link = await city.app.visitor().get(invited);
    expect(link.statusCode).toBe(200);
    expect(link.body).toContain('这个链接只用来处理否决');
    expect(link.body).not.toContain('V02');
    const seat = city.app.visitor();
    expect((await seat.post(invited)).headers.location).toBe('/ballot');
    const list = (await seat.get('/ballot')).body;
    for (const text of [`/vetoes/${id}`, '请您处理', '不再收票']) expect(list).toContain(text);
    expect(list).not.toContain('表决第1项');
    // It never opened the item, so it says with its ruling that it has no interest in it.
    const page = (await seat.get(`/vetoes/${id}`)).body;
    expect(page).toContain('没有须回避的利害关系');
    expect((await seat.post(`/vetoes/${id}/confirmation`, { reason: '已套合三线' })).statusCode).toBe(422);
    expect(await stateOf(id)).toBe('raised');
    const ruling = { reason: '已套合三线', interest: ['none'] };
    expect((await seat.post(`/vetoes/${id}/confirmation`, ruling)).statusCode).toBe(303);
    const declared = sql`select count(*) as n from interest_declaration where item_id = ${items[0] ?? ''}`;
    expect(Number((await city.app.reader.one<{ n: number | string }>(declared))?.n)).toBe(1);
    expect(await stateOf(id)).toBe('confirmed');
    // Nothing waits any more: the link is as dead as everybody's.
    expect((await city.app.visitor().get(invited)).statusCode).toBe(410);
    const opened = await city.app.reader.rows<{ facts: string }>(
      sql`select facts from ledger_entry where kind = 'ballotLink.opened' order by seq desc limit 1`,
    );
    expect(JSON.parse(opened[0]?.facts ?? '{}')).toMatchObject({ door: 'rule', by: 'link' });
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('comes in by the short code as well, and between the deadline and the lock', async () => {
    const mails = (await city.mails('round.invitation')).filter(({ to }) => to.startsWith(`${land}@`));
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}(-[0-9A-Z]{2,4})?/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
    const whom = `${land}@yijiang.example`;
    await raise();
    city.app.clock.set(round.deadlineAt);
    const answer = await city.app.visitor().post('/v', { whom, code });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ballot']);
  });

  it('can do nothing but rule: no ballot, no draft, no veto, no recusal, no declaration, no question', async () => {
    await raise();
    await lock();
    const seat = await city.panelist(land);
    const ballot = { scores: scoresOfSeat(landSeat, 4), vote: 'agree', comment: '迟到的意见', note: '' };
    for (const intent of ['cast', 'draft'])
      expect((await seat.post(path(0), { ...ballot, intent, idempotencyKey: intent })).statusCode).toBe(410);
    expect((await seat.post(`${path(0)}/vetoes`, { ...said, ground: 'V04' })).statusCode).toBe(410);
    expect((await seat.post(`${path(1)}/recusal`, { reason: '亲属在企业任职' })).statusCode).toBe(410);
    expect((await seat.post(`${path(0)}/declaration`, { interest: 'none' })).statusCode).toBe(410);
    expect((await seat.post(`${path(0)}/questions`, { text: '用地是否已报批？' })).statusCode).toBe(410);
    for (const table of ['ballot_version', 'ballot_draft', 'interest_declaration']) {
      const found = sql`select count(*) as n from ${sql.raw(table)} where item_id in ${sql.list(items)}`;
      const row = await city.app.reader.one<{ n: number | string }>(found);
      expect([table, Number(row?.n)]).toEqual([table, 0]);
    }
  });

  it('is let in for its own part alone: every other link stays dead, the raiser’s too', async () => {
    const links = await Promise.all(['panelist-01', ecology].map((one) => city.votingPath(one)));
    await raise();
    await lock();
    for (const link of links) {
      expect((await city.app.visitor().get(link)).statusCode).toBe(410);
      expect((await city.app.visitor().post(link)).statusCode).toBe(410);
    }
  });

  it('is not let in where it is recused from the item', async () => {
    const link = await city.votingPath(land);
    const seat = await city.panelist(land);
    expect((await seat.post(`${path(0)}/recusal`, { reason: '配偶在企业任职' })).statusCode).toBe(303);
    const id = await raise();
    const other = await raise(1);
    await lock();
    // The other item lets it in, and the veto on the first is not there for it.
    const late = city.app.visitor();
    expect((await late.post(link)).statusCode).toBe(303);
    expect((await late.get(`/vetoes/${id}`)).statusCode).toBe(404);
    expect((await late.post(`/vetoes/${id}/confirmation`)).statusCode).toBe(404);
    expect(
      (await late.post(`/vetoes/${other}/dismissal`, { reason: '已核实', interest: ['none'] })).statusCode,
    ).toBe(303);
    expect((await city.app.visitor().post(link)).statusCode).toBe(410);
  });

  it('is whoever votes for the seat now: the old link stays dead, the new one opens', async () => {
    const old = await city.votingPath(land);
    const before = await city.panelist(land);
    const id = await raise();
    city.app.clock.advance(1000);
    const reason = '张科长赴省里开会，本周由B岗代行';
    const handed = await office.post(`/rounds/${round.id}/seats/${await seatId(landSeat)}/handover`, {
      reason,
      to: 'b',
    });
    expect(handed.statusCode).toBe(303);
    const next = await city.votingPath(landAlternate);
    await lock();
    expect((await city.app.visitor().post(old)).statusCode).toBe(410);
    expect((await before.post(`/vetoes/${id}/confirmation`)).statusCode).not.toBe(303);
    expect(await stateOf(id)).toBe('raised');
    const seat = city.app.visitor();
    expect((await seat.post(next)).statusCode).toBe(303);
    expect(
      (
        await seat.post(`/vetoes/${id}/dismissal`, {
          reason: '已核减该地块',
          interest: ['none'],
        })
      ).statusCode,
    ).toBe(303);
    expect(await stateOf(id)).toBe('dismissed');
  });

  it('is not let in by a link that was sent anew since, nor once the round is counted', async () => {
    const old = await city.votingPath(land);
    const id = await raise();
    city.app.clock.advance(1000);
    await office.post(`/rounds/${round.id}/seats/${await seatId(landSeat)}/links`);
    const fresh = await city.votingPath(land);
    await lock();
    expect((await city.app.visitor().post(old)).statusCode).toBe(410);
    const seat = city.app.visitor();
    expect((await seat.post(fresh)).statusCode).toBe(303);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    expect((await city.app.visitor().post(fresh)).body).toContain('已截止并计票');
    expect((await seat.post(`/vetoes/${id}/confirmation`)).statusCode).not.toBe(303);
    // What nobody ruled on keeps the item from being admitted.
    const found = sql`select computed from outcome where item_id = ${items[0] ?? ''}`;
    const outcome = await city.app.reader.one<{ computed: string }>(found);
    expect(outcome).not.toBeNull();
    expect(outcome?.computed).not.toBe('admit');
  });
});
