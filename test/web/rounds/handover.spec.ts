import { typedForm } from '../../../src/ballots/ballot.form';
import { BallotsService } from '../../../src/ballots/ballots.service';
import { sql } from '../../../src/database/sql';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Verifier } from '../../../src/ledger/verifier';
import { SeatsService } from '../../../src/panels/seats.service';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { RemindersService } from '../../../src/rounds/reminders.service';
import { RoundsService } from '../../../src/rounds/rounds.service';
import { SeatHandoversService } from '../../../src/rounds/seat-handovers.service';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { scoresOfSeat } from '../../support/seats';
import type { Visitor } from '../../support/visitor';

/** The department for land: A岗 panelist-03, B岗 panelist-11, the third seat of the roll. */
const land = 2;
const [holder, alternate] = ['panelist-03', 'panelist-11'];
const reason = '张科长赴省里开会，本周由B岗代行';

onEachDatabase('a seat that is handed over', (dialect) => {
  let city: TestCity;
  let office: Visitor;
  let used = 0;
  beforeAll(async () => {
    city = await foundCity(dialect);
    office = await city.app.signedIn('secretary-01');
  });
  afterAll(() => city.close());

  const opened = async (leads = 1): Promise<OpenRound & { seatId: string; items: string[] }> => {
    city.app.clock.advance(1000);
    const round = await city.openRound(leads, used);
    used += leads;
    const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
    const seats = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_seat where round_id = ${round.id} order by position`,
    );
    const items = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id} order by position`,
    );
    return { ...round, seatId: ids(seats)[land] ?? '', items: ids(items) };
  };
  const path = (round: { id: string; seatId: string }): string =>
    `/rounds/${round.id}/seats/${round.seatId}/handover`;
  /** A second later than what was done before, so that the newest mail is the newest. */
  const handOver = (round: { id: string; seatId: string }, to: 'a' | 'b' | '' = '') => {
    city.app.clock.advance(1000);
    return office.post(path(round), { reason, to });
  };
  let press = 0;
  const ballot = (change: Record<string, unknown> = {}): Record<string, unknown> => {
    press += 1;
    const given = { vote: 'agree', comment: '用地指标可以保障', note: '', intent: 'cast' };
    return { scores: scoresOfSeat(land, 4), ...given, idempotencyKey: `key-${press}`, ...change };
  };
  const nameOf = async (account: string): Promise<string> => (await city.acts.viewer(account)).name;
  const versions = (itemId: string) =>
    city.app.reader.rows<{ version: number; account: string }>(
      sql`select ballot_version.version, person.account from ballot_version
            join person on person.id = ballot_version.cast_by where item_id = ${itemId} order by version`,
    );
  const troubles = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const check of city.app.get(ConsistencyChecks).all)
      found.push(...(await check.run(city.app.reader)));
    const { problems } = await city.app.get(Verifier).verify(city.app.reader);
    return [...found, ...problems.map(({ what, subject }) => `${what} ${subject}`)];
  };

  it('L-08 kills the old link and the sessions it opened within one request, and says who votes now', async () => {
    const round = await opened();
    const oldLink = await city.votingPath(holder);
    const a = await city.panelist(holder);
    await a.csrfToken();
    expect((await a.get('/ballot')).statusCode).toBe(200);
    const answer = await handOver(round, 'b');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/rounds/${round.id}`]);
    const late = await a.post(`/ballot/items/${round.items[0]}`, ballot({ comment: '这段话不能丢' }));
    expect(late.statusCode).toBe(401);
    expect(late.body).toContain(await nameOf(alternate));
    expect(late.body).toContain('这段话不能丢');
    expect((await a.get('/ballot')).statusCode).toBe(401);
    const dead = await city.app.visitor().get(oldLink);
    expect(dead.statusCode).toBe(410);
    expect(dead.body).toContain(await nameOf(alternate));
    expect((await city.app.visitor().post(oldLink)).statusCode).toBe(410);
    expect(await versions(round.items[0] ?? '')).toEqual([]);
    const b = await city.panelist(alternate);
    const list = await b.get('/ballot');
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain(await nameOf(holder));
    expect(list.body).toContain(await nameOf(alternate));
    expect((await b.post(`/ballot/items/${round.items[0]}`, ballot())).statusCode).toBe(303);
    expect(await versions(round.items[0] ?? '')).toEqual([{ version: 1, account: alternate }]);
    expect(await troubles()).toEqual([]);
  });

  it('C-06 keeps the ballot that A has cast; B sees it and may replace it, and one of them counts', async () => {
    const round = await opened();
    const [item = ''] = round.items;
    const a = await city.panelist(holder);
    expect((await a.post(`/ballot/items/${item}`, ballot({ comment: '甲岗的意见' }))).statusCode).toBe(303);
    await handOver(round, 'b');
    const b = await city.panelist(alternate);
    const before = (await b.get(`/ballot/items/${item}`)).body;
    expect([before.includes('甲岗的意见'), before.includes('data-state="undeclared"')]).toEqual([
      false,
      true,
    ]);
    await b.post(`/ballot/items/${item}/declaration`, { interest: 'none' });
    expect((await b.get(`/ballot/items/${item}`)).body).toContain('甲岗的意见');
    expect((await b.post(`/ballot/items/${item}`, ballot({ comment: '乙岗的意见' }))).statusCode).toBe(303);
    expect(await versions(item)).toEqual([
      { version: 1, account: holder },
      { version: 2, account: alternate },
    ]);
    const counted = await city.app.reader.rows(sql`select 1 from current_ballot where item_id = ${item}`);
    expect(counted).toHaveLength(1);
    const receipts = (await city.mails('ballot.receipt')).filter(({ to }) => to.startsWith(alternate));
    expect(receipts.at(-1)?.text).toContain(await nameOf(holder));
    await handOver(round, 'a');
    const again = await city.panelist(holder);
    expect((await again.get(`/ballot/items/${item}`)).body).toContain('乙岗的意见');
    expect((await b.get('/ballot')).statusCode).toBe(401);
    expect(await troubles()).toEqual([]);
  });

  it('shows whoever takes it over no draft, no ballot and no veto of it before their own declaration', async () => {
    const round = await opened();
    const [item = ''] = round.items;
    const at = `/ballot/items/${item}`;
    const a = await city.panelist(holder);
    await a.post(`${at}/declaration`, { interest: 'none' });
    await a.post(at, ballot({ intent: 'draft', comment: '甲岗的草稿' }));
    const said = { ground: 'V02', basis: '土地管理法第三十五条', text: '甲岗写的否决事实' };
    expect((await a.post(`${at}/vetoes`, said)).statusCode).toBe(303);
    const veto = (await city.app.reader.one<{ id: string }>(sql`select id from veto where item_id = ${item}`))
      ?.id;
    await handOver(round, 'b');
    const b = await city.panelist(alternate);
    const hidden = [
      '甲岗的草稿',
      '甲岗写的否决事实',
      '<dl class="figures">',
      ' checked',
      'class="wide-more"',
    ];
    for (const page of ['/ballot', at, `${at}/vetoes`, `${at}/recusal`, `/vetoes/${veto}`]) {
      const { body } = await b.get(page);
      for (const text of hidden) expect([page, text, body.includes(text)]).toEqual([page, text, false]);
      if (page !== `/vetoes/${veto}`) expect([page, body.includes(`/vetoes/${veto}`)]).toEqual([page, false]);
    }
    expect((await b.get(`/vetoes/${veto}`)).statusCode).toBe(404);
    expect((await b.post(`/vetoes/${veto}/withdrawal`)).statusCode).toBe(404);
    // An empty form, as a page keeps it by itself, takes nothing of the other's away.
    await b.post(at, { intent: 'draft', scores: {}, vote: '', comment: '', note: '' });
    await b.post(`${at}/declaration`, { interest: 'none' });
    const open = (await b.get(at)).body;
    for (const text of ['甲岗的草稿', '<dl class="figures">', `/vetoes/${veto}`])
      expect(open).toContain(text);
    expect((await b.get(`/vetoes/${veto}`)).body).toContain('甲岗写的否决事实');
    expect((await b.post(`/vetoes/${veto}/withdrawal`)).statusCode).toBe(303);
  });

  it('keeps what its new voter wrote themselves below the question', async () => {
    const round = await opened();
    const at = `/ballot/items/${round.items[0]}`;
    await handOver(round, 'b');
    const b = await city.panelist(alternate);
    await b.post(at, ballot({ intent: 'draft', comment: '乙岗自己写的' }));
    const page = (await b.get(at)).body;
    expect([page.includes('乙岗自己写的'), page.includes('data-state="undeclared"')]).toEqual([true, true]);
    await handOver(round, 'a');
    const a = await city.panelist(holder);
    expect((await a.get(at)).body).not.toContain('乙岗自己写的');
  });

  it('takes the ballot of a vote in flight, or tells A who votes now: never neither, never both', async () => {
    const round = await opened();
    const [item = ''] = round.items;
    const seen = { taken: 0, told: 0 };
    for (let turn = 0; turn < 12; turn += 1) {
      const [from, to] = turn % 2 === 0 ? [holder, alternate] : [alternate, holder];
      const visitor = await city.panelist(from);
      await visitor.csrfToken();
      const before = (await versions(item)).length;
      const words = `第${turn}轮的意见`;
      const [sent, handed] = await Promise.all([
        visitor.post(`/ballot/items/${item}`, ballot({ comment: words })),
        handOver(round, turn % 2 === 0 ? 'b' : 'a'),
      ]);
      expect(handed.statusCode).toBe(303);
      const next = await city.panelist(to);
      await next.post(`/ballot/items/${item}/declaration`, { interest: 'none' });
      const grown = (await versions(item)).length - before;
      const shown = (await next.get(`/ballot/items/${item}`)).body.includes(words);
      if (sent.statusCode === 303) {
        seen.taken += 1;
        expect([turn, grown, shown]).toEqual([turn, 1, true]);
      } else {
        seen.told += 1;
        expect([401, 410]).toContain(sent.statusCode);
        expect(sent.body).toContain(await nameOf(to));
        expect([turn, grown, shown]).toEqual([turn, 0, false]);
      }
    }
    expect(seen.taken + seen.told).toBe(12);
    expect(await troubles()).toEqual([]);
  }, 60_000);

  it('refuses the paper inside its own unit where the request was let in before the hand-over', async () => {
    const round = await opened();
    const [item = ''] = round.items;
    const a = await city.panelist(holder);
    const secretary = await city.acts.viewer('secretary-01');
    const link = await city.app.reader.one<{ id: string; personId: string }>(
      sql`select id, person_id as "personId" from mailed_link
          where round_seat_id = ${round.seatId} and revoked_at is null`,
    );
    await city.app.get(SeatHandoversService).handOver(secretary, round.id, round.seatId, { to: 'b', reason });
    const seat = {
      linkId: link?.id ?? '',
      roundId: round.id,
      roundSeatId: round.seatId,
      personId: link?.personId ?? '',
    };
    const ballots = city.app.get(BallotsService);
    const typed = typedForm(ballot());
    const late = ballots.cast(seat, { itemId: item, typed, key: null, device: 'test' });
    const told = { because: 'seatHandedOver', details: { name: await nameOf(alternate) } };
    await expect(late).rejects.toMatchObject({ status: 410, refusal: told });
    await expect(ballots.saveDraft(seat, item, typed)).rejects.toMatchObject({ status: 410 });
    expect(await versions(item)).toEqual([]);
    // Control: with the link made good again, the same browser gets its ballot in, and the check of links cries.
    await city.app.work.run((tx) =>
      tx.run(
        sql`update mailed_link set revoked_at = null, revoked_because = null where id = ${link?.id ?? ''}`,
      ),
    );
    expect((await a.post(`/ballot/items/${item}`, ballot())).statusCode).toBe(303);
    expect((await troubles()).join()).toContain('a link for somebody else is good');
    await city.app.work.run((tx) =>
      tx.run(
        sql`update mailed_link set revoked_at = ${city.app.clock.now()}, revoked_because = 'handedOver'
            where id = ${link?.id ?? ''}`,
      ),
    );
    expect((await a.post(`/ballot/items/${item}`, ballot())).statusCode).toBe(401);
    expect(await troubles()).toEqual([]);
  });

  it('is out of the items whose lead its new voter reported, sees nothing of them, and comes back in', async () => {
    await city.app.work.run((tx) =>
      tx.run(sql`update person set roles = 'panelist,scout' where account = ${alternate}`),
    );
    const [entry, other] = city.book().slice(used, used + 2);
    if (!entry || !other) throw new Error('the book is too short');
    used += 2;
    const own = await city.acts.report({ ...entry, scout: alternate });
    const foreign = await city.acts.report(other);
    for (const id of [own, foreign]) await city.acts.decideIntake('secretary-01', id, 'accept');
    const deadlineAt = '2026-03-24T10:00:00.000Z';
    const id = await city.acts.openRound('secretary-01', {
      title: '含B岗报送的线索',
      deadlineAt,
      panelId: city.city.panelId,
      leadIds: [own, foreign],
    });
    const rows = await city.app.reader.rows<{ id: string; leadId: string }>(
      sql`select id, lead_id as "leadId" from round_item where round_id = ${id}`,
    );
    const item = rows.find(({ leadId }) => leadId === own)?.id ?? '';
    const [seat] = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_seat where round_id = ${id} and position = ${land + 1}`,
    );
    const round = { id, seatId: seat?.id ?? '' };
    const marks = async (): Promise<string | undefined> =>
      (
        await city.app.reader.one<{ state: string }>(
          sql`select state from turnout where round_seat_id = ${round.seatId} and item_id = ${item}`,
        )
      )?.state;
    expect((await office.get(path(round))).body).toContain('该项回避');
    await handOver(round, 'b');
    expect(await marks()).toBe('recused');
    const b = await city.panelist(alternate);
    const page = await b.get(`/ballot/items/${item}`);
    expect(page.body).toContain('data-page="ballot-recused"');
    expect((await b.post(`/ballot/items/${item}`, ballot())).statusCode).toBe(409);
    expect(await troubles()).toEqual([]);
    await handOver(round, 'a');
    expect(await marks()).toBe('waiting');
    const a = await city.panelist(holder);
    expect((await a.post(`/ballot/items/${item}`, ballot({ comment: '甲岗投的' }))).statusCode).toBe(303);
    await handOver(round, 'b');
    expect(await marks()).toBe('cast');
    const again = await city.panelist(alternate);
    expect((await again.get(`/ballot/items/${item}`)).body).not.toContain('甲岗投的');
    expect((await again.post(`/ballot/items/${item}`, ballot())).statusCode).toBe(409);
    expect(await versions(item)).toEqual([{ version: 1, account: holder }]);
    expect(await troubles()).toEqual([]);
  });

  it('is asked for with a reason, between its two people, by the secretariat, while ballots are taken', async () => {
    const round = await opened();
    // Whoever signs in for the first time gives the pledge of confidentiality, which is recorded.
    for (const account of ['scout-01', 'inspector-01', 'admin-01']) await city.app.signedIn(account);
    const before = await city.app.rowCounts();
    const empty = await office.post(path(round), { reason: '  ', to: 'b' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('没有写明理由');
    expect((await office.post(path(round), { reason: '长'.repeat(501), to: 'b' })).statusCode).toBe(422);
    expect((await handOver(round, 'a')).statusCode).toBe(409);
    const [first] = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_seat where round_id = ${round.id} order by position limit 1`,
    );
    expect((await handOver({ id: round.id, seatId: first?.id ?? '' })).body).toContain('没有核准的B岗');
    expect((await handOver({ ...round, seatId: '0'.repeat(26) })).statusCode).toBe(404);
    expect((await office.get(path({ ...round, seatId: '0'.repeat(26) }))).statusCode).toBe(404);
    for (const account of ['scout-01', 'inspector-01', 'admin-01'])
      expect((await (await city.app.signedIn(account)).post(path(round), { reason })).statusCode).toBe(403);
    expect({ ...(await city.app.rowCounts()), session: 0 }).toEqual({ ...before, session: 0 });
    const now = city.app.clock.now();
    city.app.clock.set(round.deadlineAt);
    const late = await city.app.signedIn('secretary-01');
    expect((await late.post(path(round), { reason, to: 'b' })).statusCode).toBe(409);
    city.app.clock.set(now);
    const doubled = await Promise.all([handOver(round, 'b'), handOver(round, 'b')]);
    expect(doubled.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
  });

  it('gives nobody two ballots in one round', async () => {
    const { panelId } = city.city;
    const [, , , , , , university] = await city.app.reader.rows<{ id: string; holderId: string }>(
      sql`select id, holder_id as "holderId" from seat where panel_id = ${panelId} order by position`,
    );
    const b = await city.acts.viewer(alternate);
    const secretary = { personId: null, label: 'test' };
    const seats = city.app.get(SeatsService);
    const holderId = university?.holderId ?? '';
    await seats.change(secretary, panelId, university?.id ?? '', { holderId, alternateId: b.personId });
    const round = await opened();
    const [other] = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_seat where round_id = ${round.id} and position = 7`,
    );
    expect((await handOver(round, 'b')).statusCode).toBe(303);
    const second = await handOver({ id: round.id, seatId: other?.id ?? '' }, 'b');
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('一人一票');
  });

  it('is reminded, told of the end and named in the record by whoever votes for it', async () => {
    const round = await opened();
    await handOver(round, 'b');
    const secretary = await city.acts.viewer('secretary-01');
    await city.app.get(RemindersService).remind(secretary, round.id);
    const reminded = (await city.mails('round.reminder')).map(({ to }) => to);
    expect(reminded.filter((to) => to.startsWith(alternate))).toHaveLength(1);
    expect(reminded.filter((to) => to.startsWith(holder))).toHaveLength(0);
    const room = (await office.get(`/rounds/${round.id}`)).body;
    expect(room).toContain(`现由B岗${await nameOf(alternate)}投票`);
    expect(room).toContain(reason);
    const desk = await (await city.app.signedIn(alternate)).get('/');
    const number = (
      await city.app.reader.one<{ number: string }>(sql`select number from round where id = ${round.id}`)
    )?.number;
    expect(desk.body).toContain(number);
    expect((await (await city.app.signedIn(holder)).get('/')).body).not.toContain(number);
    for (const { text } of await city.mails('round.takenOver')) expect(text).not.toContain(reason);
    await city.app.get(RoundsService).cancel(secretary, round.id, { reason: '材料有误' });
    const told = (await city.mails('round.cancelled')).map(({ to }) => to.split('@')[0]);
    expect(told.filter((to) => to === holder || to === alternate).sort()).toEqual([holder, alternate]);
  });

  it('names both people in the minutes, and sends the announcement to both', async () => {
    const round = await opened();
    await handOver(round, 'b');
    await city.allVote(round, ['good']);
    city.app.clock.set(round.deadlineAt);
    await city.app.get(RoundClosuresService).close(await city.acts.viewer('secretary-01'), round.id);
    const later = await city.app.signedIn('secretary-01');
    const minutes = (await later.get(`/rounds/${round.id}/minutes`)).body;
    for (const account of [holder, alternate]) expect(minutes).toContain(await nameOf(account));
    expect(minutes).toContain(reason);
    await city.acts.announce('secretary-01', round.id);
    const heads = (await city.mails('ledger.head')).map(({ to }) => to.split('@')[0]);
    expect(heads.filter((to) => to === holder || to === alternate).sort()).toEqual([holder, alternate]);
    expect(await troubles()).toEqual([]);
    await city.app.work.run((tx) => tx.run(sql`update seat_handover set reason = '改过的理由'`));
    expect((await troubles()).join()).toMatch(/seatHandover/);
  });
});
