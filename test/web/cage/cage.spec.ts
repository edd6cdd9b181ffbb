import { sql } from '../../../src/database/sql';
import { beijingDay } from '../../../src/domain/shared/instant';
import { Verifier } from '../../../src/ledger/verifier';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { copies } from './copies';

const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
const day = 86_400_000;

interface ProjectRow {
  id: string;
  cageNo: string;
  title: string;
  hostAccount: string | null;
  scoutAccount: string;
  dueAt: string;
  completedAt: string | null;
}

const leader = { contactRhythm: 'monthly', since: '2026-03-18' };
const team = {
  leadUnit: '经开区招商一部',
  leadPerson: '梁予安',
  serviceOfficer: '岑若溪',
  serviceOfficerPhone: '15400000061',
  alternate: '闻人清',
  members: {
    0: { name: '苏见微', role: '用地', phone: '15400000062' },
    1: { name: '', role: '', phone: '' },
  },
};
const plan = {
  milestones: {
    0: { title: '土地出让合同', owner: '梁予安', dueOn: '2026-06-30', evidence: '出让合同和缴款凭证' },
  },
  risks: '能耗指标',
};
const followThrough = { reviewRhythm: 'fortnightly', closingCondition: '达效', nextCheckOn: '2026-04-01' };

onEachDatabase('the cage', (dialect) => {
  let city: TestCity;
  let secretary: Visitor;
  let project: ProjectRow;
  let sponsors: { id: string; account: string; name: string }[];

  const projects = (): Promise<ProjectRow[]> =>
    city.app.reader.rows(
      sql`select project.id, project.cage_no as "cageNo", project.title, scout.account as "scoutAccount",
            (select min(person.account) from person join host on host.unit_id = person.unit_id
             where host.id = project.host_id and person.roles like '%host%') as "hostAccount",
            project.five_ones_due_at as "dueAt", project.five_ones_completed_at as "completedAt"
          from project join person scout on scout.id = project.scout_id order by cage_no`,
    );

  beforeAll(async () => {
    city = await foundCity(dialect);
    const round = await city.openRound(3);
    await city.allVote(round, ['strong']);
    await city.acts.close('secretary-01', round.id);
    await city.acts.announce('secretary-01', round.id);
    secretary = await city.app.signedIn('secretary-01');
    project = (await projects())[0] as ProjectRow;
    sponsors = await city.app.reader.rows(
      sql`select id, account, name from person where roles like '%sponsor%' order by account`,
    );
  });
  afterAll(() => city.close());

  const fill = (slot: string, fields: Record<string, unknown>, by = secretary) =>
    by.post(`/cage/${project.id}/five-ones/${slot}`, fields);

  it('numbers projects in the order of rank, without a gap', async () => {
    expect((await projects()).map(({ cageNo }) => cageNo)).toEqual([
      'C-2026-0001',
      'C-2026-0002',
      'C-2026-0003',
    ]);
  });

  it('starts with the first slot filled from the lead, and five workdays for the others', async () => {
    // Announced on Tuesday 17 March 2026: the fifth workday after it is Tuesday 24 March.
    expect(beijingDay(project.dueAt)).toBe('2026-03-24');
    const page = await secretary.get(`/cage/${project.id}`);
    expect(page.statusCode).toBe(200);
    const text = bare(page.body);
    expect(text).toContain('已建1项，限2026年3月24日（星期二）前建齐');
    expect(text).toContain('还差4项（一名领导、一个团队、一套方案、一抓到底）');
    expect(page.body.match(/data-light="green"/g)).toHaveLength(2);
    expect(text).not.toMatch(/\d+\/\d+席|同意/);
  });

  it('says what is wrong with a form and loses nothing', async () => {
    const answer = await fill('team', {
      ...team,
      serviceOfficerPhone: 'call me',
      members: { 0: { name: '苏见微' } },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('请填可以打通的电话号码');
    expect(answer.body).toContain('value="call me"');
    expect(answer.body).toContain('value="苏见微"');
    expect(bare(answer.body)).toContain('没有提交，请改正3处');
    expect(bare(answer.body)).toContain('成员1电话：请填写');
    expect((await fill('plan', { milestones: 'x' })).statusCode).toBe(422);
    expect((await fill('leader', { ...leader, sponsorId: 'nobody' })).statusCode).toBe(422);
    expect((await fill('leader', { ...leader, sponsorId: ['a'], since: 'soon' })).statusCode).toBe(422);
    expect((await fill('nothing', {})).statusCode).toBe(404);
  });

  it('takes the four slots, tells the sponsor, and turns the clock green with a date', async () => {
    const host = project.hostAccount === null ? secretary : await city.app.signedIn(project.hostAccount);
    expect((await fill('leader', { ...leader, sponsorId: sponsors[0]?.id })).statusCode).toBe(303);
    expect((await fill('team', team, host)).statusCode).toBe(303);
    expect((await fill('plan', plan, host)).statusCode).toBe(303);
    const mails = await city.mails('project.sponsored');
    expect(mails.map(({ to }) => to)).toEqual([`${sponsors[0]?.account}@yijiang.example`]);
    city.app.clock.advance(9 * day);
    secretary = await city.app.signedIn('secretary-01');
    const late = await secretary.get(`/cage/${project.id}`);
    expect(late.body).toContain('data-light="amber"');
    expect(bare(late.body)).toContain('五个一迟2天');
    expect(bare(late.body)).toContain('转绿条件：填齐一抓到底');
    expect((await fill('follow-through', followThrough)).statusCode).toBe(303);
    const page = await secretary.get(`/cage/${project.id}`);
    expect(page.body).not.toContain('data-light="amber"');
    expect(bare(page.body)).toContain('五项齐备，2026年3月26日建档');
    expect(page.body).toContain('154****0061');
  });

  it('changes a slot only with a reason, a leader only with a handover, and keeps every version', async () => {
    const changed = { ...leader, sponsorId: sponsors[1]?.id };
    const silent = await fill('leader', changed);
    expect(silent.statusCode).toBe(422);
    expect(silent.body).toContain('请写明变更理由');
    const unhanded = await fill('leader', { ...changed, reason: '分工调整' });
    expect(unhanded.statusCode).toBe(422);
    expect(unhanded.body).toContain('更换包保领导须写交接说明');
    const stale = await fill('leader', {
      ...changed,
      reason: '分工调整',
      handoverNote: '已谈到用地',
      version: '0',
    });
    expect(stale.statusCode).toBe(409);
    const taken = await fill('leader', {
      ...changed,
      reason: '分工调整',
      handoverNote: '已谈到用地',
      version: '1',
    });
    expect(taken.statusCode).toBe(303);
    const versions = await city.app.reader.rows<{ version: number; reason: string | null }>(
      sql`select version, reason from five_ones_version where project_id = ${project.id} and slot = 'leader' order by version`,
    );
    expect(versions).toEqual([
      { version: 1, reason: null },
      { version: 2, reason: '分工调整' },
    ]);
    expect(bare((await secretary.get(`/cage/${project.id}`)).body)).toContain(
      '变更“一名领导”。理由：分工调整',
    );
    expect(await city.mails('project.sponsored')).toHaveLength(2);
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('notices a slot or project changed behind its back', async () => {
    const undo = `select content from five_ones_slot where project_id = '${project.id}' and slot = 'plan'`;
    const [kept] = await city.app.reader.rows<{ content: string }>(sql.raw(undo));
    const write = (content: string) =>
      city.app.work.run((tx) =>
        tx.run(
          sql`update five_ones_slot set content = ${content} where project_id = ${project.id} and slot = 'plan'`,
        ),
      );
    await write('{}');
    const found = await city.app.get(Verifier).verify(city.app.reader);
    expect(found.problems.map(({ words }) => words).join()).toContain(project.id);
    await write(kept?.content ?? '');
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });

  it('shows people what is theirs, and for the rest says that there is nothing', async () => {
    const all = await projects();
    const visible = async (account: string): Promise<string[]> => {
      const visitor = await city.app.signedIn(account);
      const page = await visitor.get('/cage?size=100');
      expect(page.statusCode).toBe(200);
      for (const { id } of all) {
        const seen = page.body.includes(`data-id="${id}"`);
        expect((await visitor.get(`/cage/${id}`)).statusCode).toBe(seen ? 200 : 404);
      }
      return all.filter(({ id }) => page.body.includes(`data-id="${id}"`)).map(({ cageNo }) => cageNo);
    };
    const everything = all.map(({ cageNo }) => cageNo);
    for (const account of ['secretary-02', 'inspector-01', 'leader-01']) {
      const roles = await city.acts.viewer(account);
      if (roles.roles.some((role) => ['secretariat', 'inspector', 'leadingGroup'].includes(role)))
        expect(await visible(account)).toEqual(everything);
    }
    const scout = project.scoutAccount;
    expect(await visible(scout)).toEqual(
      all.filter((one) => one.scoutAccount === scout).map(({ cageNo }) => cageNo),
    );
    const strange = all.find((one) => one.hostAccount !== project.hostAccount && one.hostAccount !== null);
    if (strange?.hostAccount) {
      expect(await visible(strange.hostAccount)).not.toContain(project.cageNo);
      const visitor = await city.app.signedIn(strange.hostAccount);
      expect((await visitor.get(`/cage/${project.id}/five-ones/team`)).statusCode).toBe(404);
      expect((await fill('team', { ...team, reason: '试' }, visitor)).statusCode).toBe(404);
    }
    const own = await city.app.signedIn(scout);
    expect([403, 404]).toContain((await fill('team', { ...team, reason: '试' }, own)).statusCode);
  });

  it('narrows, orders and counts the list by its address', async () => {
    const rows = async (query: string): Promise<string[]> => {
      const page = await secretary.get(`/cage${query}`);
      expect(page.statusCode).toBe(200);
      return (await projects())
        .map(({ id, cageNo }) => ({ at: page.body.indexOf(`data-id="${id}"`), cageNo }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)
        .map(({ cageNo }) => cageNo);
    };
    expect(await rows('')).toEqual(['C-2026-0003', 'C-2026-0002', 'C-2026-0001']);
    expect(await rows('?sort=cageNo')).toEqual(['C-2026-0001', 'C-2026-0002', 'C-2026-0003']);
    expect(await rows('?stage=talks')).toHaveLength(3);
    expect(await rows('?stage=signed')).toEqual([]);
    expect(await rows('?light=green')).toEqual(['C-2026-0001']);
    expect(await rows('?light=amber')).toEqual(['C-2026-0003', 'C-2026-0002']);
    expect(await rows('?light=red')).toEqual([]);
    expect(await rows(`?sponsor=${sponsors[1]?.id}`)).toEqual(['C-2026-0001']);
    expect(await rows(`?q=${encodeURIComponent(project.title.slice(0, 4))}`)).toContain('C-2026-0001');
    expect(await rows('?q=100%25_')).toEqual([]);
    expect(await rows('?stage[]=x&page=-1&size=9999&sort=drop')).toHaveLength(3);
    city.app.clock.advance(40 * day);
    secretary = await city.app.signedIn('secretary-01');
    expect(await rows('?light=red')).toEqual(['C-2026-0003', 'C-2026-0002']);
    expect(await rows('?light=amber')).toEqual([]);
  });

  it('makes the same number of queries for 1, 3 and 50 projects', async () => {
    const counted = async (path: string): Promise<number> => {
      await secretary.get(path);
      const before = city.app.reader.statements;
      expect((await secretary.get(path)).statusCode).toBe(200);
      return city.app.reader.statements - before;
    };
    const statements = [await counted('/cage?q=C-2026-0001'), await counted('/cage?size=50')];
    await copies(city, project.id, 50);
    statements.push(await counted('/cage?size=50'));
    expect((await secretary.get('/cage?size=50')).body.match(/<tr data-id/g)).toHaveLength(50);
    expect(new Set(statements).size).toBe(1);
    const shown = await counted(`/cage/${project.id}`);
    const [, , third] = await projects();
    expect(await counted(`/cage/${third?.id}`)).toBe(shown);
  });
});
