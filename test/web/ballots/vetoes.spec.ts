import { sql } from '../../../src/database/sql';
import { Verifier } from '../../../src/ledger/verifier';
import { startApp, startOfTests, type TestApp } from '../../support/app';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { ballotOf, BallotCity, deadline, type CitySeat } from './ballot-city';

const said = {
  basis: '《中华人民共和国土地管理法》第三十五条',
  text: '选址地块东侧三亩位于永久基本农田。',
};

onEachDatabase('a veto', (dialect) => {
  let app: TestApp;
  let city: BallotCity;
  beforeAll(async () => {
    app = await startApp(dialect);
    city = await BallotCity.open(app, 8);
  }, 90_000);
  beforeEach(() => app.clock.set(startOfTests));
  afterAll(() => app.close());

  const unit = (name: string): CitySeat => {
    const seat = city.seats.find(({ unitName }) => unitName.includes(name));
    if (!seat) throw new Error(`no seat of ${name}`);
    return seat;
  };
  const path = (position: number): string => `/ballot/items/${city.item(position).id}`;
  const raise = (by: Visitor, position: number, ground: string, change: Record<string, unknown> = {}) =>
    by.post(`${path(position)}/vetoes`, { ground, ...said, ...change });
  const standing = (position: number) =>
    app.reader.rows<{ id: string; ground: string; state: string; basis: string; facts: string }>(
      sql`select id, ground, state, basis, facts from veto where item_id = ${city.item(position).id} order by
          (select min(seq) from ledger_entry where subject_type = 'veto' and subject_id = veto.id)`,
    );
  const newest = async (position: number): Promise<string> => (await standing(position)).at(-1)?.id ?? '';

  it('is offered from the ballot with the grounds of the seat’s kind, who confirms each, and what it does', async () => {
    const visitor = await city.enter(unit('自然资源'));
    expect((await visitor.get(path(1))).body).toContain(`href="${path(1)}/vetoes"`);
    const { statusCode, body } = await visitor.get(`${path(1)}/vetoes`);
    expect(statusCode).toBe(200);
    for (const text of ['V02 占用生态保护红线', '由市生态环境局确认', '由秘书处（附查询记录）确认', '转会商'])
      expect(body).toContain(text);
    expect(body).not.toContain('V10');
    expect(body).not.toContain(' checked');
    const park = await (await city.enter(city.seat('park'))).get(`${path(1)}/vetoes`);
    expect(park.body).toContain('V10');
    expect(park.body).not.toContain('V02');
  });

  it('needs a ground of its kind, a basis and the facts, and keeps what was typed', async () => {
    const visitor = await city.enter(unit('自然资源'));
    const { statusCode, body } = await raise(visitor, 1, 'V10', { basis: ' ', text: '短<' });
    expect(statusCode).toBe(422);
    for (const text of ['V10不由您这一类席位提出', '至少4个字，现有0个字', '短&lt;'])
      expect(body).toContain(text);
    expect((await visitor.post(`${path(1)}/vetoes`)).statusCode).toBe(422);
    expect((await raise(visitor, 1, 'V99')).body).toContain('没有这种否决情形');
    expect((await raise(visitor, 1, 'V02', { text: 'x'.repeat(1001) })).statusCode).toBe(422);
    expect(await city.count('veto')).toBe(0);
  });

  it('reaches the confirming seat and the secretariat at once, and the same press makes no second one', async () => {
    const visitor = await city.enter(unit('自然资源'));
    const first = await raise(visitor, 1, 'V02', { idempotencyKey: 'once' });
    expect([first.statusCode, first.headers.location]).toEqual([303, path(1)]);
    expect((await raise(visitor, 1, 'V02', { idempotencyKey: 'once' })).statusCode).toBe(303);
    expect((await raise(visitor, 1, 'V02', { idempotencyKey: 'twice' })).statusCode).toBe(409);
    expect(await standing(1)).toMatchObject([{ ground: 'V02', state: 'raised', facts: said.text }]);
    const ecology = await city.mails(unit('生态环境').email, 'round.attention');
    const office = await city.mails('secretary-01@city.example', 'round.attention');
    expect([ecology.length, office.length]).toEqual([1, 1]);
    for (const { subject, text } of [...ecology, ...office]) {
      expect(subject).toBe('预审轮次Y-2026-01：有事项待您查看');
      for (const hidden of ['V02', '基本农田', city.item(1).title]) expect(text).not.toContain(hidden);
    }
    expect(await city.count(`outbox_mail where kind = 'round.attention'`)).toBe(2);
    const token = /\/v\/([\w-]{43})/.exec(ecology[0]?.text ?? '')?.[1] ?? '';
    const confirmer = app.visitor();
    expect((await confirmer.post(`/v/${token}`)).headers.location).toBe('/ballot');
    expect((await confirmer.get('/ballot')).body).toContain('V02 占用生态保护红线');
  });

  it('is confirmed by another seat than the one that raised it', async () => {
    const id = await newest(1);
    const own = await city.enter(unit('自然资源'));
    const page = await own.get(`/vetoes/${id}`);
    expect(page.body).toContain(said.text);
    expect(page.body).not.toContain(`/vetoes/${id}/confirmation`);
    expect((await own.post(`/vetoes/${id}/confirmation`)).statusCode).toBe(403);
    const secretary = await app.signedIn('secretary-01');
    expect((await secretary.get(`/vetoes/${id}`)).body).toContain(said.basis);
    expect((await secretary.post(`/vetoes/${id}/confirmation`)).statusCode).toBe(403);
    const ecology = await city.enter(unit('生态环境'));
    const asked = await ecology.get(`/vetoes/${id}`);
    for (const action of ['confirmation', 'dismissal'])
      expect(asked.body).toContain(`action="/vetoes/${id}/${action}"`);
    const bare = await ecology.post(`/vetoes/${id}/confirmation`, { reason: '已套合三区三线图核实' });
    expect([bare.statusCode, bare.body.includes('请先申明')]).toEqual([422, true]);
    expect(bare.body).toContain('已套合三区三线图核实');
    expect(await standing(1)).toMatchObject([{ state: 'raised' }]);
    const done = await ecology.post(`/vetoes/${id}/confirmation`, {
      reason: '已套合三区三线图核实',
      interest: ['none'],
    });
    expect((await ecology.get(`/vetoes/${id}`)).body).not.toContain('name="interest');
    expect([done.statusCode, done.headers.location]).toEqual([303, `/vetoes/${id}`]);
    expect((await ecology.post(`/vetoes/${id}/dismissal`)).statusCode).toBe(409);
    expect(await standing(1)).toMatchObject([{ state: 'confirmed' }]);
    expect((await own.get(`/vetoes/${id}`)).body).toContain('已套合三区三线图核实');
    const told = await city.mails(unit('自然资源').email, 'round.attention');
    expect(told.at(-1)?.text).toContain('一票否决：已确认');
  });

  it('has one end when confirming, dismissing and withdrawing meet', async () => {
    const settler = await city.enter(unit('生态环境'));
    for (const name of ['应急', '发展和改革', '自然资源']) {
      const raiser = await city.enter(unit(name));
      await raise(raiser, 2, 'V02');
      const id = await newest(2);
      await Promise.all([raiser.csrfToken(), settler.csrfToken()]);
      const answers = await Promise.all([
        settler.post(`/vetoes/${id}/confirmation`, { interest: ['none'] }),
        settler.post(`/vetoes/${id}/dismissal`, { interest: ['none'] }),
        raiser.post(`/vetoes/${id}/withdrawal`),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409]);
      const entries = sql`select kind from ledger_entry where subject_type = 'veto' and subject_id = ${id}`;
      expect(await app.reader.rows(entries)).toHaveLength(2);
    }
  });

  it('is taken back by its seat before the deadline, stays on record, and may be raised anew', async () => {
    const visitor = await city.enter(unit('发展和改革'));
    await raise(visitor, 3, 'V01');
    const id = await newest(3);
    const back = await visitor.post(`/vetoes/${id}/withdrawal`, { reason: '目录理解有误' });
    expect([back.statusCode, back.headers.location]).toEqual([303, `/vetoes/${id}`]);
    expect((await raise(visitor, 3, 'V01')).statusCode).toBe(303);
    expect((await standing(3)).map(({ state }) => state)).toEqual(['withdrawn', 'raised']);
    app.clock.set(deadline);
    expect((await visitor.post(`/vetoes/${await newest(3)}/withdrawal`)).statusCode).not.toBe(303);
  });

  it('on a ground of the secretariat is confirmed there, with its record', async () => {
    const enterprise = await city.enter(city.seat('enterprise'));
    await raise(enterprise, 4, 'V06');
    const id = await newest(4);
    const secretary = await app.signedIn('secretary-01');
    expect((await secretary.get('/vetoes')).body).toContain(`data-id="${id}"`);
    const bare = await secretary.post(`/vetoes/${id}/confirmation`, { reason: '' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('须附查询记录');
    const ecology = await city.enter(unit('生态环境'));
    expect((await ecology.post(`/vetoes/${id}/confirmation`)).statusCode).toBe(404);
    const record = { reason: '中国执行信息公开网，3月17日查询，列为失信被执行人' };
    expect((await secretary.post(`/vetoes/${id}/confirmation`, record)).statusCode).toBe(303);
    expect(await standing(4)).toMatchObject([{ state: 'confirmed' }]);
  });

  it('on a state secret goes to the leading group, and nothing of what was typed is kept', async () => {
    const institute = await city.enter(city.seat('institute'));
    const answer = await raise(institute, 5, 'V12', { basis: '不该写的依据', text: '不该写的内容' });
    expect(answer.statusCode).toBe(303);
    expect(await standing(5)).toMatchObject([{ ground: 'V12', basis: '', facts: '' }]);
    const mails = await city.mails('leader-01@city.example', 'round.attention');
    expect(mails.at(-1)?.text).toContain('由您确认');
    const leader = await app.signedIn('leader-01');
    const list = await leader.get('/vetoes');
    expect(list.body).toContain('V12');
    expect(list.body).not.toContain('V06');
    const id = await newest(5);
    expect((await leader.get(`/vetoes/${id}`)).body).toContain('按规定线下处理');
    expect((await leader.post(`/vetoes/${id}/dismissal`, { reason: '领函〔2026〕4号' })).statusCode).toBe(
      303,
    );
    expect((await leader.get(`/vetoes/${await newest(4)}`)).statusCode).toBe(404);
  });

  it('is raised before and after the ballot is cast, but not by a recused seat and not after the deadline', async () => {
    const visitor = await city.enter(unit('应急'));
    expect((await visitor.post(path(6), ballotOf('support'))).statusCode).toBe(303);
    expect((await raise(visitor, 6, 'V04')).statusCode).toBe(303);
    await raise(visitor, 7, 'V03');
    expect((await visitor.post(`${path(7)}/recusal`, { reason: '亲属在企业任职' })).statusCode).toBe(303);
    expect(await standing(7)).toMatchObject([{ state: 'withdrawn' }]);
    expect((await raise(visitor, 7, 'V04')).statusCode).toBe(409);
    expect((await visitor.get(`${path(7)}/vetoes`)).statusCode).toBe(409);
    expect((await visitor.get(`/vetoes/${await newest(7)}`)).statusCode).toBe(404);
    app.clock.set(deadline);
    const late = await (await city.enter(unit('应急'))).post(`${path(8)}/vetoes`, { ground: 'V04', ...said });
    expect(late.statusCode).not.toBe(303);
    expect(await standing(8)).toEqual([]);
  });

  it('of another round, or of nobody, is not found', async () => {
    const visitor = await city.enter(unit('应急'));
    for (const address of ['/vetoes/nothing', `/vetoes/${'0'.repeat(26)}`])
      expect((await visitor.get(address)).statusCode).toBe(404);
    expect(
      (await visitor.post(`/ballot/items/${'0'.repeat(26)}/vetoes`, { ground: 'V04', ...said })).statusCode,
    ).toBe(404);
    expect((await app.visitor().get(`/vetoes/${await newest(4)}`)).headers.location).toContain('/sign-in');
  });

  it('is sealed with every change, and a changed word is found', async () => {
    const verifier = app.get(Verifier);
    const known = (await verifier.verify(app.reader)).problems.filter(
      ({ subject }) => !subject?.includes('veto'),
    );
    expect(known).toEqual([]);
    const id = await newest(4);
    await app.work.run((tx) => tx.run(sql`update veto set state = 'dismissed' where id = ${id}`));
    const { problems } = await verifier.verify(app.reader);
    expect(problems.some(({ what, subject }) => what === 'changed' && subject?.includes(id))).toBe(true);
  });
});
