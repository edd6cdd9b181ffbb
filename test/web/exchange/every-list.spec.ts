import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readXlsx } from 'hucre/xlsx';
import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';

const accounts = [
  'scout-01',
  'host-01',
  'supporter-01',
  'panelist-01',
  'secretary-01',
  'leader-01',
  'inspector-01',
  'admin-01',
] as const;

/** Pages with a table that is none to take away, and why. */
const noList: Readonly<Record<string, string>> = {
  '/': 'the desk leads to lists',
  '/account': 'one’s own sessions',
  '/dev/mail': 'of the demo',
  '/admin/settings': 'leads to settings',
  '/admin/settings/calendar': 'brought in from a file of its own',
  '/hand-overs': 'a form; what moved stands in the ledger',
  '/leads/new': 'a form',
  '/leads/quick': 'a form',
  '/rounds/new': 'a form',
  '/panels/new': 'a form',
  '/insight': 'computed anew for what is asked',
  '/insight/severity': 'computed anew for what is asked',
  '/insight/replay': 'computed anew for what is asked',
  '/rules/simulator': 'computed anew for what is asked',
  '/questions': 'a form, and threads of single leads',
  '/visits/new': 'a form',
  '/intake/batches/new': 'a form',
  '/policies/imports': 'a form',
  '/admin/people/new': 'a form',
  '/leads/industries': 'the national table',
  '/leads/regions': 'the national table',
  '/pledge': 'a text',
};

onEachDatabase('every list', (dialect) => {
  let city: TestCity;
  const visitors = new Map<string, Visitor>();
  const as = (account: string): Visitor => visitors.get(account) as Visitor;
  beforeAll(async () => {
    city = await foundCity(dialect);
    await city.openRound(2);
    await city.queuedLeads(1, 2);
    for (const account of accounts) visitors.set(account, await city.app.signedIn(account));
  }, 60_000);
  afterAll(() => city.close());

  const sheets = (): string[] =>
    declaredRoutes(city.app.app)
      .filter(({ method, url }) => method === 'GET' && url.endsWith('.xlsx') && !/:|template/.test(url))
      .map(({ url }) => url);
  const pageOf = (sheet: string): string => sheet.replace(/\.xlsx$/, '');
  const idsIn = (html: string): string[] =>
    [...html.matchAll(/<tr[^>]* data-id="([^"]+)"/g)].map(([, id = '']) => id);

  it('that a page shows as a table can be taken away, or is none', async () => {
    const known = new Set(sheets().map(pageOf));
    const missing = new Set<string>();
    const tables = new Set<string>();
    const pages = declaredRoutes(city.app.app).filter(
      ({ method, url }) => method === 'GET' && !/:|\*|\.(xlsx|zip|docx)$|^\/(ballot|v)\b/.test(url),
    );
    for (const { url } of pages)
      for (const account of ['secretary-01', 'admin-01', 'scout-01']) {
        const { statusCode, body } = await as(account).get(url);
        if (statusCode === 200 && /<table/.test(body)) tables.add(url);
        if (statusCode === 200 && /<table/.test(body) && !known.has(url) && !(url in noList))
          missing.add(url);
      }
    expect([...missing].filter((url) => !/^\/admin\/settings\//.test(url))).toEqual([]);
    expect([known.size > 25, tables.size > 15]).toEqual([true, true]);
  }, 60_000);

  it('is for those who may read its page and for nobody else', async () => {
    for (const sheet of sheets())
      for (const account of accounts) {
        const [page, taken] = [await as(account).get(pageOf(sheet)), await as(account).get(sheet)];
        // The addresses of everybody are for those who keep the register, not for all who may look into it.
        if (sheet === '/admin/people.xlsx' && taken.statusCode === 403) continue;
        expect([sheet, account, taken.statusCode]).toEqual([sheet, account, page.statusCode]);
      }
  }, 60_000);

  it('has the rows of its page, a link there and a Chinese name, for each who reads it', async () => {
    for (const sheet of sheets())
      for (const account of accounts) {
        const page = await as(account).get(pageOf(sheet));
        const taken = await as(account).get(sheet);
        if (page.statusCode !== 200 || taken.statusCode !== 200) continue;
        expect([sheet, page.body.includes(`href="${sheet}`)]).toEqual([sheet, true]);
        expect(decodeURIComponent(String(taken.headers['content-disposition']))).toMatch(
          /^attachment;.*filename\*=UTF-8''[^;]*[\u4e00-\u9fff][^;]*\.xlsx$/,
        );
        const [first] = (await readXlsx(taken.rawPayload)).sheets;
        expect([sheet, (first?.name ?? '').length > 0]).toEqual([sheet, true]);
        const rows = (first?.rows ?? []).slice(1);
        const ids = idsIn(page.body);
        if (
          /^\/(rounds|panels|rubrics|rules|vetoes|chains|campaigns|outposts|ambassadors|disputes|ledger)\.xlsx/.test(
            sheet,
          )
        ) {
          if (sheet !== '/ledger.xlsx')
            expect([sheet, account, rows.length]).toEqual([sheet, account, ids.length]);
          // Whatever stands in a row stands on the page: masked, veiled and left out alike.
          for (const row of rows.slice(0, 20))
            for (const text of String(row[sheet === '/ledger.xlsx' ? 3 : 0] ?? '').split(' · '))
              expect([sheet, page.body.includes(escaped(text))]).toEqual([sheet, true]);
        }
      }
  }, 60_000);

  it('runs no formula, whatever something is called', async () => {
    const name = '=HYPERLINK("http://x","y")';
    await city.app.work.run((tx) => tx.run(sql`update panel set name = ${name}`));
    const { rawPayload } = await as('secretary-01').get('/panels.xlsx');
    expect((await readXlsx(rawPayload)).sheets[0]?.rows[1]?.[0]).toBe(`'${name}`);
  });

  it('A-06: is made for whoever asks and kept nowhere: of another’s there is nothing to fetch', async () => {
    const [scout, other] = [as('scout-01'), await city.app.signedIn('scout-02')];
    const before = await city.app.rowCounts();
    const files = readdirSync(tmpdir()).filter((name) => name.startsWith('sheet-')).length;
    for (const sheet of sheets()) await as('secretary-01').get(sheet);
    expect(await city.app.rowCounts()).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('sheet-')).length).toBe(files);
    // What is kept of a person’s own is a file sent in: another asks for it by its right id.
    const csv = Buffer.from('项目名称,投资方全称\n年产二十万台热泵主机项目,临渚热能装备股份有限公司\n');
    const sent = await scout.upload('/leads/imports', {}, [
      { field: 'sheet', name: '线索.csv', type: 'text/csv', content: csv },
    ]);
    const path = String(sent.headers.location);
    const bare = (answer: { statusCode: number; body: string }, id: string): unknown => [
      answer.statusCode,
      answer.body.replaceAll(id, '').replace(/value="[^"]{50,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, ''),
    ];
    const [id = '', none] = [path.split('/').at(-1), '0'.repeat(26)];
    for (const visitor of [other, as('inspector-01'), as('leader-01')]) {
      const there = bare(await visitor.get(path), id);
      expect(there).toEqual(bare(await visitor.get(path.replace(id, none)), none));
      expect((there as [number])[0]).toBeGreaterThanOrEqual(403);
      for (const act of ['application', 'cancellation'])
        expect((await visitor.post(`${path}/${act}`, { which: 'clean' })).statusCode).toBeGreaterThanOrEqual(
          403,
        );
    }
    // Control: it is there for the one who sent it.
    expect((await scout.get(path)).body).toContain('线索.csv');
  });
});

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#x27;');
