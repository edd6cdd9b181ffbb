import { sql } from '../../src/database/sql';
import { criteriaFor } from '../../src/domain/rubric/rubric-content';
import { manufacturing } from '../../src/domain/rubric/manufacturing';
import { onEachDatabase } from '../support/databases';
import type { Visitor } from '../support/visitor';
import { type Account, HostileCity } from './bad-input/hostile-city';
import { elementsOf, madeByPayloads, payloads } from './bad-input/markup';

/** A payload that is short enough for any box. */
const payload = (n: number): string => payloads[n % payloads.length] ?? '';

describe('reading a page as a browser does', () => {
  it('sees what a payload would have made of it', () => {
    for (const text of payloads) {
      const found = [
        `<p>${text}</p>`,
        `<input value="${text}">`,
        `<input value='${text}'>`,
        `<title>${text}</title>`,
      ];
      // Two are dangerous only where something else decodes or runs them.
      if (!/xss(04|09|18)/.test(text))
        expect([text, found.some((page) => madeByPayloads(page).length > 0)]).toEqual([text, true]);
    }
    expect(madeByPayloads('<a href="javascript:xss04()//">x</a>')).toHaveLength(2);
    expect(elementsOf('<!-- <b> --><i a=1 b="<u>">x</i>').map(({ name }) => name)).toEqual(['i']);
  });
});

