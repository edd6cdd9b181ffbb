import { BallotsService } from '../../../src/ballots/ballots.service';
import { typedForm } from '../../../src/ballots/ballot.form';
import { RecusalsService } from '../../../src/ballots/recusals.service';
import { sql } from '../../../src/database/sql';
import { Refused } from '../../../src/domain/shared/refusal';
import { beijingDay } from '../../../src/domain/shared/instant';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Verifier } from '../../../src/ledger/verifier';
import { PaperBallotsService } from '../../../src/paper-ballots/paper-ballots.service';
import { PeopleService } from '../../../src/people/people.service';
import { RoundClosuresService } from '../../../src/results/round-closures.service';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Fields, type Visitor } from '../../support/visitor';
import {
  ballotOf,
  BallotCity,
  deadline,
  viewerOf,
  type CityItem,
  type CitySeat,
} from '../ballots/ballot-city';

const actor = { personId: null, label: 'test' };
const day = beijingDay(startOfTests);
const scan = {
  field: 'scan',
  name: '纸质票.pdf',
  type: 'application/pdf',
  content: Buffer.from('%PDF-1.4\n%%EOF\n'),
};

onEachDatabase('a ballot on paper', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  let first: Visitor;
  let second: Visitor;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 3);
    const office = await app.reader.one<{ id: string }>(sql`select id from unit where code = 'office'`);
    const person = { post: '科员', mobile: null, unitId: office?.id ?? '' };
    for (const [account, role] of [
      ['secretary-02', 'secretariat'],
      ['inspector-01', 'inspector'],
    ] as const)
      await app.get(PeopleService).addPerson(actor, {
        ...person,
        ...{ account, name: account, email: `${account}@city.example`, roles: [role] },
      });
    // Whoever has reported the leads is of the office as well, and kept from every item.
    await app.work.run((tx) =>
      tx.run(sql`update person set roles = 'scout,secretariat' where account = 'scout-01'`),
    );
    first = await app.signedIn('secretary-01');
    second = await app.signedIn('secretary-02');
  }, 60_000);
  beforeEach(() => app.clock.set(startOfTests));
  afterAll(() => app.close());

  const seatAt = (n: number): CitySeat => city.seats[n] as CitySeat;
  const pathOf = (seat: CitySeat, item: CityItem): string =>
    `/rounds/${city.roundId}/seats/${seat.roundSeatId}/paper-ballots/${item.id}`;
  /** The fields as a multipart form sends them. */
  const sheet = (seat: CitySeat, change: Fields = {}): Record<string, string> => {
    const { scores, intent: _, idempotencyKey: __, ...rest } = ballotOf(seat.kind, change) as Fields;
    const groups = { scores, ...rest } as Record<string, unknown>;
    const flat: Record<string, string> = { signedOn: day, declared: 'none' };
    for (const [name, value] of Object.entries(groups))
      if (typeof value === 'object' && value !== null)
        for (const [code, one] of Object.entries(value)) flat[`${name}[${code}]`] = String(one);
      else flat[name] = String(value);
    return flat;
  };
  const enter = async (seat: CitySeat, item: CityItem, change: Fields = {}): Promise<string> => {
    const answer = await first.upload(pathOf(seat, item), sheet(seat, change), [scan]);
    const id = /^\/paper-ballots\/(\w{26})$/.exec(String(answer.headers.location))?.[1];
    if (!id) throw new Error(`not entered: ${answer.statusCode} ${answer.body.slice(0, 3000)}`);
    return id;
  };
  const versionsOf = (seat: CitySeat, item: CityItem) =>
    app.reader.rows<Record<string, string | number>>(
      sql`select version, vote, scores, comment, cast_by as "castBy", entered_for as "enteredFor", id
          from ballot_version where round_seat_id = ${seat.roundSeatId} and item_id = ${item.id} order by version`,
    );
  const stateOf = (id: string) =>
    app.reader
      .one<{ state: string }>(sql`select state from paper_ballot where id = ${id}`)
      .then((row) => row?.state);
  const castByLink = (seat: CitySeat, item: CityItem) =>
    app.get(BallotsService).cast(seat, {
      ...{ itemId: item.id, key: `link ${seat.unitName} ${item.id}`, device: 'test' },
      typed: typedForm(ballotOf(seat.kind)),
    });
  const faults = async () => {
    const { problems } = await app.get(Verifier).verify(app.reader);
    const checks = await Promise.all(app.get(ConsistencyChecks).all.map((check) => check.run(app.reader)));
    return [...problems.map(({ words }) => words), ...checks.flat()];
  };

  it('is printed for a seat of an open round, item by item, without those it is recused from', async () => {
    const seat = seatAt(9);
    await app.get(RecusalsService).recuse(seat, {
      ...{ itemId: city.item(3).id, reason: '投资方是本单位的参股公司', key: null, device: 'test' },
    });
    const room = await first.get(`/rounds/${city.roundId}`);
    const way = `/rounds/${city.roundId}/seats/${seat.roundSeatId}/paper-ballots`;
    expect(room.body).toContain(`href="${way}"`);
    const list = await first.get(way);
    expect(list.body).toContain(city.item(1).title);
    expect(list.body).not.toContain(city.item(3).title);
    const { statusCode, body } = await first.get(way.replace(/s$/, ''));
    expect(statusCode).toBe(200);
    expect(body.match(/<article /g)).toHaveLength(2);
    for (const said of [
      seat.unitName,
      city.item(1).title,
      city.item(2).title,
      '技术',
      '□ 0',
      '□ 同意',
      '密封交回秘书处',
      '没有利害关系',
    ])
      expect(body).toContain(said);
    expect(body).not.toContain(city.item(3).title);
    expect(body).not.toMatch(/style="|<script>|<input/);
  });

  it('counts once another person has confirmed it: one version with the mark, a receipt, and both names', async () => {
    const [seat, item] = [seatAt(0), city.item(1)];
    const id = await enter(seat, item, { vote: 'supplement', comment: '请补充近两年的审计报告' });
    expect(await versionsOf(seat, item)).toEqual([]);
    expect(await city.mails(seat.email, 'ballot.receipt')).toEqual([]);
    expect((await second.get(`/rounds/${city.roundId}`)).body).toContain('1张纸质票待第二人核对');
    const page = await second.get(`/paper-ballots/${id}`);
    expect(page.body).toContain('请补充近两年的审计报告');
    expect((await second.get(`/paper-ballots/${id}/scan`)).rawPayload.equals(scan.content)).toBe(true);

    const refused = await first.post(`/paper-ballots/${id}/confirmation`);
    expect([refused.statusCode, await stateOf(id)]).toEqual([409, 'entered']);
    expect(refused.body).toContain('须由秘书处另一人核对');

    const done = await second.post(`/paper-ballots/${id}/confirmation`);
    expect(done.statusCode).toBe(303);
    const versions = await versionsOf(seat, item);
    expect(versions).toEqual([
      {
        ...{ version: 1, vote: 'supplement', comment: '请补充近两年的审计报告' },
        ...{ castBy: seat.personId, enteredFor: id, id: expect.any(String) as string },
        scores: expect.stringContaining('"industryFit":4') as string,
      },
    ]);
    const [receipt] = await city.mails(seat.email, 'ballot.receipt');
    expect(receipt?.text).toContain('secretary-01某（市投资促进局）、secretary-02（市投资促进局）');
    const entry = await app.reader.one<{ facts: string; actor: string }>(
      sql`select facts, actor_label as actor from ledger_entry
          where kind = 'ballot.cast' and subject_id = ${String(versions[0]?.['id'])}`,
    );
    expect(entry?.actor).toContain('secretary-02');
    expect(JSON.parse(entry?.facts ?? '{}')).toMatchObject({
      enteredFor: id,
      enteredBy: expect.stringContaining('secretary-01') as string,
    });
    const turnout = await app.reader.one(
      sql`select state from turnout where round_seat_id = ${seat.roundSeatId} and item_id = ${item.id}`,
    );
    expect(turnout).toEqual({ state: 'cast' });
    const room = await first.get(`/rounds/${city.roundId}`);
    for (const act of [
      '录入经济技术开发区第1项的纸质票',
      '核对secretary-01某（市投资促进局）录入的经济技术开发区第1项纸质票',
    ])
      expect(room.body).toContain(act);
    expect(room.body).not.toContain('待第二人核对</b>');
  });

  it('shows its vote to nobody any more once it is settled, and its scan after the count to the inspector alone', async () => {
    const settled = await app.reader.one<{ id: string }>(
      sql`select id from paper_ballot where state = 'confirmed'`,
    );
    const waiting = await enter(seatAt(1), city.item(2), { comment: '只给核对的人看' });
    const inspector = await app.signedIn('inspector-01');
    const scout = await app.signedIn('scout-01');
    for (const visitor of [first, second, inspector]) {
      expect((await visitor.get(`/paper-ballots/${settled?.id}`)).body).not.toContain('审计报告');
      expect((await visitor.get(`/paper-ballots/${settled?.id}/scan`)).statusCode).toBe(404);
    }
    for (const visitor of [inspector, scout]) {
      const { statusCode, body } = await visitor.get(`/paper-ballots/${waiting}`);
      expect([statusCode, body.includes('只给核对的人看')]).toEqual([200, false]);
      expect((await visitor.get(`/paper-ballots/${waiting}/scan`)).statusCode).toBe(404);
    }
    // Nor by the general way to attachments.
    const file = await app.reader.one<{ id: string }>(
      sql`select scan_id as id from paper_ballot where id = ${waiting}`,
    );
    for (const visitor of [first, second, inspector])
      expect((await visitor.get(`/files/${file?.id}`)).statusCode).toBe(404);
    expect((await scout.post(`/paper-ballots/${waiting}/confirmation`)).statusCode).toBe(409);
    expect((await scout.get(pathOf(seatAt(2), city.item(1)))).statusCode).toBe(409);
    await first.post(`/paper-ballots/${waiting}/withdrawal`);
    expect(await stateOf(waiting)).toBe('withdrawn');
  });

  it('comes back with everything typed, the scan kept, and each message beside its field', async () => {
    const [seat, item] = [seatAt(2), city.item(1)];
    const wrong = sheet(seat, { vote: 'against', comment: '不行', scores: { taxPerMu: '5' } });
    const bad = await first.upload(pathOf(seat, item), { ...wrong, signedOn: '2027-01-01', declared: '' }, [
      scan,
    ]);
    expect(bad.statusCode).toBe(422);
    for (const said of [
      '签名日期不能晚于今天',
      '没有“没有利害关系”的申报',
      '打5分须写理由',
      '不行',
      '已收到“纸质票.pdf”',
    ])
      expect(bad.body).toContain(said);
    expect(bad.body).toContain('value="2027-01-01"');
    expect(await city.count('paper_ballot')).toBe(2);
    const kept = fieldValue(bad.body, 'receivedFile') ?? '';
    const ahead = await first.upload(
      pathOf(seat, item),
      { ...sheet(seat), signedOn: '2027-01-01', receivedFile: kept },
      [],
    );
    expect([ahead.statusCode, ahead.body.includes('不能晚于今天')]).toEqual([422, true]);
    const done = await first.upload(pathOf(seat, item), { ...sheet(seat), receivedFile: kept }, []);
    expect(done.statusCode).toBe(303);
    const again = await first.upload(pathOf(seat, item), sheet(seat), [scan]);
    expect([again.statusCode, await city.count('paper_ballot')]).toEqual([409, 3]);
    const id = String(done.headers.location).slice('/paper-ballots/'.length);
    const short = await second.post(`/paper-ballots/${id}/rejection`, { reason: '不' });
    expect([short.statusCode, short.body.includes('至少4个字')]).toEqual([422, true]);
    await second.post(`/paper-ballots/${id}/rejection`, { reason: '分数与扫描件不一致' });
    expect(await stateOf(id)).toBe('rejected');
    expect((await second.post(`/paper-ballots/${id}/confirmation`)).statusCode).toBe(409);
    expect(await versionsOf(seat, item)).toEqual([]);
  });

  it('needs a scan, and one that people can look at', async () => {
    const [seat, item] = [seatAt(2), city.item(2)];
    const none = await first.upload(pathOf(seat, item), sheet(seat), []);
    expect([none.statusCode, none.body.includes('请上传这张票的扫描件')]).toEqual([422, true]);
    const plain = await first.post(pathOf(seat, item), {
      ...ballotOf(seat.kind),
      signedOn: day,
      declared: 'none',
    });
    expect(plain.statusCode).toBe(422);
    const forged = { ...ballotOf(seat.kind), signedOn: day, declared: 'none', receivedFile: 'eyJ9.x' };
    expect((await first.post(pathOf(seat, item), forged)).statusCode).toBe(422);
    const exe = { ...scan, name: '票.exe', content: Buffer.from('MZ\0\0') };
    expect((await first.upload(pathOf(seat, item), sheet(seat), [exe])).statusCode).toBe(422);
    expect(
      await app.reader.one(
        sql`select id from paper_ballot where round_seat_id = ${seat.roundSeatId} and item_id = ${item.id}`,
      ),
    ).toBeNull();
  });

  it('gives way to a ballot that the seat casts itself meanwhile, and to a recusal', async () => {
    const [seat, item] = [seatAt(3), city.item(1)];
    const id = await enter(seat, item);
    await castByLink(seat, item);
    const refused = await second.post(`/paper-ballots/${id}/confirmation`);
    expect([refused.statusCode, refused.body.includes('已自己投了这一项')]).toEqual([409, true]);
    expect((await versionsOf(seat, item)).map(({ enteredFor }) => enteredFor)).toEqual([null]);
    expect((await first.get(pathOf(seat, item))).statusCode).toBe(409);
    const other = await enter(seat, city.item(2));
    await app.get(RecusalsService).recuse(seat, {
      ...{ itemId: city.item(2).id, reason: '投资方是本单位的参股公司', key: null, device: 'test' },
    });
    expect((await second.post(`/paper-ballots/${other}/confirmation`)).statusCode).toBe(409);
    for (const one of [id, other])
      await second.post(`/paper-ballots/${one}/rejection`, { reason: '本人已自己办理' });
    expect([await stateOf(id), await stateOf(other)]).toEqual(['rejected', 'rejected']);
  });

  it('is replaced by what the seat casts later, and by another sheet where it was entered wrongly', async () => {
    const [seat, item] = [seatAt(4), city.item(1)];
    for (const vote of ['agree', 'abstain'])
      await second.post(
        `/paper-ballots/${await enter(seat, item, { vote, comment: '材料尚不齐全' })}/confirmation`,
      );
    await castByLink(seat, item);
    const versions = await versionsOf(seat, item);
    expect(versions.map(({ version, vote }) => [version, vote])).toEqual([
      [1, 'agree'],
      [2, 'abstain'],
      [3, 'agree'],
    ]);
    expect(versions.map(({ enteredFor }) => enteredFor !== null)).toEqual([true, true, false]);
    const current = await app.reader.rows(
      sql`select ballot_version_id as id from current_ballot where item_id = ${item.id} and round_seat_id = ${seat.roundSeatId}`,
    );
    expect(current).toEqual([{ id: versions[2]?.['id'] }]);
  });

  it('is cast once when two people confirm it at the same instant, 20 times', async () => {
    const papers = app.get(PaperBallotsService);
    const two = await viewerOf(app, 'secretary-02');
    // A third person may confirm as well.
    const three = { ...two, personId: await third(), account: 'secretary-03', name: 'secretary-03' };
    const pairs = [5, 6, 7, 8].flatMap((n) => [1, 2, 3].map((at) => [seatAt(n), city.item(at)] as const));
    const free = [0, 1].flatMap((n) => [2, 3].map((at) => [seatAt(n), city.item(at)] as const));
    const rest = [seatAt(2), seatAt(3), seatAt(4), seatAt(9)].map(
      (seat) => [seat, city.item(seat === seatAt(9) ? 1 : 3)] as const,
    );
    const all = [...pairs, ...free, ...rest];
    expect(all).toHaveLength(20);
    for (const [seat, item] of all) {
      const id = await enter(seat, item);
      const before = (await versionsOf(seat, item)).length;
      const both = await Promise.allSettled([papers.confirm(two, id), papers.confirm(three, id)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refused] : []));
      expect(lost?.refusal.because).toBe('paperSettled');
      expect((await versionsOf(seat, item)).length).toBe(before + 1);
    }
  }, 120_000);

  it('and the seat’s own ballot, sent at the same instant, leave one that counts: the seat’s', async () => {
    const papers = app.get(PaperBallotsService);
    const two = await viewerOf(app, 'secretary-02');
    for (const n of [5, 6, 7, 8])
      for (const at of [1, 2, 3]) {
        const [seat, item] = [seatAt(n), city.item(at)];
        const id = await enter(seat, item, { vote: 'abstain', comment: '材料尚不齐全' });
        const [confirmed, own] = await Promise.allSettled([papers.confirm(two, id), castByLink(seat, item)]);
        expect(own.status).toBe('fulfilled');
        const votes = (await versionsOf(seat, item)).map(({ vote, enteredFor }) => [vote, enteredFor]);
        expect(votes.at(-1)).toEqual(['agree', null]);
        if (confirmed.status === 'fulfilled') expect(votes.at(-2)).toEqual(['abstain', id]);
        else {
          expect((confirmed.reason as Refused).refusal.because).toBe('paperSeatHasCastSince');
          expect(votes.map(([, paper]) => paper)).not.toContain(id);
          await second.post(`/paper-ballots/${id}/rejection`, { reason: '本人已自己办理' });
        }
      }
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('is found by verify when its row is tampered with, and so is a mark that was moved', async () => {
    expect(await faults()).toEqual([]);
    const paper =
      (
        await app.reader.one<{ id: string }>(
          sql`select id from paper_ballot where state = 'confirmed' order by id limit 1`,
        )
      )?.id ?? '';
    const undone = async (change: ReturnType<typeof sql>): Promise<string[]> => {
      let said: string[] = [];
      const run = app.work.run(async (tx) => {
        await tx.run(change);
        const { problems } = await app.get(Verifier).verify(tx);
        const checks: string[] = [];
        for (const check of app.get(ConsistencyChecks).all) checks.push(...(await check.run(tx)));
        said = [...problems.map(({ words }) => words), ...checks];
        throw new Error('taken back');
      });
      await expect(run).rejects.toThrow('taken back');
      return said;
    };
    const changes = [
      sql`update paper_ballot set content = replace(content, '4', '5') where id = ${paper}`,
      sql`update paper_ballot set entered_by_label = '别人' where id = ${paper}`,
      sql`update paper_ballot set signed_on = '2026-01-01' where id = ${paper}`,
      sql`update paper_ballot set settled_at = '2026-03-16T00:00:00.000Z' where id = ${paper}`,
      sql`update paper_ballot set state = 'withdrawn', settled_by_id = entered_by_id where id = ${paper}`,
    ];
    for (const change of changes) expect(await undone(change)).toContainEqual(expect.stringContaining(paper));
    const version = String(
      (await app.reader.one<{ id: string }>(sql`select id from ballot_version where entered_for = ${paper}`))
        ?.id,
    );
    expect(
      await undone(sql`update ballot_version set entered_for = null where id = ${version}`),
    ).toContainEqual(expect.stringContaining(version));
  });

  it('does not count when nobody has confirmed it by the deadline, and the pages said so beforehand', async () => {
    const [seat, item] = [seatAt(9), city.item(2)];
    const entry = await first.get(pathOf(seat, item));
    expect(entry.body).toMatch(/前没有核对的不计票/);
    const id = await enter(seat, item);
    expect((await second.get(`/rounds/${city.roundId}/paper-ballots`)).body).toContain('届时未核对的不计票');
    app.clock.set(new Date(Date.parse(deadline) - 1).toISOString());
    first = await app.signedIn('secretary-01');
    second = await app.signedIn('secretary-02');
    const seen = await second.get(`/paper-ballots/${id}`);
    expect(seen.body).toContain('核对无误，计票');
    expect(seen.body).not.toContain('aria-disabled');
    app.clock.set(deadline);
    const late = await second.post(`/paper-ballots/${id}/confirmation`);
    expect([late.statusCode, late.body.includes('现在不收票')]).toEqual([409, true]);
    expect((await first.get(pathOf(seatAt(9), city.item(1)))).statusCode).toBe(409);
    expect([await stateOf(id), await versionsOf(seat, item)]).toEqual(['entered', []]);
    expect(await faults()).toEqual([]);
  });

  it('is told in the minutes by seat and by who entered and compared it, and its scan opens to the inspector', async () => {
    app.clock.set(deadline);
    first = await app.signedIn('secretary-01');
    second = await app.signedIn('secretary-02');
    await app.get(RoundClosuresService).close(await viewerOf(app, 'secretary-01'), city.roundId);
    const counted = await app.reader.rows(
      sql`select ballot_version.id from current_ballot join ballot_version
            on ballot_version.id = current_ballot.ballot_version_id
          where ballot_version.entered_for is not null and ballot_version.kind = 'cast'`,
    );
    expect(counted.length).toBeGreaterThan(5);
    const { body } = await first.get(`/rounds/${city.roundId}/minutes`);
    expect(body).toContain(`本轮有${counted.length}张票由秘书处按纸质票代录`);
    const results = await first.get(`/rounds/${city.roundId}/results`);
    expect(results.body).toContain(`${counted.length}张按纸质票代录`);
    expect(body).toMatch(
      /经济技术开发区第[123、]+项，录入人secretary-01某（市投资促进局），核对人secretary-0[23]/,
    );
    const paper = await app.reader.one<{ id: string }>(
      sql`select id from paper_ballot where state = 'confirmed' order by id limit 1`,
    );
    const inspector = await app.signedIn('inspector-01');
    expect((await inspector.get(`/paper-ballots/${paper?.id}/scan`)).statusCode).toBe(200);
    expect((await inspector.get(`/paper-ballots/${paper?.id}`)).body).not.toContain('审计报告');
    for (const visitor of [first, second])
      expect((await visitor.get(`/paper-ballots/${paper?.id}/scan`)).statusCode).toBe(404);
    expect(await faults()).toEqual([]);
  });

  const third = async (): Promise<string> => {
    const two = await viewerOf(app, 'secretary-02');
    return app.get(PeopleService).addPerson(actor, {
      ...{ account: 'secretary-03', name: 'secretary-03', post: '科员', mobile: null, unitId: two.unitId },
      ...{ email: 'secretary-03@city.example', roles: ['secretariat'] },
    });
  };
});
