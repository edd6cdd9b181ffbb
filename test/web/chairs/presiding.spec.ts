import { sql } from '../../../src/database/sql';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Verifier } from '../../../src/ledger/verifier';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type OpenRound, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';

const [chair, deputy, third, secretary] = ['leader-01', 'leader-04', 'leader-02', 'secretary-01'];
const reason = '配偶任投资方董事';
const ruling = { ruling: 'consult', reason: '土地方案尚待核实，提请会商', materials: '' };

onEachDatabase('presiding over an item', (dialect) => {
  let city: TestCity;
  let used = 0;
  beforeAll(async () => {
    city = await foundCity(dialect);
    await city.app.work.run((tx) =>
      tx.run(sql`update person set roles = 'sponsor,leadingGroup' where account = ${third}`),
    );
  }, 60_000);
  afterAll(() => city.close());

  /** A closed round on two items that the computation leaves open. */
  const closed = async (): Promise<OpenRound & { items: string[]; visitors: Record<string, Visitor> }> => {
    city.app.clock.advance(1000);
    const round = await city.openRound(2, used);
    used += 2;
    await city.allVote(round, ['doubtful']);
    await city.acts.close(secretary, round.id);
    const items = await Promise.all(round.leadIds.map((leadId) => itemOf(city, round.id, leadId)));
    const visitors: Record<string, Visitor> = {};
    for (const account of [chair, deputy, third, secretary])
      visitors[account] = await city.app.signedIn(account);
    return { ...round, items, visitors };
  };
  const as = ({ visitors }: { visitors: Record<string, Visitor> }, account: string): Visitor => {
    const visitor = visitors[account];
    if (!visitor) throw new Error(`nobody is ${account}`);
    return visitor;
  };
  const ruled = (itemId: string) =>
    city.app.reader.one<{ by: string; as: string | null }>(
      sql`select person.account as by, outcome.ruled_as as "as" from outcome
          join person on person.id = outcome.ruled_by_id where outcome.item_id = ${itemId}`,
    );
  const idOf = async (account: string): Promise<string> => (await city.acts.viewer(account)).personId;
  const mailsTo = async (account: string): Promise<string[]> =>
    (await city.mails('chair.presides'))
      .filter(({ to }) => to.startsWith(`${account}@`))
      .map(({ text }) => text);
  const sound = async (): Promise<void> => {
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
    for (const check of city.app.get(ConsistencyChecks).all)
      expect([check.name, await check.run(city.app.reader)]).toEqual([check.name, []]);
  };

  it('is the chair’s, and the deputy may not rule beside the chair (control)', async () => {
    const round = await closed();
    const [first = ''] = round.items;
    const path = `/rounds/${round.id}/items/${first}`;
    expect((await as(round, deputy).post(`${path}/ruling`, ruling)).statusCode).toBe(403);
    expect((await as(round, deputy).get(`${path}/chair-recusal`)).statusCode).toBe(404);
    expect((await as(round, chair).post(`${path}/ruling`, ruling)).statusCode).toBe(303);
    expect(await ruled(first)).toEqual({ by: chair, as: 'chair' });
  });

  it('falls to the deputy by itself where the chair declares an interest, for that item alone', async () => {
    const round = await closed();
    const [first = '', second = ''] = round.items;
    const path = `/rounds/${round.id}/items/${first}`;
    expect((await as(round, chair).get(`/rounds/${round.id}/results`)).body).toContain(
      `${path}/chair-recusal`,
    );
    expect((await as(round, chair).get(`${path}/chair-recusal`)).body).toContain('由副组长尚知远代行');
    const short = await as(round, chair).post(`${path}/chair-recusal`, { reason: '<b>' });
    expect([short.statusCode, short.body.includes('理由至少4个字')]).toEqual([422, true]);
    expect((await as(round, chair).post(`${path}/chair-recusal`, { reason })).statusCode).toBe(303);
    const told = await mailsTo(deputy);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('由您作为副组长代行');
    for (const hidden of [reason, '黎仲衡']) expect(told[0]).not.toContain(hidden);

    // Nothing of it is left for the chair; the other item is still theirs.
    const page = (await as(round, chair).get(`/rounds/${round.id}/results`)).body;
    expect([page.includes(first), page.includes(`/items/${second}/ruling`)]).toEqual([false, true]);
    expect((await as(round, chair).post(`${path}/ruling`, ruling)).statusCode).toBe(404);
    expect((await as(round, chair).get(`/leads/${round.leadIds[0]}`)).statusCode).toBe(404);

    const seen = (await as(round, deputy).get(`/rounds/${round.id}/results`)).body;
    expect(seen).toContain('组长回避这一项，由您（副组长）代行裁定');
    expect([seen.includes(`${path}/ruling`), seen.includes(`/items/${second}/ruling`)]).toEqual([
      true,
      false,
    ]);
    expect(
      (await as(round, deputy).post(`/rounds/${round.id}/items/${second}/ruling`, ruling)).statusCode,
    ).toBe(403);
    expect((await as(round, deputy).post(`${path}/ruling`, ruling)).statusCode).toBe(303);
    expect(await ruled(first)).toEqual({ by: deputy, as: 'deputy' });
    const minutes = (await as(round, secretary).get(`/rounds/${round.id}/minutes`)).body;
    for (const text of [`组长黎仲衡与第`, reason, '本项由副组长尚知远代行组长职责', '（代行：副组长）'])
      expect(minutes).toContain(text);
    await sound();
  });

  it('asks whoever presides for rulings at the count, and never the chair for an item they reported', async () => {
    city.app.clock.advance(1000);
    const entry = city.book()[used];
    if (!entry) throw new Error('the book is too short');
    used += 1;
    await city.app.work.run((tx) =>
      tx.run(sql`update person set roles = 'sponsor,leadingGroup,scout' where account = ${chair}`),
    );
    const own = await city.acts.report({ ...entry, scout: chair });
    await city.acts.decideIntake(secretary, own, 'accept');
    const [other = ''] = await city.queuedLeads(1, used);
    used += 1;
    const deadlineAt = new Date(Date.parse(city.app.clock.now()) + 5 * 86_400_000).toISOString();
    const plan = { title: '含组长报送的线索', deadlineAt, panelId: city.city.panelId, leadIds: [own, other] };
    const id = await city.acts.openRound(secretary, plan);
    await city.allVote({ id, leadIds: [own, other], deadlineAt }, ['doubtful']);
    const before = (await city.mails('ruling.wanted')).length;
    await city.acts.close(secretary, id);
    const asked = (await city.mails('ruling.wanted')).slice(before).map(({ to }) => to.split('@')[0]);
    expect(asked.sort()).toEqual([chair, deputy].sort());
    const item = await itemOf(city, id, own);
    const visitor = await city.app.signedIn(chair);
    expect((await visitor.post(`/rounds/${id}/items/${item}/ruling`, ruling)).statusCode).toBe(403);
    const acting = await city.app.signedIn(deputy);
    expect((await acting.post(`/rounds/${id}/items/${item}/ruling`, ruling)).statusCode).toBe(303);
    expect((await acting.get(`/rounds/${id}/minutes`)).body).toContain('组长黎仲衡按规定回避第');
    await city.app.work.run((tx) =>
      tx.run(sql`update person set roles = 'sponsor,leadingGroup' where account = ${chair}`),
    );
  });

  it('shows the secretariat what the facts say of whoever would preside, to be noted with one press', async () => {
    city.app.clock.advance(1000);
    const entry = city.book()[used];
    if (!entry) throw new Error('the book is too short');
    used += 1;
    const roles = (given: string): Promise<unknown> =>
      city.app.work.run((tx) => tx.run(sql`update person set roles = ${given} where account = ${third}`));
    await roles('sponsor,leadingGroup,scout');
    // Reported by somebody of the unit that chair and deputy belong to as well.
    const lead = await city.acts.report({ ...entry, scout: third });
    await roles('sponsor,leadingGroup');
    await city.acts.decideIntake(secretary, lead, 'accept');
    const deadlineAt = new Date(Date.parse(city.app.clock.now()) + 5 * 86_400_000).toISOString();
    const plan = { title: '同单位报送的线索', deadlineAt, panelId: city.city.panelId, leadIds: [lead] };
    const id = await city.acts.openRound(secretary, plan);
    const item = await itemOf(city, id, lead);
    const office = await city.app.signedIn(secretary);
    const page = async (): Promise<string> => (await office.get(`/rounds/${id}/chairs`)).body;
    const before = await page();
    expect(before).toContain('系统提示的利害关系');
    expect(before.match(/与招商人同在/g)).toHaveLength(4);
    const noted = await office.post(`/rounds/${id}/chairs/recusals`, {
      item,
      person: await idOf(chair),
      reason: '与招商人同在市招商引资领导小组。',
    });
    expect(noted.statusCode).toBe(303);
    // The sentence stands in what was noted, and for the deputy beside its button.
    const after = await page();
    expect(after).toContain('组长黎仲衡回避');
    expect(after).toContain(`value="${await idOf(deputy)}"`);
    expect(/name="person" value="([^"]*)"/.exec(after)?.[1]).toBe(await idOf(deputy));
    const leader = await city.app.signedIn(deputy);
    expect((await leader.get(`/rounds/${id}/chairs`)).body).not.toContain('系统提示的利害关系');
  });

  it('says in the round room when nobody is left, and lets the secretariat name somebody with a reason', async () => {
    const round = await closed();
    const [first = '', second = ''] = round.items;
    const chairs = `/rounds/${round.id}/chairs`;
    const office = as(round, secretary);
    const name = (person: string, change: Record<string, string> = {}) =>
      office.post(`${chairs}/stand-ins`, { item: first, person, reason: '组长、副组长均须回避', ...change });
    expect((await office.get(`/rounds/${round.id}`)).body).not.toContain('没有可以主持的人');
    const early = await name(await idOf(third));
    expect([early.statusCode, early.body.includes('由黎仲衡主持，不用另行指定')]).toEqual([422, true]);
    for (const account of [chair, deputy])
      expect(
        (await office.post(`${chairs}/recusals`, { item: first, person: await idOf(account), reason }))
          .statusCode,
      ).toBe(303);
    const twice = await office.post(`${chairs}/recusals`, { item: first, person: await idOf(chair), reason });
    expect([twice.statusCode, twice.body.includes('黎仲衡已回避这一项')]).toEqual([422, true]);

    const room = (await office.get(`/rounds/${round.id}`)).body;
    expect([room.includes('1项没有可以主持的人'), room.includes(`href="${chairs}"`)]).toEqual([true, true]);
    expect((await office.get(chairs)).body).toContain('data-state="nobody"');
    expect(
      (await as(round, third).post(`/rounds/${round.id}/items/${first}/ruling`, ruling)).statusCode,
    ).toBe(403);

    const missing = await office.post(`${chairs}/stand-ins`, { item: first, person: '', reason: '' });
    expect(missing.statusCode).toBe(422);
    for (const account of [chair, 'panelist-01', 'scout-01'])
      expect((await name(await idOf(account))).body).toContain('在领导小组内选一位');
    expect((await name(await idOf(third), { reason: ' ' })).statusCode).toBe(422);
    const before = await ledgerEntries();
    expect((await name(await idOf(third))).statusCode).toBe(303);
    expect(await ledgerEntries()).toBe(before + 1);
    expect((await mailsTo(third)).at(-1)).toContain('秘书处指定您代行');
    expect((await office.get(`/rounds/${round.id}`)).body).not.toContain('没有可以主持的人');
    expect(
      (await as(round, third).post(`/rounds/${round.id}/items/${first}/ruling`, ruling)).statusCode,
    ).toBe(303);
    expect(await ruled(first)).toEqual({ by: third, as: 'standIn' });
    expect(
      (await as(round, third).post(`/rounds/${round.id}/items/${second}/ruling`, ruling)).statusCode,
    ).toBe(403);
    const minutes = (await office.get(`/rounds/${round.id}/minutes`)).body;
    for (const text of ['指定景怀远代行组长职责', '本项由代行人景怀远代行组长职责'])
      expect(minutes).toContain(text);
    await sound();

    // Control: whoever is found recused and to have ruled after that is named by the check.
    const late = '2030-01-01T00:00:00.000Z';
    await city.app.work
      .run(async (tx) => {
        await tx.run(
          sql`update outcome set ruled_by_id = ${await idOf(chair)}, ruled_at = ${late} where item_id = ${first}`,
        );
        const check = city.app
          .get(ConsistencyChecks)
          .all.find(({ name: called }) => called.startsWith('nobody rules'));
        expect(await check?.run(tx)).toHaveLength(1);
        throw new Error('taken back');
      })
      .catch((error: unknown) => expect(String(error)).toContain('taken back'));
  });

  it('is nobody else’s business: no scout, host or panelist reads it, and only the secretariat acts', async () => {
    const round = await closed();
    const chairs = `/rounds/${round.id}/chairs`;
    for (const account of ['scout-01', 'host-01', 'panelist-01', chair]) {
      const visitor = await city.app.signedIn(account);
      expect((await visitor.get(chairs)).statusCode).toBe(403);
      expect((await visitor.post(`${chairs}/stand-ins`, {})).statusCode).toBe(403);
    }
    const inspector = await city.app.signedIn('inspector-01');
    const read = await inspector.get(chairs);
    expect([read.statusCode, read.body.includes('<form method="post"')]).toEqual([200, false]);
    const office = as(round, secretary);
    expect((await office.get(`/rounds/${'0'.repeat(26)}/chairs`)).statusCode).toBe(404);
    const strange = { item: '0'.repeat(26), person: await idOf(chair), reason };
    expect((await office.post(`${chairs}/recusals`, strange)).statusCode).toBe(404);
  });

  it('is appointed with the panel: a member of the leading group, not the chair, and papers keep who it was', async () => {
    const office = await city.app.signedIn(secretary);
    const path = `/panels/${city.city.panelId}`;
    const panel = await office.get(path);
    expect(panel.body).toContain('副组长尚知远');
    const form = { name: '宜江市招商项目预审专班', chairId: await idOf(chair) };
    const own = await office.post(path, { ...form, deputyId: await idOf(chair) });
    expect([own.statusCode, own.body.includes('组长不能兼任副组长')]).toEqual([422, true]);
    const scout = await office.post(path, { ...form, deputyId: await idOf('scout-01') });
    expect([scout.statusCode, scout.body.includes('不是领导小组成员')]).toEqual([422, true]);
    expect((await office.post(path, form)).statusCode).toBe(303);
    expect((await office.get(path)).body).toContain('副组长尚知远');
    expect((await office.post(path, { ...form, deputyId: '' })).statusCode).toBe(303);
    const later = (await office.get(path)).body;
    expect([later.includes('未设副组长'), later.includes('组长黎仲衡，副组长尚知远')]).toEqual([true, true]);
    await office.post(path, { ...form, deputyId: await idOf(deputy) });
    await sound();
  });

  const ledgerEntries = async (): Promise<number> =>
    city.app.reader
      .rows(sql`select seq from ledger_entry where kind = 'chair.standInNamed'`)
      .then((rows) => rows.length);
});
