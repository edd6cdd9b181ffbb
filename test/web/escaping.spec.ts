import { sql } from '../../src/database/sql';
import { onEachDatabase } from '../support/databases';
import type { Visitor } from '../support/visitor';
import type { Account, HostileCity } from './bad-input/hostile-city';
import { elementsOf, madeByPayloads, payloads } from './bad-input/markup';
import { PayloadCity } from './bad-input/payload-city';

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
  let written: PayloadCity;
  let hostile: HostileCity;
  const seen = new Set<string>();
  beforeAll(async () => {
    written = await PayloadCity.found(dialect);
    hostile = written.hostile;
  }, 180_000);
  afterAll(() => hostile.close());

  const looked = async (visitor: Visitor, path: string): Promise<string[]> => {
    const { statusCode, body } = await visitor.get(path);
    if (statusCode !== 200) return [`${path} answers ${statusCode}`];
    for (const [mark] of body.matchAll(/xss\d\d/g)) seen.add(mark);
    return madeByPayloads(body).map((fault) => `${path}: ${fault}`);
  };

  it('stays text on every page that shows it', async () => {
    const { people, hosts } = hostile.city.city;
    const { leads, round, announced } = written;
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
      ['secretary-01', `/rounds/${written.round}/extension`, { deadlineAt: text, reason: text }],
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
