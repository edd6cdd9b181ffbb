import { onEachDatabase } from '../../support/databases';
import { foundCity, TestCity } from '../../support/city';

const day = 86_400_000;

onEachDatabase('the desk', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  const home = async (account: string): Promise<string> => {
    const answer = await (await city.app.signedIn(account)).get('/');
    expect(answer.statusCode).toBe(200);
    return answer.body;
  };
  const cost = async (account: string): Promise<number> => {
    const visitor = await city.app.signedIn(account);
    await visitor.get('/');
    const before = city.app.reader.statements;
    await visitor.get('/');
    return city.app.reader.statements - before;
  };

  it('sends whoever is not signed in to the door', async () => {
    const answer = await city.app.visitor().get('/');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2F']);
  });

  it('says what to do first when nothing waits, for each role', async () => {
    const said: Record<string, string> = {
      'scout-01': '没有草稿，也没有退回的线索',
      'secretary-01': '没有待办的事项',
      'host-01': '没有等待表态的线索',
      'supporter-01': '没有等待答复的线索',
      'leader-02': '还没有由您包保的项目',
      'leader-01': '没有等待裁定的结果',
      'inspector-01': '最近的留痕',
      'admin-01': '登记人员45名',
      'panelist-01': '目前没有需要您表决的轮次',
    };
    for (const [account, words] of Object.entries(said)) {
      const body = await home(account);
      expect([account, body.includes(words)]).toEqual([account, true]);
      expect(body).toContain('data-page="desk"');
      expect(body).toContain('3月17日　星期二');
    }
  });

  it('follows a lead from scout to secretariat, and back when it is returned with a reason', async () => {
    const [first, second] = city.book();
    if (!first || !second) throw new Error('The book is empty');
    const draft = await city.acts.draft(second);
    const lead = await city.acts.report(first);
    expect(await home('secretary-01')).toContain(`/intake?selected=${lead}#pane`);
    expect(await home('secretary-01')).not.toContain(draft);
    const scout = first.scout;
    expect(await home(scout)).toContain(`/leads/${lead}`);
    expect(await home(second.scout)).toContain(`/leads/${draft}/edit`);

    city.app.clock.advance(7 * day);
    expect(await home('secretary-01')).toMatch(/逾期\d+个工作日/);
    await city.acts.decideIntake('secretary-01', lead, 'return', '缺少投资方近两年经营情况说明。');
    expect(await home(scout)).toContain('缺少投资方近两年经营情况说明。');
    expect(await home('secretary-01')).toContain('在招商人手里的');
    const other = scout === 'scout-12' ? 'scout-11' : 'scout-12';
    expect(await home(other)).not.toContain(lead);
  });

  it('shows the secretariat an open round by who has cast, and each panelist their own seat', async () => {
    const round = await city.openRound(2, 3);
    const before = await home('secretary-01');
    expect(before).toContain('投完0/10席');
    expect(await home('panelist-01')).toContain('已投0/2项');
    const items = round.leadIds.map((leadId) => ({ leadId, fortune: 'good' as const }));
    await city.acts.vote(round.id, 0, items, city.chance);
    const after = await home('secretary-01');
    expect(after).toContain('投完1/10席');
    expect(await home('panelist-01')).toContain('已投2/2项');
    expect(await home('panelist-02')).toContain('已投0/2项');
    for (const word of ['同意', '得分', '不同意']) expect(after).not.toContain(word);
    expect(await home('panelist-01')).not.toContain('/v/');
  });

  it('asks hosts and support departments for their word on accepted leads', async () => {
    const [lead = ''] = await city.queuedLeads(1, 6);
    const hosts = await Promise.all(
      ['host-01', 'host-02', 'host-03', 'host-04', 'host-05', 'host-06'].map(home),
    );
    expect(hosts.filter((body) => body.includes(lead)).length).toBeGreaterThanOrEqual(1);
    expect(hosts.filter((body) => body.includes(lead)).length).toBeLessThan(6);
    expect(await home('supporter-01')).toContain(lead);
  });

  it('costs the same number of statements for one thing waiting and for many', async () => {
    const accounts = [
      'secretary-01',
      'scout-01',
      'host-01',
      'supporter-01',
      'leader-01',
      'inspector-01',
      'admin-01',
      'panelist-01',
    ];
    const [asking] = city.book().slice(23);
    const incentiveRequests = [{ type: 'other', text: '协助办理手续' }];
    if (asking) await city.acts.report({ ...asking, body: { ...asking.body, incentiveRequests } });
    const few = new Map<string, number>();
    for (const account of accounts) few.set(account, await cost(account));
    await city.queuedLeads(8, 8);
    for (const entry of city.book().slice(16, 22)) await city.acts.report(entry);
    for (const account of accounts)
      expect([account, await cost(account)]).toEqual([account, few.get(account)]);
  });

  it('speaks English too', async () => {
    for (const account of [
      'secretary-01',
      'scout-01',
      'host-01',
      'supporter-01',
      'leader-01',
      'inspector-01',
      'admin-01',
      'panelist-01',
    ]) {
      const visitor = await city.app.signedIn(account);
      visitor.setCookie('locale', 'en');
      expect((await visitor.get('/')).body).toContain('<html lang="en">');
    }
  });
});

onEachDatabase('the desk of a city on its way', (dialect) => {
  it('shows rulings, announcements, letters and five ones to those who wait for them', async () => {
    const city = await foundCity(dialect);
    const home = async (account: string): Promise<string> =>
      (await (await city.app.signedIn(account)).get('/')).body;
    try {
      const round = await city.openRound(3);
      await city.allVote(round, ['strong', 'doubtful', 'weak']);
      city.app.clock.set(round.deadlineAt);
      await city.acts.close('secretary-01', round.id);
      expect(await home('secretary-01')).toContain('1项待组长裁定');
      expect(await home('leader-01')).toContain(`/rounds/${round.id}/results`);
      await city.acts.ruleOnDoubts('leader-01', round.id, ['consult']);
      expect(await home('leader-01')).toContain('没有等待裁定的结果');
      expect(await home('secretary-01')).toContain(`/rounds/${round.id}/announcement`);
      const scouts = city
        .book()
        .slice(0, 3)
        .map(({ scout }) => scout);
      for (const scout of scouts) expect(await home(scout)).not.toContain('/letters/');

      await city.acts.announce('secretary-01', round.id);
      for (const scout of scouts) expect(await home(scout)).toContain('/letters/');
      const office = await home('secretary-01');
      expect(office).toContain('五个一建档');
      expect(office).not.toContain(`/rounds/${round.id}/announcement`);
    } finally {
      await city.close();
    }
  });
});
