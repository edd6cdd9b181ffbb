import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { planRound, problemsOf, suggestionsIn, tie, tiedLeads, type TiedLead } from './interests-city';

onEachDatabase('interests of a planned round', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let inspector: Visitor;
  let leads: TiedLead[];
  let roundId: string;
  let page: string;
  beforeAll(async () => {
    city = await foundCity(dialect);
    leads = await tiedLeads(city, 3);
    const [first, second] = leads;
    await tie(city, 'lanjiang', { uscc: first?.uscc ?? '', industryCode: first?.industryCode ?? '' });
    await tie(city, 'hengling', { industryCode: second?.industryCode ?? '' });
    roundId = await planRound(
      city,
      leads.map(({ id }) => id),
    );
    page = `/rounds/${roundId}/recusals`;
    secretary = await city.app.signedIn('secretary-01');
    inspector = await city.app.signedIn('inspector-01');
  }, 60_000);
  afterAll(() => city.close());

  const standings = (): Promise<
    { account: string; grounds: string; standing: string; keepsAway: number }[]
  > =>
    city.app.reader.rows(
      sql`select person.account, lead_interest.grounds, lead_interest.standing, lead_interest.keeps_away as "keepsAway"
          from lead_interest join person on person.id = lead_interest.person_id
          where lead_interest.round_id = ${roundId} order by person.account, lead_interest.grounds`,
    );
  const decide = async (who: string, verdict: string, reason: string) => {
    const [own] = suggestionsIn((await secretary.get(page)).body).filter((one) => one.who === who);
    return secretary.post(page, { item: own?.item, seat: own?.seat, person: own?.person, verdict, reason });
  };

  it('are recorded with the plan where they are serious, and shown with their grounds', async () => {
    expect(await standings()).toEqual([
      { account: 'panelist-09', grounds: 'employer,sameIndustry', standing: 'open', keepsAway: 1 },
    ]);
    const { body } = await secretary.get(page);
    expect(suggestionsIn(body).map(({ who }) => who)).toEqual(['席慕言', '邢若拙']);
    expect(body).toContain(`所在单位就是投资方${leads[0]?.investorName}`);
    expect(body).toContain('可能是竞争对手');
    expect(body).toContain('1条待确认');
    const looking = await inspector.get(page);
    expect([looking.statusCode, looking.body.includes('name="verdict"')]).toEqual([200, false]);
  });

  it('keep the round from being opened while a serious one is undecided, and the room says so', async () => {
    const room = (await secretary.get(`/rounds/${roundId}`)).body;
    expect(room).toContain('还有1条利害关系没有确认或排除');
    expect(room).toContain('1条利害关系待确认');
    const before = await city.app.rowCounts();
    expect((await secretary.post(`/rounds/${roundId}/opening`)).statusCode).toBe(409);
    expect(await city.app.rowCounts()).toEqual(before);
  });

  it('are decided with a reason by the secretariat and by nobody else; what was typed comes back', async () => {
    const short = await decide('席慕言', 'confirm', '<b>');
    expect([short.statusCode, short.body.includes('至少4个字'), short.body.includes('&lt;b&gt;')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await decide('席慕言', '', '没有选处理方式')).statusCode).toBe(422);
    expect((await inspector.post(page, { verdict: 'confirm' })).statusCode).toBe(403);
    const stranger = { item: 'x', seat: 'y', person: 'z', verdict: 'confirm', reason: '不存在的一条' };
    expect((await secretary.post(page, stranger)).statusCode).toBe(404);
    expect((await decide('席慕言', 'dismiss', '同名不同企业，已核对')).statusCode).toBe(303);
    expect((await decide('席慕言', 'confirm', '核对后确为投资方员工')).statusCode).toBe(303);
    expect(await standings()).toEqual([
      { account: 'panelist-09', grounds: 'employer,sameIndustry', standing: 'confirmed', keepsAway: 1 },
    ]);
  });

  it('that a member has told are recorded for a seat and an item of the round', async () => {
    const [seat] = await city.app.reader.rows<{ id: string }>(
      sql`select seat.id from seat join person on person.id = seat.holder_id where person.account = 'panelist-07'`,
    );
    const [item] = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${roundId} and position = 3`,
    );
    const told = { seat: seat?.id, item: item?.id, reason: '担任投资方技术顾问' };
    const wrong = await secretary.post(`${page}/told`, { ...told, seat: 'nobody' });
    expect([wrong.statusCode, wrong.body.includes('担任投资方技术顾问')]).toEqual([422, true]);
    expect((await secretary.post(`${page}/told`, told)).statusCode).toBe(303);
    expect(await standings()).toContainEqual({
      account: 'panelist-07',
      grounds: 'told',
      standing: 'confirmed',
      keepsAway: 1,
    });
  });

  it('are taken by the opening: the confirmed leave the base, nearness is recorded as left, all of it sealed', async () => {
    expect((await secretary.post(`/rounds/${roundId}/opening`)).statusCode).toBe(303);
    const recused = await city.app.reader.rows<{ account: string; position: number }>(
      sql`select person.account, item.position from turnout
            join round_seat on round_seat.id = turnout.round_seat_id
            join person on person.id = round_seat.holder_id join round_item item on item.id = turnout.item_id
          where turnout.round_id = ${roundId} and turnout.state = 'recused' order by person.account`,
    );
    expect(recused).toEqual([
      { account: 'panelist-07', position: 3 },
      { account: 'panelist-09', position: 1 },
    ]);
    expect(await standings()).toContainEqual({
      account: 'panelist-10',
      grounds: 'sameIndustry',
      standing: 'left',
      keepsAway: 0,
    });
    const mails = (await city.mails('round.invitation')).filter(({ to }) => to.startsWith('panelist-0'));
    expect(
      mails
        .filter(({ text }) => text.includes('2项'))
        .map(({ to }) => to.slice(0, 11))
        .sort(),
    ).toEqual(['panelist-07', 'panelist-09']);
    expect(await problemsOf(city)).toEqual([]);
    const history = (await inspector.get(page)).body;
    for (const said of ['席慕言', '核对后确为投资方员工', '担任投资方技术顾问', '未处理'])
      expect(history).toContain(said);
    expect((await secretary.post(page, { verdict: 'confirm' })).statusCode).toBe(409);
  });

  it('of a firm in the investor’s own class hide papers and process, and nothing else', async () => {
    const item = async (position: number) =>
      (
        await city.app.reader.one<{ id: string }>(
          sql`select id from round_item where round_id = ${roundId} and position = ${position}`,
        )
      )?.id ?? '';
    const rival = await city.panelist('panelist-10');
    const opened = async (visitor: Visitor, position: number) => {
      await visitor.post(`/ballot/items/${await item(position)}/declaration`, { interest: 'none' });
      return visitor.get(`/ballot/items/${await item(position)}`);
    };
    const seen = await opened(rival, 2);
    expect(seen.body).toContain('附件、能耗和排放等工艺细节不显示');
    expect(seen.body).toContain(leads[1]?.title);
    expect(seen.body).not.toContain('商业计划书');
    expect((await rival.get(`/ballot/items/${await item(2)}/files/${leads[1]?.fileId}`)).statusCode).toBe(
      404,
    );
    // The control: another item, and another seat on the same item.
    expect((await opened(rival, 1)).body).toContain('商业计划书');
    const other = await city.panelist('panelist-01');
    expect((await opened(other, 2)).body).toContain('商业计划书');
    expect((await other.get(`/ballot/items/${await item(2)}/files/${leads[1]?.fileId}`)).statusCode).toBe(
      200,
    );
  });

  it('keep nobody away any more once a planned round is called off', async () => {
    const again = await planRound(
      city,
      (await tiedLeads(city, 1, 3)).map(({ id }) => id),
    );
    await tie(city, 'hengling', { groupParent: '' });
    const secret = (await secretary.get(`/rounds/${again}/recusals`)).statusCode;
    expect(secret).toBe(200);
    expect((await secretary.post(`/rounds/${again}/cancellation`, { reason: '改期再议' })).statusCode).toBe(
      303,
    );
    const open = await city.app.reader.rows(
      sql`select id from lead_interest where round_id = ${again} and keeps_away = 1`,
    );
    expect(open).toEqual([]);
  });
});
