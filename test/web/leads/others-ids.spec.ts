import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';
import { declaredRoutes } from '../../support/routes';
import type { Visitor } from '../../support/visitor';

const none = '0'.repeat(26);

/** Every id of one scout tried by another, at every address and with every verb: as if it were unknown. */
onEachDatabase('A-05: what another scout has', (dialect) => {
  let city: TestCity;
  let owner: Visitor;
  let other: Visitor;
  let ids: string[];
  beforeAll(async () => {
    city = await foundCity(dialect);
    await city.openRound(2);
    const row = await city.app.reader.one<{ id: string; account: string; personId: string }>(
      sql`select lead.id, account, person.id as "personId" from lead join person on person.id = scout_id
          order by lead.id limit 1`,
    );
    owner = await city.app.signedIn(row?.account ?? '');
    const stranger = await city.app.reader.one<{ account: string }>(
      sql`select account from person where ',' || roles || ',' = ',scout,'
          and id not in (select scout_id from lead) order by account limit 1`,
    );
    other = await city.app.signedIn(stranger?.account ?? '');
    const csv = Buffer.from('项目名称,投资方全称\n年产二十万台热泵主机项目,临渚热能装备股份有限公司\n');
    const sent = await owner.upload('/leads/imports', {}, [
      { field: 'sheet', name: '线索.csv', type: 'text/csv', content: csv },
    ]);
    const found = await city.app.reader.rows<{ id: string }>(
      sql`select id from lead_revision where lead_id = ${row?.id ?? ''}
          union all select id from claim where lead_id = ${row?.id ?? ''}
          union all select id from round_item where lead_id = ${row?.id ?? ''}`,
    );
    const sheet = String(sent.headers.location).split('/').at(-1) ?? '';
    ids = [row?.id ?? '', row?.personId ?? '', sheet, ...found.map(({ id }) => id)];
  }, 60_000);
  afterAll(() => city.close());

  const addresses = (id: string): { method: 'GET' | 'POST'; path: string }[] =>
    declaredRoutes(city.app.app)
      .filter(({ url }) => url.includes(':') && !/^\/(dev|assets)|\*/.test(url))
      .map(({ method, url }) => ({
        method,
        path: url.replace(/:(number|v|n|version)\b/g, '1').replace(/:\w+/g, id),
      }));

  it('does not exist, by no address and no verb, and nothing changes', async () => {
    const plain = (body: string): string =>
      body.replace(/value="[^"]{26,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/[0-9a-z]{26}/g, '');
    const ask = async (visitor: Visitor, { method, path }: { method: 'GET' | 'POST'; path: string }) => {
      const answer = method === 'GET' ? await visitor.get(path) : await visitor.post(path, { reason: 'x' });
      return [answer.statusCode, plain(answer.body)] as const;
    };
    await other.csrfToken();
    const before = await city.app.rowCounts();
    let tried = 0;
    const unknown: (readonly [status: number, body: string])[] = [];
    for (const address of addresses(none)) unknown.push(await ask(other, address));
    for (const [n, id] of ids.entries())
      for (const [at, address] of addresses(id).entries()) {
        // Forms with the ids of the lead and of the sheet; the other ids stand in addresses that are read.
        if (address.method === 'POST' && n !== 0 && n !== 2) continue;
        const [status, body] = await ask(other, address);
        const [unknownStatus, unknownBody] = unknown[at] ?? [0, ''];
        tried += 1;
        expect([address.method, address.path, status, body]).toEqual([
          address.method,
          address.path,
          unknownStatus,
          unknownBody,
        ]);
      }
    expect(tried).toBeGreaterThan(400);
    expect(await city.app.rowCounts()).toEqual(before);
    // Control: for whom they are, they are there.
    const own: number[] = [];
    for (const id of ids.slice(0, 3))
      for (const address of addresses(id).filter(({ method }) => method === 'GET'))
        own.push((await owner.get(address.path)).statusCode);
    expect(own.filter((status) => status === 200).length).toBeGreaterThan(5);
  }, 120_000);
});
