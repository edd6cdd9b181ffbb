import { sql } from '../../../src/database/sql';
import { contentOf } from '../../../src/leads/lead-columns';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

const why = { purpose: 'arrangeVisit', text: '约下周三到厂区看现场' };

onEachDatabase('the contact of an investor', (dialect) => {
  let city: TestCity;
  let leadId: string;
  let scout: string;
  let host: string;
  let contact: { name: string | null; mobile: string | null; email: string | null };
  beforeAll(async () => {
    city = await foundCity(dialect);
    [leadId = ''] = await city.queuedLeads(1);
    const row = await city.app.reader.one<{ content: string; scout: string; host: string }>(
      sql`select lead.content, scout.account as scout, (select min(person.account) from person
              join host on host.unit_id = person.unit_id where host.id = lead.first_host_id) as host
          from lead join person scout on scout.id = lead.scout_id where lead.id = ${leadId}`,
    );
    ({ scout = '', host = '' } = row ?? { scout: '', host: '' });
    ({ contact } = contentOf({ content: row?.content ?? '' }));
  }, 60_000);
  afterAll(() => city.close());

  const path = (): string => `/leads/${leadId}/contact-views`;
  const full = (body: string): boolean =>
    [contact.name, contact.mobile, contact.email].some((text) => body.includes(text ?? '?'));
  const seenBy = async (account: string): Promise<boolean[]> => {
    const visitor = await city.app.signedIn(account);
    const pages = [`/leads/${leadId}`, `/leads/${leadId}/revisions/1`, path(), '/leads'];
    return Promise.all(pages.map(async (page) => full((await visitor.get(page)).body)));
  };

  it('is masked for everybody but the scout who reported it', async () => {
    expect(contact.mobile).toMatch(/^154/);
    for (const account of ['secretary-01', host, 'supporter-01', 'inspector-01', 'leader-01'])
      expect([account, await seenBy(account)]).toEqual([account, [false, false, false, false]]);
    expect((await seenBy(scout)).slice(0, 3)).toEqual([true, true, true]);
    const masked = (await (await city.app.signedIn('secretary-01')).get(`/leads/${leadId}`)).body;
    expect(masked).toContain('154****0');
    expect(masked).toContain('****@lead.example');
  });

  it('is shown for a purpose only, in words', async () => {
    const secretary = await city.app.signedIn('secretary-01');
    for (const wrong of [{}, { ...why, purpose: 'curious' }, { ...why, text: ' ' }]) {
      const answer = await secretary.post(path(), wrong);
      expect([answer.statusCode, full(answer.body)]).toEqual([422, false]);
    }
    expect(full((await secretary.get(path())).body)).toBe(false);
  });

  it('is shown for fifteen minutes to whoever asked and to nobody else, and the scout reads who and why', async () => {
    const secretary = await city.app.signedIn('secretary-01');
    expect((await secretary.post(path(), why)).statusCode).toBe(303);
    expect(full((await secretary.get(path())).body)).toBe(true);
    expect(full((await secretary.get(`/leads/${leadId}`)).body)).toBe(false);
    expect(full((await (await city.app.signedIn('secretary-02')).get(path())).body)).toBe(false);
    const told = (await (await city.app.signedIn(scout)).get(path())).body;
    expect(told).toContain(why.text);
    expect(told).toContain('秘书处');
    const start = city.app.clock.now();
    city.app.clock.advance(14 * 60_000 + 59_000);
    expect(full((await (await city.app.signedIn('secretary-01')).get(path())).body)).toBe(true);
    city.app.clock.advance(2_000);
    expect(full((await (await city.app.signedIn('secretary-01')).get(path())).body)).toBe(false);
    city.app.clock.set(start);
  });

  it('is for the hosts it is meant for too, and for nobody whose business it is not', async () => {
    const park = await city.app.signedIn(host);
    expect((await park.post(path(), why)).statusCode).toBe(303);
    expect(full((await park.get(path())).body)).toBe(true);
    for (const account of ['supporter-01', 'leader-01', 'scout-02'].filter((one) => one !== scout)) {
      const visitor = await city.app.signedIn(account);
      expect([account, (await visitor.get(path())).statusCode]).toEqual([account, 404]);
      expect([403, 404]).toContain((await visitor.post(path(), why)).statusCode);
    }
    const inspector = await city.app.signedIn('inspector-01');
    const read = await inspector.get(path());
    expect([read.statusCode, full(read.body), read.body.includes(why.text)]).toEqual([200, false, true]);
  });

  it('is in the access log with purpose, and its text is never', async () => {
    const rows = await city.app.reader.rows<{ detail: string }>(
      sql`select detail from access_record where kind = 'unmask' and subject_id = ${leadId}`,
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      `arrangeVisit ${why.text}`,
      `arrangeVisit ${why.text}`,
    ]);
  });
});
