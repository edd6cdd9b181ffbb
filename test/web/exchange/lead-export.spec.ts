import { readXlsx } from 'hucre/xlsx';
import { sql } from '../../../src/database/sql';
import { Lead } from '../../../src/leads/lead.entity';
import { openLeadDesk, sampleOf, samples, type LeadDesk } from '../../integration/leads/lead-desk';
import { onEachDatabase } from '../../support/databases';

/** Texts that a spreadsheet program could run, in every guise. */
const hostile = [
  '=HYPERLINK("http://x","y")',
  '+1+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '"=1+1',
  '”＋1',
  "'=1",
  "'引号开头",
];

onEachDatabase('leads to take away', (dialect) => {
  let desk: LeadDesk;
  const rowsOf = async (account: string, path: string): Promise<unknown[][]> => {
    const answer = await (await desk.city.app.signedIn(account)).get(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    return (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? [];
  };
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    for (const sample of samples) await desk.submitSample(sample.id);
  });
  afterAll(() => desk.close());

  it('holds the leads of the list as filtered, and only what the viewer may read', async () => {
    const [head, ...all] = await rowsOf('secretary-01', '/leads.xlsx');
    expect(head).toContain('投资方全称');
    // One of the samples could not be handed in: it repeats another's credit code.
    expect(all).toHaveLength(samples.length - 1);
    const [, ...manufacturing] = await rowsOf('secretary-01', '/leads.xlsx?track=manufacturing');
    expect(manufacturing.length).toBeGreaterThan(0);
    expect(manufacturing.length).toBeLessThan(all.length);
    const [, ...own] = await rowsOf('scout-01', '/leads.xlsx');
    const mine = samples.filter(({ scout }) => scout === 'scout-01');
    expect(own).toHaveLength(mine.length);
    // Amounts are numbers, to the two decimals they were typed with.
    const column = (head as string[]).findIndex((title) => title.startsWith('总投资'));
    expect(all.every((row) => typeof row[column] === 'number')).toBe(true);
    expect((await (await desk.city.app.signedIn('supporter-01')).get('/leads.xlsx')).statusCode).toBe(403);
  });

  it('masks the contact for those from whom the page masks it', async () => {
    const text = async (account: string): Promise<string> =>
      JSON.stringify(await rowsOf(account, '/leads.xlsx?columns=all'));
    expect(await text(sampleOf('S01').scout)).toContain('15400000001');
    for (const account of ['secretary-01', 'inspector-01', 'leader-01']) {
      const seen = await text(account);
      expect(seen).toContain('154****0001');
      expect(seen).not.toContain('15400000001');
      expect(seen).not.toContain('contact01@lead.example');
    }
  });

  it('I-04 lets no text run as a formula, keeps numbers numbers, and brings the same text back in', async () => {
    const scout = await desk.city.app.signedIn('scout-03');
    for (const [n, pollutants] of hostile.entries())
      await desk.draft('scout-03', {
        title: `往返核对项目${n}号`,
        investorName: '往返核对装备股份有限公司',
        pollutants,
        totalInvestmentWan: '-5',
        landMu: '12.3456',
      });
    const answer = await scout.get('/leads.xlsx?columns=all');
    const [head, ...rows] = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? [];
    const at = (title: string): number => (head as string[]).indexOf(title);
    const written = rows.filter((row) => String(row[at('项目名称')]).startsWith('往返'));
    written.sort((a, b) => (String(a[at('项目名称')]) < String(b[at('项目名称')]) ? -1 : 1));
    expect(written.map((row) => row[at('主要污染物')])).toEqual(hostile.map((text) => `'${text}`));
    expect(written.every((row) => row[at('用地（亩）')] === 12.3456)).toBe(true);
    // The control: without the apostrophe each of them but the last would be run by one program or another.
    expect(hostile.slice(0, -1).every((text) => /^["'”]?[=+\-@＝＋]/.test(text))).toBe(true);

    const file = { field: 'sheet', name: 'b.xlsx', type: 'a/b', content: answer.rawPayload };
    const sent = await scout.upload('/leads/imports', {}, [file]);
    const id = String(sent.headers.location).split('/').at(-1) ?? '';
    const stored = await desk.reader.rows<{ record: string }>(
      sql`select record from lead_import_row where import_id = ${id} order by position desc`,
    );
    const records = stored.map(({ record }) => JSON.parse(record) as Record<string, string>);
    const back = records.filter(({ title }) => title?.startsWith('往返'));
    expect(back.map(({ pollutants }) => pollutants).sort()).toEqual([...hostile].sort());
  });

  it('has the registers, the cage and the heads of the ledger beside their pages, for those who read these', async () => {
    const [, ...people] = await rowsOf('admin-01', '/admin/people.xlsx');
    const known = await desk.reader.one<{ n: number | string }>(sql`select count(*) as n from person`);
    expect(people).toHaveLength(Number(known?.n));
    expect((await rowsOf('secretary-01', '/admin/hosts.xlsx')).length).toBeGreaterThan(1);
    expect((await rowsOf('inspector-01', '/ledger/heads.xlsx'))[0]).toContain('链头');
    expect((await rowsOf('leader-01', '/cage.xlsx'))[0]).toContain('入笼编号');
    for (const [account, path] of [
      ['secretary-01', '/admin/people.xlsx'],
      ['scout-01', '/admin/hosts.xlsx'],
      ['scout-01', '/ledger/heads.xlsx'],
    ] as const)
      expect((await (await desk.city.app.signedIn(account)).get(path)).statusCode).toBe(403);
  });

  it('I-06 streams 50,000 rows within 200 MB, only those the viewer may read, and notes who took them', async () => {
    const many = dialect === 'sqlite' ? 50_000 : 5_000;
    await multiply(desk, many);
    const visitor = await desk.city.app.signedIn('secretary-01');
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const answer = await visitor.get('/leads.xlsx');
    clearInterval(watch);
    const grown = Math.round((most - before) / 1024 / 1024);
    process.stdout.write(
      `[export] ${many} rows: ${Math.round(answer.rawPayload.length / 1024)} KB, grown by ${grown} MB\n`,
    );
    expect(grown).toBeLessThan(200);
    const reported = await desk.reader.one<{ n: number | string }>(
      sql`select count(*) as n from lead where submitted_at is not null`,
    );
    expect(Number(reported?.n)).toBeGreaterThanOrEqual(many);
    const { sheets } = await readXlsx(answer.rawPayload);
    expect((sheets[0]?.rows.length ?? 0) - 1).toBe(Number(reported?.n));
    const [, ...own] = await rowsOf('scout-02', '/leads.xlsx');
    const mine = await desk.reader.one<{ n: number | string }>(
      sql`select count(*) as n from lead join person on person.id = scout_id where account = 'scout-02'`,
    );
    expect(own).toHaveLength(Number(mine?.n));
    // It is audited: each taking away is on record, with who and what.
    const { personId } = await desk.viewer('scout-02');
    const noted = await desk.reader.one<{ n: number | string }>(
      sql`select count(*) as n from access_record
          where kind = 'export' and detail = '/leads.xlsx' and person_id = ${personId}`,
    );
    expect(Number(noted?.n)).toBe(1);
  }, 180_000);

  it('says of so many how many were searched, where a single symbol is asked for', async () => {
    const visitor = await desk.city.app.signedIn('secretary-01');
    const copied = await desk.reader.one<{ title: string }>(sql`select title from lead where id = 'copy-1'`);
    const [symbol = ''] = copied?.title ?? '';
    expect((await visitor.get(`/leads?q=${encodeURIComponent(symbol)}`)).body).toContain('最近的1,200条');
    expect((await visitor.get('/leads?q=C-100001')).body).not.toContain('最近的1,200条');
  });
});

/** Copies a submitted lead until there are so many, with one statement. */
async function multiply(desk: LeadDesk, many: number): Promise<void> {
  const { columns } = desk.city.app.work['writer'].getMetadata(Lead);
  const changed: Record<string, string> = {
    id: "'copy-' || n",
    number: "'C-' || (n + 100000)",
    claimed_uscc: 'null',
    creation_key: 'null',
  };
  const names = columns.map(({ databaseName }) => databaseName);
  const values = names.map((name) => changed[name] ?? `lead.${name}`);
  await desk.city.app.work.run((tx) =>
    tx.run(
      sql.raw(`insert into lead (${names.join(', ')})
        with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${many})
        select ${values.join(', ')} from counted cross join
          (select * from lead where submitted_at is not null order by id limit 1) as lead`),
    ),
  );
}