onEachDatabase('whatever people write', (dialect) => {
  let hostile: HostileCity;
  const leads: string[] = [];
  let round = '';
  let announced = '';
  const seen = new Set<string>();
  beforeAll(async () => {
    hostile = await HostileCity.found(dialect);
    await nameThings();
    for (let n = 0; n < payloads.length; n += 1) leads.push(await reported(n));
    announced = await decided(leads);
    round = await opened();
  }, 180_000);
  afterAll(() => hostile.close());

  const sent = async (visitor: Visitor, path: string, fields: Record<string, unknown>): Promise<string> => {
    const answer = await visitor.post(path, fields);
    if (answer.statusCode !== 303) throw new Error(`${path} ${answer.statusCode} ${said(answer.body)}`);
    return String(answer.headers.location);
  };

  /** People, a unit, a host and a panel whose very names are payloads. */
  const nameThings = async (): Promise<void> => {
    const admin = await hostile.as('admin-01');
    const { people, units, hosts } = hostile.city.city;
    await sent(admin, '/admin/units', { code: 'evil', name: payload(1), kind: 'park' });
    const accounts = [
      'scout-01',
      'secretary-02',
      'host-01',
      'supporter-01',
      'panelist-01',
      'panelist-02',
      'leader-02',
    ];
    for (const [n, account] of accounts.entries()) {
      const unitId = await hostile.id(
        sql`select unit_id as id from person where id = ${people.get(account) ?? ''}`,
      );
      const role = account.startsWith('leader')
        ? 'sponsor'
        : account.startsWith('secretary')
          ? 'secretariat'
          : account.replace(/-\d+$/, '');
      const person = {
        name: `${payload(n + 4).slice(0, 39)}甲`,
        post: payload(n + 9),
        email: `${account}@yijiang.example`,
        mobile: '',
        unitId,
        roles: [role],
        locale: '',
      };
      await sent(admin, `/admin/people/${people.get(account)}`, person);
    }
    const host = {
      name: payload(0),
      kind: 'park',
      region: payload(16),
      leadChains: [],
      unitId: units.get('park-ed'),
    };
    await sent(admin, `/admin/hosts/${hosts.get('park-ed')}`, host);
    const unitId = await hostile.id(sql`select id from unit where code = 'evil'`);
    const seats = { 0: { kind: 'park', unitId, function: '', holderId: '', alternateId: '' } };
    await sent(admin, '/panels', { name: payload(2), chairId: people.get('leader-01'), seats });
  };

  /** A lead with payloads in its texts, a paper, the answers of host and department; queued. */
  const reported = async (n: number): Promise<string> => {
    const [scout, secretary] = [await hostile.as('scout-01'), await hostile.as('secretary-01')];
    const { body } = hostile.entry();
    const lead = await sent(scout, '/leads', body);
    const id = lead.split('/').at(-1) ?? '';
    const refused = await scout.post(lead, { ...body, summary: `${payload(n)}${String(body['summary'])}` });
    expect([payload(n), [303, 422].includes(refused.statusCode)]).toEqual([payload(n), true]);
    const content = Buffer.from('只写文字');
    await scout.upload(`${lead}/files`, { kind: 'other' }, [
      { field: 'file', name: `${payload(n).replace(/"/g, '')}.txt`, type: 'text/plain', content },
    ]);
    await sent(scout, `${lead}/submission`, { idempotencyKey: `k${n}` });
    await sent(secretary, `${lead}/intake`, { verdict: 'return', reason: `请改${payload(n + 6)}` });
    await sent(scout, lead, { ...body, jobs: '431' });
    await sent(scout, `${lead}/submission`, { idempotencyKey: `l${n}` });
    await sent(secretary, `${lead}/intake`, { verdict: 'accept' });
    await overwrite(id, n);
    const host = await hostile.as('host-01');
    await sent(host, `${lead}/host-statements`, {
      verdict: 'conditional',
      reasonCode: 'energyShort',
      text: payload(n + 7),
    });
    const supporter = await hostile.as('supporter-01');
    const answer = {
      element: 'land',
      verdict: 'yes',
      quantity: '12',
      unit: '亩',
      availableOn: '2026-09-01',
      text: payload(n + 8),
    };
    await sent(supporter, `${lead}/element-answers`, answer);
    return id;
  };

  /** The form takes no markup; what came in before it learned that, or was imported, has to stay text all the same. */
  const overwrite = async (id: string, n: number): Promise<void> => {
    const { reader, work } = hostile.city.app;
    const spoilt = (content: string): string => {
      const known = JSON.parse(content) as Record<string, unknown>;
      const contact = { ...(known['contact'] as object), name: payload(n + 3), title: payload(n + 4) };
      const texts = { title: payload(n), investorName: payload(n + 5), summary: payload(n + 1) };
      return JSON.stringify({ ...known, ...texts, contact });
    };
    const rows = await reader.rows<{ id: string; content: string }>(
      sql`select id, content from lead_revision where lead_id = ${id}`,
    );
    await work.run(async (tx) => {
      const own = await tx.one<{ content: string }>(sql`select content from lead where id = ${id}`);
      await tx.run(
        sql`update lead set title = ${payload(n)}, investor_name = ${payload(n + 5)},
            content = ${spoilt(own?.content ?? '')} where id = ${id}`,
      );
      for (const row of rows)
        await tx.run(sql`update lead_revision set content = ${spoilt(row.content)} where id = ${row.id}`);
    });
  };

  const plan = async (title: string, leadIds: string[]): Promise<string> => {
    const secretary = await hostile.as('secretary-01');
    const { panelId } = hostile.city.city;
    const fields = {
      title,
      rubricVersionId: hostile.things.rubricVersion,
      panelId,
      deadlineAt: '2026-03-24T18:00',
      leadIds,
    };
    hostile.tick();
    const path = await sent(secretary, '/rounds', fields);
    await sent(secretary, `${path}/opening`, {});
    return path.split('/').at(-1) ?? '';
  };

  /** Voted on by everybody, one seat through the pages with payloads in every box; closed, ruled, announced. */
  const decided = async (leadIds: string[]): Promise<string> => {
    const id = await plan(payload(14), leadIds);
    const open = { id, leadIds, deadlineAt: '' };
    await hostile.city.allVote(open, ['strong', 'doubtful', 'weak']);
    const voter = await hostile.city.panelist('panelist-01');
    const rows = await hostile.city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${id} order by position`,
    );
    const codes = criteriaFor(manufacturing, 'park').map(({ code }) => code);
    for (const [n, item] of rows.entries()) {
      const scores = Object.fromEntries(codes.map((code) => [code, '5']));
      const reasons = Object.fromEntries(codes.map((code, at) => [code, payload(n + at)]));
      const ballot = {
        scores,
        reasons,
        vote: 'agree',
        comment: payload(n + 1),
        note: payload(n + 2),
        intent: 'cast',
        idempotencyKey: `v${n}`,
      };
      await sent(voter, `/ballot/items/${item.id}`, ballot);
    }
    const secretary = await hostile.as('secretary-01');
    await sent(secretary, `/rounds/${id}/closure`, {});
    const doubts = await hostile.city.app.reader.rows<{ id: string }>(
      sql`select item_id as id from outcome where round_id = ${id} and computed = 'borderline'`,
    );
    const chair = await hostile.as('leader-01');
    for (const [n, item] of doubts.entries())
      await sent(chair, `/rounds/${id}/items/${item.id}/ruling`, {
        ruling: 'consult',
        reason: payload(n + 3),
      });
    await sent(secretary, `/rounds/${id}/announcement`, {});
    return id;
  };

  /** A round in the middle of its vote, with a draft, a recusal and a later deadline, all of payloads. */
  const opened = async (): Promise<string> => {
    const id = await plan(payload(5), [await reported(3), await reported(7)]);
    const voter = await hostile.city.panelist('panelist-02');
    const [first, second] = await hostile.city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${id} order by position`,
    );
    await voter.post(`/ballot/items/${first?.id}`, {
      comment: payload(1),
      note: payload(2),
      vote: payload(3),
      scores: { taxPerMu: payload(4) },
      intent: 'draft',
    });
    await voter.post(`/ballot/items/${second?.id}/recusal`, { reason: payload(6), idempotencyKey: 'r' });
    await sent(await hostile.as('secretary-01'), `/rounds/${id}/extension`, {
      deadlineAt: '2026-03-26T18:00',
      reason: payload(8),
    });
    return id;
  };

  const looked = async (visitor: Visitor, path: string): Promise<string[]> => {
    const { statusCode, body } = await visitor.get(path);
    if (statusCode !== 200) return [`${path} answers ${statusCode}`];
    for (const [mark] of body.matchAll(/xss\d\d/g)) seen.add(mark);
    return madeByPayloads(body).map((fault) => `${path}: ${fault}`);
  };

  it('stays text on every page that shows it', async () => {
    const { people, hosts } = hostile.city.city;
    const ids = async (statement: ReturnType<typeof sql>): Promise<string[]> =>
      (await hostile.city.app.reader.rows<{ id: string }>(statement)).map(({ id }) => id);
    const projects = await ids(sql`select id from project`);
    const letters = await ids(sql`select id from letter where released_at is not null`);
    const panels = await ids(sql`select id from panel`);
    const pages: [Account, string[]][] = [
      [
        'secretary-01',
        [
          '/',
          '/leads',
          '/leads?size=50',
          '/leads?q=%3Cscript%3Exss01',
          '/rounds',
          '/rounds/new',
          `/rounds/${round}`,
          `/rounds/${announced}`,
          `/rounds/${announced}/results`,
          '/cage',
          '/panels',
          '/panels/new',
          '/admin/people?size=50',
          '/admin/units',
          '/admin/hosts',
          '/admin/mail',
          '/admin/mail?size=100',
          '/ledger',
          '/ledger?size=100',
        ],
      ],
      ['secretary-01', [...leads, ...leads.map((id) => `${id}/revisions/2`)].map((path) => `/leads/${path}`)],
      [
        'secretary-01',
        projects.flatMap((id) => [
          `/cage/${id}`,
          `/cage/${id}/five-ones/leader`,
          `/cage/${id}/five-ones/team`,
        ]),
      ],
      ['secretary-01', letters.map((id) => `/letters/${id}`)],
      ['secretary-01', panels.map((id) => `/panels/${id}`)],
      [
        'scout-01',
        [
          '/',
          '/leads',
          '/leads/new',
          ...leads.slice(0, 5).map((id) => `/leads/${id}`),
          ...letters.slice(0, 5).map((id) => `/letters/${id}`),
          '/account',
        ],
      ],
      ['host-01', ['/', ...leads.slice(0, 3).map((id) => `/leads/${id}`), '/cage']],
      ['supporter-01', ['/', ...leads.slice(0, 3).map((id) => `/leads/${id}`)]],
      ['leader-01', ['/', '/leads', `/rounds/${announced}/results`]],
      ['leader-02', ['/', '/cage']],
      ['inspector-01', ['/ledger', `/rounds/${announced}/results`]],
      [
        'admin-01',
        [
          '/admin/hosts',
          `/admin/hosts/${hosts.get('park-ed')}`,
          `/admin/people/${people.get('scout-01')}`,
          '/panels/new',
        ],
      ],
    ];
    const faults: string[] = [];
    for (const [who, paths] of pages)
      for (const path of paths) faults.push(...(await looked(await hostile.as(who), path)));
    expect(faults).toEqual([]);
    expect(seen.size).toBe(payloads.length);
  }, 120_000);

  it('stays text on the panelist’s pages, drafts included', async () => {
    const voter = await hostile.city.panelist('panelist-02');
    const { body } = await voter.get('/ballot');
    const items = [...new Set([...body.matchAll(/\/ballot\/items\/[0-9a-z]{26}/g)].map(([path]) => path))];
    const faults: string[] = [];
    for (const path of ['/ballot', ...items, await hostile.city.votingPath('panelist-02')])
      faults.push(...(await looked(voter, path)));
    expect([items.length, faults]).toEqual([2, []]);
  });

  it('stays text in a form that comes back, wherever a box was filled with it', async () => {
    const { hosts, people } = hostile.city.city;
    const text = payloads.join('');
    const forms: [Account, string, Record<string, unknown>][] = [
      [
        'scout-01',
        '/leads',
        {
          title: text,
          investorName: text,
          uscc: text,
          summary: text,
          jobs: text,
          intent: 'submit',
          contact: { name: text, mobile: text },
          incentiveRequests: [{ type: text, text }],
        },
      ],
      [
        'secretary-01',
        '/rounds',
        { title: text.repeat(3), deadlineAt: text, panelId: text, leadIds: [text] },
      ],
      ['secretary-01', `/rounds/${round}/extension`, { deadlineAt: text, reason: text }],
      [
        'secretary-01',
        '/panels',
        {
          name: text,
          chairId: text,
          seats: { 0: { kind: text, unitId: text, function: text, holderId: text } },
        },
      ],
      [
        'admin-01',
        '/admin/people',
        { account: text, name: text, email: text, post: text, mobile: text, unitId: text, roles: [text] },
      ],
      ['admin-01', `/admin/people/${people.get('scout-12')}`, { name: text, email: text }],
      ['admin-01', '/admin/units', { code: text, name: text, kind: text }],
      ['admin-01', '/admin/hosts', { code: text, name: text, region: text, leadChains: [text] }],
      ['admin-01', `/admin/hosts/${hosts.get('park-ed')}`, { name: text, region: text }],
      ['anonymous', '/sign-in', { email: text, password: text, next: text }],
      ['leader-02', '/account/password', { current: text, password: text, again: text }],
    ];
    for (const [who, path, fields] of forms) {
      const { statusCode, body } = await (await hostile.as(who)).post(path, fields);
      expect([path, statusCode, madeByPayloads(body)]).toEqual([path, expect.any(Number), []]);
      expect(statusCode).toBeGreaterThanOrEqual(400);
      const stale = await (await hostile.as(who)).post(path, { ...fields, _csrf: 'old' });
      expect([path, stale.statusCode, madeByPayloads(stale.body)]).toEqual([path, 403, []]);
    }
  });

  it('stays text in every mail and in the mailbox, and never breaks a subject line', async () => {
    const mails = await hostile.city.mails();
    const secretary = await hostile.as('secretary-01');
    const faults = mails.flatMap(({ id, html }) =>
      madeByPayloads(html.replace(/ style="[^"]*"/g, '')).map((fault) => `mail ${id}: ${fault}`),
    );
    for (const { id } of mails.slice(-60)) {
      faults.push(...(await looked(secretary, `/dev/mail/${id}`)));
      const frame = await secretary.get(`/dev/mail/${id}/html`);
      faults.push(...madeByPayloads(frame.body, ['base', 'style']).map((fault) => `frame ${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(mails.filter(({ subject, to }) => /[\r\n]/.test(subject + to))).toEqual([]);
    expect(mails.some(({ html }) => html.includes('xss'))).toBe(true);
  }, 60_000);
});

function said(html: string): string {
  return [...html.matchAll(/class="(?:error|message-what)"[^>]*>([^<]+)/g)].map(([, text]) => text).join(' ');
}
