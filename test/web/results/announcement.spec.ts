import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { itemOf } from '../../integration/results/examples';
import type { Visitor } from '../../support/visitor';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

onEachDatabase('an announcement', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let secretary: Visitor;
  let letters: { id: string; number: string; scoutId: string; content: string }[];
  beforeAll(async () => {
    city = await foundCity(dialect);
    round = await city.openRound(3);
    secretary = await city.app.signedIn('secretary-01');
    await city.allVote(round, ['strong', 'doubtful', 'weak']);
    await city.acts.close('secretary-01', round.id);
  });
  afterAll(() => city.close());

  const outcomes = () =>
    city.app.reader.rows<{
      computed: string;
      decided: string | null;
      cageNo: string | null;
      itemId: string;
      leadId: string;
    }>(
      sql`select computed, decided, cage_no as "cageNo", item_id as "itemId", lead_id as "leadId" from outcome
          where round_id = ${round.id} order by position`,
    );

  it('T-09 was preceded, at closing, by the head and its own receipts to every seat, and by no result', async () => {
    const mails = await city.mails('ledger.closed');
    expect(new Set(mails.map(({ to }) => to)).size).toBe(10);
    const fixed = await city.app.reader.one<{ hash: string }>(
      sql`select hash from ledger_head where cause like 'round.closed%' order by seq desc limit 1`,
    );
    for (const { to, text } of mails) {
      expect(text.replaceAll(' ', '')).toContain(fixed?.hash);
      const own = await city.app.reader.rows<{ code: string }>(
        sql`select version.receipt_code as code from current_ballot
            join ballot_version version on version.id = current_ballot.ballot_version_id
            join round_seat on round_seat.id = version.round_seat_id join person on person.id = round_seat.holder_id
            where person.email = ${to} and current_ballot.round_id = ${round.id}`,
      );
      const told = [...text.matchAll(/第\d项回执：(\S+)/g)].map(([, code]) => code);
      expect(told.sort()).toEqual(own.map(({ code }) => code).sort());
      for (const secret of ['同意', '通过', '入笼', '会商', '分'])
        expect(text.split('您席位')[1]).not.toContain(secret);
    }
    const heads = [...(mails[0]?.text ?? '').matchAll(/第(\d+)号：((?:[0-9a-f]{4} ?){16})/g)];
    const given = heads.map(([, seq, hash = '']) => ({ seq: Number(seq), hash: hash.replaceAll(' ', '') }));
    expect(given).toHaveLength(1);
    expect((await city.app.get(Verifier).verify(city.app.reader, { heads: given })).problems).toEqual([]);
  });

  it('refuses while a ruling is missing, and says which', async () => {
    const doubtful = (await outcomes()).filter(({ computed }) => computed === 'borderline');
    expect(doubtful).toHaveLength(1);
    const lead = await city.app.reader.one<{ number: string }>(
      sql`select number from lead where id = ${doubtful[0]?.leadId ?? ''}`,
    );
    const preview = await secretary.get(`/rounds/${round.id}/announcement`);
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('aria-disabled="true"');
    const refused = await secretary.post(`/rounds/${round.id}/announcement`);
    expect(refused.statusCode).toBe(409);
    for (const page of [preview, refused]) expect(page.body).toContain(lead?.number);
  });

  it('takes the ruling of the chair, with a reason that names nobody', async () => {
    const itemId = await itemOf(city, round.id, round.leadIds[1] ?? '');
    const chair = await city.app.signedIn('leader-01');
    const path = `/rounds/${round.id}/items/${itemId}/ruling`;
    const holder = await city.app.reader.one<{ name: string }>(
      sql`select holder_name as name from round_seat where round_id = ${round.id} and position = 4`,
    );
    const naming = await chair.post(path, { ruling: 'consult', reason: `${holder?.name}认为能耗偏高` });
    expect(naming.statusCode).toBe(422);
    expect(naming.body).toContain('不能出现席位人员的姓名');
    expect(naming.body).toContain('认为能耗偏高');
    const ruled = await chair.post(path, { ruling: 'resubmit', reason: '请补齐能耗测算后再审' });
    expect([ruled.statusCode, ruled.headers.location]).toEqual([303, `/rounds/${round.id}/results`]);
  });

  it('releases everything in one act', async () => {
    const comments = await city.app.reader.rows<{ id: string; comment: string }>(
      sql`select id, comment from ballot_version where round_id = ${round.id} and comment <> '' order by id`,
    );
    const kept = comments.filter(({ comment }) => comment !== comments[0]?.comment);
    const done = await secretary.post(`/rounds/${round.id}/announcement`, {
      commentsShown: '1',
      comments: kept.map(({ id }) => id),
    });
    expect([done.statusCode, done.headers.location]).toEqual([303, `/rounds/${round.id}/results`]);
    const decided = await outcomes();
    expect(decided.map((row) => row.decided)).toEqual(['admit', 'resubmit', 'reject']);
    expect(decided.map((row) => row.cageNo)).toEqual(['C-2026-0001', null, null]);
    const states = await city.app.reader.rows<{ id: string; state: string }>(sql`select id, state from lead`);
    expect(decided.map(({ leadId }) => states.find(({ id }) => id === leadId)?.state)).toEqual([
      'admitted',
      'resubmit',
      'rejected',
    ]);
    letters = await city.app.reader.rows(
      sql`select id, number, scout_id as "scoutId", content from letter where round_id = ${round.id} order by serial`,
    );
    expect(letters.map(({ number }) => number)).toEqual(['〔2026〕1号', '〔2026〕2号', '〔2026〕3号']);
    expect(letters.map(({ content }) => content).join('')).not.toContain(comments[0]?.comment ?? 'none');
    expect((await secretary.post(`/rounds/${round.id}/announcement`)).statusCode).toBe(409);
  });

  it('writes letters without a name of the panel and without a count of votes', async () => {
    const names = await city.app.reader.rows<{ name: string }>(
      sql`select holder_name as name from round_seat where round_id = ${round.id}
          union select name from person where roles like '%leadingGroup%' or roles like '%secretariat%'`,
    );
    const mails = await city.mails('letter.released');
    expect(mails).toHaveLength(3);
    for (const text of [...letters.map(({ content }) => content), ...mails.map((mail) => mail.text)]) {
      expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/\d+\s*[票席]|\d+\/\d+/);
    }
  });

  it('shows a letter to its scout and to nobody else without a right to it', async () => {
    const [letter] = letters;
    const people = await city.app.reader.rows<{ id: string; account: string }>(
      sql`select id, account from person where roles like '%scout%'`,
    );
    const own = people.find(({ id }) => id === letter?.scoutId);
    const other = people.find(({ id }) => id !== letter?.scoutId);
    const path = `/letters/${letter?.id}`;
    const page = await (await city.app.signedIn(own?.account ?? '')).get(path);
    expect(page.statusCode).toBe(200);
    expect(bare(page.body)).toContain('预审〔2026〕1号');
    expect((await (await city.app.signedIn(other?.account ?? '')).get(path)).statusCode).toBe(404);
    expect((await secretary.get(path)).statusCode).toBe(200);
    expect((await secretary.get('/letters/nothing')).statusCode).toBe(404);
  });

  it('mails every seat both heads and its own receipts, nothing of the leads', async () => {
    const mails = await city.mails('ledger.head');
    expect(mails).toHaveLength(10);
    const titles = await city.app.reader.rows<{ title: string; investor: string }>(
      sql`select title, investor_name as investor from lead`,
    );
    for (const { text } of mails) {
      expect(text.match(/第\d+号：([0-9a-f]{4} ?){16}/g)).toHaveLength(2);
      expect(text).toMatch(/第1项回执：\S{4}-\S{4}-\S{4}-\S{4}/);
      expect(titles.filter(({ title, investor }) => text.includes(title) || text.includes(investor))).toEqual(
        [],
      );
    }
    expect(new Set(mails.map(({ text }) => /第1项回执：(\S+)/.exec(text)?.[1])).size).toBe(10);
  });

  it('leaves a ledger that verifies, with the mailed heads', async () => {
    const [mail] = await city.mails('ledger.head');
    const heads = [...(mail?.text ?? '').matchAll(/第(\d+)号：((?:[0-9a-f]{4} ?){16})/g)].map(
      ([, seq, hash]) => ({
        seq: Number(seq),
        hash: (hash ?? '').replaceAll(' ', ''),
      }),
    );
    const report = await city.app.get(Verifier).verify(city.app.reader, { heads });
    expect(report.problems).toEqual([]);
    expect(report.givenHeads).toBe(2);
    expect(report.rows).toMatchObject({ outcome: 3, letter: 3, project: 1, fiveOnes: 1, stageRecord: 1 });
  });

  it('returns a void item to the queue, tells its scout, and writes no letter', async () => {
    const silent = await city.openRound(1, 3);
    city.app.clock.advance(6 * 86_400_000);
    await city.acts.close('secretary-01', silent.id);
    await city.acts.announce('secretary-01', silent.id);
    const lead = await city.app.reader.one<{ state: string }>(
      sql`select state from lead where id = ${silent.leadIds[0] ?? ''}`,
    );
    expect(lead?.state).toBe('queued');
    expect(await city.mails('lead.undecided')).toHaveLength(1);
    expect(await city.mails('letter.released')).toHaveLength(3);
  });
});
