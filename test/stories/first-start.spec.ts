import { prepareStart } from '../../src/app.start';
import { sql } from '../../src/database/sql';
import { leadBook } from '../../src/demo/lead-book';
import { Verifier } from '../../src/ledger/verifier';
import { MailBodies } from '../../src/mail/mail-body';
import { OutboxMail } from '../../src/mail/outbox-mail.entity';
import { FirstStart } from '../../src/people/first-start';
import { startApp, TestApp } from '../support/app';
import { onEachDatabase } from '../support/databases';
import type { Fields, Visitor } from '../support/visitor';

const password = '五月的风吹过老城门的石阶';

const units: [code: string, name: string, kind: string][] = [
  ['outpost-south', '驻苏南联络组', 'outpost'],
  ['park-east', '东城产业园管委会', 'park'],
  ['park-west', '西城产业园管委会', 'park'],
  ['natural', '市自然资源局', 'department'],
  ['ecology', '市生态环境局', 'department'],
  ['university', '宜江大学', 'institute'],
  ['maker', '江城机械公司', 'enterprise'],
];

const people: [account: string, name: string, unit: string, roles: string[]][] = [
  ['secretary', '沈知微', '市投资促进局', ['secretariat']],
  ['leader', '黎山河', '市投资促进局', ['leadingGroup', 'sponsor']],
  ['inspector', '严正己', '市投资促进局', ['inspector']],
  ['scout', '桑远行', '驻苏南联络组', ['scout']],
  ['host', '梁承业', '东城产业园管委会', ['host']],
  ['supporter', '邵有方', '市自然资源局', ['supporter']],
  ['member-1', '温东城', '东城产业园管委会', ['panelist']],
  ['member-2', '杜西城', '西城产业园管委会', ['panelist']],
  ['member-3', '骆自然', '市自然资源局', ['panelist']],
  ['member-4', '常生态', '市生态环境局', ['panelist']],
  ['member-5', '卓大学', '宜江大学', ['panelist']],
  ['member-6', '席机械', '江城机械公司', ['panelist']],
  ['member-7', '苗替补', '市自然资源局', ['panelist']],
];

const seats: [kind: string, unit: string, duty: string, holder: string, alternate: string][] = [
  ['park', '东城产业园管委会', '', '温东城', ''],
  ['park', '西城产业园管委会', '', '杜西城', ''],
  ['support', '市自然资源局', 'naturalResources', '骆自然', '苗替补'],
  ['support', '市生态环境局', 'ecology', '常生态', ''],
  ['institute', '宜江大学', '', '卓大学', ''],
  ['enterprise', '江城机械公司', '', '席机械', ''],
];

/** What a list in a page offers: the value of the option whose label begins with the words. */
function choice(html: string, label: string): string {
  if (label === '') return '';
  const found = new RegExp(`<option value="([^"]+)"[^>]*>${label}`).exec(html)?.[1];
  if (!found) throw new Error(`The page does not offer ${label}`);
  return found;
}

onEachDatabase('a city that begins with nothing but the program', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(dialect);
    await prepareStart(app.app);
  });
  afterAll(() => app.close());

  const sent = async (visitor: Visitor, path: string, fields: Fields = {}): Promise<string> => {
    const answer = await visitor.post(path, fields);
    expect([path, answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([path, 303, '']);
    return String(answer.headers.location);
  };

  const mailTo = async (account: string, pattern: RegExp): Promise<string> => {
    for (let tries = 0; tries < 2000; tries += 1) {
      const rows = await app.reader.find(OutboxMail, sql`where to_address = ${`${account}@city.example`}`);
      const texts = rows.map(({ id, bodySealed }) => app.get(MailBodies).open(id, bodySealed)?.text ?? '');
      const found = texts.map((text) => pattern.exec(text)?.[0]).findLast((one) => one !== undefined);
      if (found) return found;
      await new Promise(setImmediate);
    }
    throw new Error(`${account} got no such mail`);
  };

  /** The way everybody without a password comes in: a link to the office mailbox. */
  const entered = async (account: string): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.post('/sign-in/links', { email: `${account}@city.example` });
    await sent(visitor, await mailTo(account, /\/sign-in\/links\/[\w-]{43}/));
    return visitor;
  };

  it('is founded through the pages alone, and opens its first round', async () => {
    const admin = app.visitor();
    const code = await app.get(FirstStart).codeToPrint();
    const first = { code, unitName: '市投资促进局', name: '卫中流', email: 'admin@city.example', password };
    expect(await sent(admin, '/setup', first)).toBe('/sign-in');
    await sent(admin, '/sign-in', { email: 'admin@city.example', password });

    for (const [unitCode, name, kind] of units)
      await sent(admin, '/admin/units', { code: unitCode, name, kind });
    const blank = (await admin.get('/admin/people/new')).body;
    for (const [account, name, unit, roles] of people) {
      const email = `${account}@city.example`;
      await sent(admin, '/admin/people', {
        account,
        name,
        email,
        post: '',
        unitId: choice(blank, unit),
        roles,
      });
    }

    const hosts = (await admin.get('/admin/hosts')).body;
    expect(hosts).toContain('还没有园区');
    for (const [host, name] of [
      ['park-ed', '东城产业园'],
      ['park-ht', '西城产业园'],
    ]) {
      const unitId = choice(hosts, `${String(name)}管委会`);
      await sent(admin, '/admin/hosts', {
        code: host,
        name,
        kind: 'park',
        region: '宜江市',
        leadChains: [],
        unitId,
      });
    }

    const form = (await admin.get('/panels/new')).body;
    const rows = seats.map(([kind, unit, duty, holder, alternate]) => ({
      kind,
      unitId: choice(form, unit),
      function: duty,
      holderId: choice(form, holder),
      alternateId: choice(form, alternate),
    }));
    const panel = { name: '宜江市预审专班', chairId: choice(form, '黎山河'), seats: { ...rows } };
    expect((await admin.get(await sent(admin, '/panels', panel))).body).toContain('骆自然');

    // A scout, who has never had a password, reports a lead meant for the new parks.
    const scout = await entered('scout');
    const reported = { year: 2026, month: 3, day: '2026-03-14' };
    const body = leadBook(reported).find(({ body: { track } }) => track === 'manufacturing')?.body ?? {};
    const lead = await sent(scout, '/leads', body);
    await sent(scout, `${lead}/submission`, { idempotencyKey: 'first' });
    expect((await scout.get(lead)).body).toContain('东城产业园');

    const secretary = await entered('secretary');
    await sent(secretary, `${lead}/intake`, { verdict: 'accept' });
    const host = await entered('host');
    await sent(host, `${lead}/host-statements`, {
      verdict: 'accept',
      reasonCode: '',
      text: '土地和厂房已经落实。',
    });

    const planning = (await secretary.get('/rounds/new')).body;
    const round = await sent(secretary, '/rounds', {
      title: '第一批',
      rubricVersionId: choice(planning, '制造'),
      panelId: choice(planning, '宜江市预审专班'),
      deadlineAt: '2026-03-24T18:00',
      leadIds: [lead.split('/').at(-1)],
    });
    await sent(secretary, `${round}/opening`);
    expect((await secretary.get(round)).body).toContain('data-state="open"');

    const voter = app.visitor();
    await sent(voter, await mailTo('member-3', /\/v\/[\w-]{43}/));
    expect((await voter.get('/ballot')).body).toContain(String(body['title']));
    const { problems } = await app.get(Verifier).verify(app.reader);
    expect(problems).toEqual([]);
  });
});
