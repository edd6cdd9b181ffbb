import { sql } from '../../../src/database/sql';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { Verifier } from '../../../src/ledger/verifier';
import { LeadQuestion, SeatQuestion } from '../../../src/questions/question.entity';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { fieldValue, type Visitor } from '../../support/visitor';

onEachDatabase('questions to the scout', (dialect) => {
  let city: TestCity;
  let round: OpenRound;
  let office: Visitor;
  let scout: Visitor;
  let scoutAccount: string;
  let itemId: string;
  const asking = 'panelist-01';
  const other = 'panelist-02';
  const recused = 'panelist-09';
  beforeAll(async () => {
    city = await foundCity(dialect);
    scoutAccount = city.book()[0]?.scout ?? '';
    round = await city.openRound(2);
    const items = await city.app.reader.rows<{ id: string; leadId: string }>(
      sql`select id, lead_id as "leadId" from round_item where round_id = ${round.id}`,
    );
    itemId = items.find(({ leadId }) => leadId === round.leadIds[0])?.id ?? '';
    office = await city.app.signedIn('secretary-01');
    scout = await city.app.signedIn(scoutAccount);
    await city.acts.recuse(round.id, 8, leadId(), '与投资方有业务往来');
  }, 60_000);
  afterAll(() => city.close());

  const leadId = (): string => round.leadIds[0] ?? '';
  const questions = () =>
    city.app.reader.find(LeadQuestion, sql`where lead_id = ${leadId()} order by asked_at, id`);
  const asked = async (text: string): Promise<string> =>
    (await questions()).find((question) => question.text === text)?.id ?? '';
  const declared = async (account: string): Promise<Visitor> => {
    const seat = await city.panelist(account);
    await seat.post(`/ballot/items/${itemId}/declaration`, { interest: 'none' });
    return seat;
  };
  const press = async (visitor: Visitor, path: string, fields: Record<string, unknown>) => {
    const { body } = await visitor.get(path);
    return visitor.post(path, { ...fields, idempotencyKey: fieldValue(body, 'idempotencyKey') ?? '' });
  };

  it('the secretariat asks, the scout answers once; both are mailed and stand on the lead', async () => {
    const sent = { question: '请说明设备投资的构成。', idempotencyKey: 'press-a' };
    expect((await office.post(`/leads/${leadId()}/questions`, sent)).statusCode).toBe(303);
    expect((await office.post(`/leads/${leadId()}/questions`, sent)).statusCode).toBe(303);
    const [question, ...more] = await questions();
    expect(more).toEqual([]);
    const [mail] = await city.mails('question.asked');
    expect(mail?.to).toBe(`${scoutAccount}@yijiang.example`);
    expect(mail?.text).toContain('请说明设备投资的构成');
    const path = `/leads/${leadId()}/questions/${question?.id ?? ''}/answer`;
    expect((await scout.get(`/leads/${leadId()}`)).body).toContain(path);
    const empty = await scout.post(path, { answer: ' ' });
    expect(empty.statusCode).toBe(422);
    expect((await scout.post(path, { answer: '机床六成，检测四成。' })).statusCode).toBe(303);
    expect((await scout.post(path, { answer: '改一下' })).statusCode).toBe(409);
    const [answered] = await city.mails('question.answered');
    expect(answered?.to).toBe('secretary-01@yijiang.example');
    expect((await office.get(`/leads/${leadId()}`)).body).toContain('机床六成，检测四成。');
  });

  it('nobody else asks or answers, and a question that is too short or too long comes back as typed', async () => {
    const path = `/leads/${leadId()}/questions`;
    expect((await scout.post(path, { question: '我自己问一问' })).statusCode).toBe(403);
    const long = '问'.repeat(501);
    for (const question of ['', '短', long]) {
      const answer = await office.post(path, { question });
      expect(answer.statusCode).toBe(422);
    }
    expect(await questions()).toHaveLength(1);
    const host = await city.app.signedIn('host-01');
    expect((await host.get(`/leads/${leadId()}`)).body).not.toContain('请说明设备投资的构成');
  });

  it('a question that was taken back is not shown to the scout', async () => {
    await office.post(`/leads/${leadId()}/questions`, { question: '这个问题问错了。' });
    const question = await asked('这个问题问错了。');
    await office.post(`/leads/${leadId()}/questions/${question}/withdrawal`);
    expect((await scout.get(`/leads/${leadId()}`)).body).not.toContain('这个问题问错了');
    expect((await office.get(`/leads/${leadId()}`)).body).toContain('这个问题问错了');
  });

  describe('of a panel', () => {
    it('go to the secretariat without a name, as often as a seat may, and from no recused seat', async () => {
      const path = `/ballot/items/${itemId}/questions`;
      const first = await declared(asking);
      expect((await press(first, path, { question: '用电负荷一期是多少？' })).statusCode).toBe(303);
      const second = await declared(other);
      expect((await press(second, path, { question: '一期变压器容量？' })).statusCode).toBe(303);
      expect((await press(second, path, { question: '短' })).statusCode).toBe(422);
      expect((await press(second, path, { question: '这一问会被搁置。' })).statusCode).toBe(303);
      const out = await city.panelist(recused);
      expect((await out.post(path, { question: '我已回避还想问。' })).statusCode).toBe(409);
      expect((await out.get(path)).body).not.toContain('question');
      const { body } = await office.get('/questions');
      expect(body).toContain('用电负荷一期是多少？');
      for (const account of [asking, other]) {
        const person = await city.app.reader.one<{ name: string }>(
          sql`select name from person where account = ${account}`,
        );
        expect(body).not.toContain(person?.name ?? account);
      }
      expect((await first.get(path)).body).not.toContain('一期变压器容量');
    });

    it('are passed on as one question of the secretariat; what is put aside comes back with its reason', async () => {
      const waiting = await city.app.reader.find(SeatQuestion, sql`where state = 'waiting' order by id`);
      const aside = waiting.filter(({ text }) => text.includes('搁置')).map(({ id }) => id);
      const merged = waiting.filter(({ id }) => !aside.includes(id)).map(({ id }) => id);
      expect((await office.post('/questions', { intent: 'aside', ids: aside, reason: '' })).statusCode).toBe(
        422,
      );
      await office.post('/questions', { intent: 'aside', ids: aside, reason: '材料里已有。' });
      expect(
        (await office.post('/questions', { intent: 'pass', ids: merged, question: '' })).statusCode,
      ).toBe(422);
      const question = '请说明一期用电负荷和变压器容量。';
      expect((await office.post('/questions', { intent: 'pass', ids: merged, question })).statusCode).toBe(
        303,
      );
      expect((await office.post('/questions', { intent: 'pass', ids: merged, question })).statusCode).toBe(
        409,
      );
      const seat = await city.panelist(other);
      const { body } = await seat.get(`/ballot/items/${itemId}/questions`);
      expect(body).toContain('材料里已有。');
    });

    it('leave the scout no trace of a panel, of who or of how many', async () => {
      const page = (await scout.get(`/leads/${leadId()}`)).body;
      const thread = page.slice(
        page.indexOf('id="questions"'),
        page.indexOf('</section>', page.indexOf('id="questions"')),
      );
      expect(thread).toContain('请说明一期用电负荷和变压器容量。');
      expect(thread).not.toMatch(/专班|panel|席位|用电负荷一期是多少|沈若宁/);
      const mail = (await city.mails('question.asked')).at(-1);
      expect(mail?.text).not.toMatch(/专班提问|席位|用电负荷一期是多少/);
      const entries = await city.app.reader.rows<{ actorId: string | null; label: string; facts: string }>(
        sql`select actor_id as "actorId", actor_label as label, facts from ledger_entry
            where kind = 'seatQuestion.asked'`,
      );
      expect(entries).toHaveLength(3);
      for (const { actorId, label, facts } of entries) {
        expect([actorId, label]).toEqual([null, '预审专班（不具名）']);
        expect(facts).not.toContain(itemId);
      }
    });

    it('bring the answer to every seat that may vote on the item, and nothing to a recused one', async () => {
      const question = await asked('请说明一期用电负荷和变压器容量。');
      await scout.post(`/leads/${leadId()}/questions/${question}/answer`, {
        answer: '一期四千千伏安。',
      });
      const mails = await city.mails('ballot.answer');
      expect(mails).toHaveLength(9);
      expect(mails.map(({ to }) => to)).not.toContain(`${recused}@yijiang.example`);
      for (const { text } of mails) expect(text).not.toMatch(/四千千伏安|L-2026/);
      const seat = await declared('panelist-03');
      expect((await seat.get(`/ballot/items/${itemId}`)).body).toContain('一期四千千伏安。');
      const out = await city.panelist(recused);
      for (const path of [`/ballot/items/${itemId}`, `/ballot/items/${itemId}/questions`])
        expect((await out.get(path)).body).not.toContain('千伏安');
    });

    it('do not stop the clock: after the deadline none is taken, and an answer is mailed to nobody', async () => {
      const seat = await declared(asking);
      await press(seat, `/ballot/items/${itemId}/questions`, { question: '截止前最后一问。' });
      const [last] = await city.app.reader.find(SeatQuestion, sql`where state = 'waiting'`);
      await office.post('/questions', { intent: 'pass', ids: [last?.id ?? ''], question: '最后再问一句。' });
      const before = (await city.mails('ballot.answer')).length;
      city.app.clock.set(toInstant(msOf(round.deadlineAt) - 60_000));
      const atTheEnd = await city.panelist(asking);
      city.app.clock.set(round.deadlineAt);
      const late = await atTheEnd.post(`/ballot/items/${itemId}/questions`, { question: '截止后再问。' });
      expect(late.statusCode).toBe(410);
      expect(late.body).toContain('截止后再问。');
      const again = await city.app.signedIn(scoutAccount);
      const path = `/leads/${leadId()}/questions/${await asked('最后再问一句。')}/answer`;
      expect((await again.post(path, { answer: '答复来晚了。' })).statusCode).toBe(303);
      expect((await city.mails('ballot.answer')).length).toBe(before);
    });
  });

  it('leave everything in order', async () => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });
});
