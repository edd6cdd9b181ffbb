import { Readable } from 'node:stream';
import { receiveSheet } from '../../../src/exchange/import-file';
import { LeadImportsService } from '../../../src/exchange/lead-imports.service';
import { Jobs } from '../../../src/jobs/jobs';
import { sql } from '../../../src/database/sql';
import { IMPORT_JOB } from '../../../src/exchange/lead-import-work.service';
import { spreadsheet, type Cell } from '../../../src/http/spreadsheet';
import { openLeadDesk, type LeadDesk } from '../../integration/leads/lead-desk';
import { onEachDatabase } from '../../support/databases';
import type { Visitor } from '../../support/visitor';
import { gb18030 } from './gb18030';
import { completeRow, csvOf, headOf, sheetOf } from './sheets';

onEachDatabase('leads from a spreadsheet', (dialect) => {
  let desk: LeadDesk;
  let scout: Visitor;
  const as = (account: string): Promise<Visitor> => desk.city.app.signedIn(account);
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    scout = await as('scout-01');
  });
  afterAll(() => desk.close());

  const send = async (content: Buffer, name = '线索.xlsx', visitor = scout, fields = {}): Promise<string> => {
    const file = { field: 'sheet', name, type: 'application/octet-stream', content };
    const answer = await visitor.upload('/leads/imports', fields, [file]);
    if (answer.statusCode !== 303) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 3000)}`);
    return String(answer.headers.location);
  };
  /** Everything that is to be done in the background, done. */
  const settle = async (): Promise<void> => {
    for (;;) {
      const [open] = await desk.reader.rows(
        sql`select id from lead_import where state in ('checking', 'applying') limit 1`,
      );
      if (!open) return;
      await desk.city.app.get(Jobs).runNow(IMPORT_JOB);
    }
  };
  const leadsOf = async (account: string): Promise<number> => {
    const row = await desk.reader.one<{ n: number | string }>(
      sql`select count(*) as n from lead join person on person.id = lead.scout_id where account = ${account}`,
    );
    return Number(row?.n);
  };
  const refused = async (content: Buffer, name = '线索.csv'): Promise<string> => {
    const before = await desk.city.app.rowCounts();
    const file = { field: 'sheet', name, type: 'text/csv', content };
    const answer = await scout.upload('/leads/imports', {}, [file]);
    expect(answer.statusCode).toBe(422);
    expect(await desk.city.app.rowCounts()).toEqual(before);
    return answer.body;
  };

  it('shows each problem beside its cell, enters what was chosen, and the same file again changes nothing', async () => {
    const rows: Cell[][] = [
      completeRow(1),
      ['缺投资方的项目', null],
      [...completeRow(3)].map((cell, i) => (headOf()[i] === 'totalInvestmentWan' ? '五亿' : cell)),
      completeRow(4),
      completeRow(1),
    ];
    const file = await sheetOf(rows);
    const before = await leadsOf('scout-01');
    const path = await send(file);
    await settle();
    const { body } = await scout.get(path);
    expect(body).toContain('全部无问题的行（2行）');
    expect(body).toMatch(/<b>[A-Z]+5<\/b> 总投资 <span class="dim">“五亿”/);
    expect(body).toContain('与第3行完全相同');
    expect(await leadsOf('scout-01')).toBe(before);

    expect((await scout.post(`${path}/application`, { which: 'clean', as: 'draft' })).statusCode).toBe(303);
    await settle();
    expect(await leadsOf('scout-01')).toBe(before + 2);
    expect((await scout.get(path)).body).toContain('存为草稿2行');

    // A part of the rest: the row whose total cannot be read is kept as a draft, with what was typed.
    expect((await scout.post(`${path}/application`, { which: 'some', rows: '4-5' })).statusCode).toBe(303);
    await settle();
    expect(await leadsOf('scout-01')).toBe(before + 3);

    const again = await send(file);
    await settle();
    const second = (await scout.get(again)).body;
    expect(second.match(/此前已登记，不会重复登记/g)).toHaveLength(4);
    expect((await scout.post(`${again}/application`, { which: 'clean', as: 'draft' })).statusCode).toBe(422);
    expect((await scout.post(`${again}/application`, { which: 'some', rows: '3-7' })).statusCode).toBe(422);
    expect(await leadsOf('scout-01')).toBe(before + 3);
  });

  it('hands in complete rows where that is chosen', async () => {
    const path = await send(await sheetOf([completeRow(11), ['只有名称的项目', '澄膜新材料有限公司']]));
    await settle();
    expect((await scout.get(path)).body).toContain('内容齐全，可提交');
    expect((await scout.post(`${path}/application`, { which: 'clean', as: 'submitted' })).statusCode).toBe(
      303,
    );
    await settle();
    expect((await scout.get(path)).body).toContain('已提交1行');
    const [lead] = await desk.reader.rows<{ state: string; number: string }>(
      sql`select lead.state, number from lead join lead_import_row on lead_id = lead.id where outcome = 'submitted'`,
    );
    expect(lead?.state).toBe('submitted');
    expect(lead?.number).toMatch(/^L-2026-/);
  });

  it('lets the secretariat enter for a scout, as drafts only, and nobody else look at it', async () => {
    const secretary = await as('secretary-01');
    const scoutId = (await desk.viewer('scout-02')).personId;
    const before = await leadsOf('scout-02');
    const path = await send(await sheetOf([completeRow(21)]), '代录.xlsx', secretary, { scout: scoutId });
    await settle();
    expect((await scout.get(path)).statusCode).toBe(404);
    expect((await scout.get(path.replace(/[^/]+$/, '0'.repeat(26)))).statusCode).toBe(404);
    expect(
      (await secretary.post(`${path}/application`, { which: 'clean', as: 'submitted' })).statusCode,
    ).toBe(422);
    expect((await secretary.post(`${path}/application`, { which: 'clean', as: 'draft' })).statusCode).toBe(
      303,
    );
    await settle();
    expect(await leadsOf('scout-02')).toBe(before + 1);
    expect((await (await as('scout-02')).get(path)).statusCode).toBe(200);
    expect((await (await as('inspector-01')).get('/leads/imports')).statusCode).toBe(403);
    // A scout cannot enter under somebody else's name.
    const file = { field: 'sheet', name: 'a.csv', type: 'text/csv', content: csvOf([completeRow(22)]) };
    expect((await scout.upload('/leads/imports', { scout: scoutId }, [file])).statusCode).toBe(422);
  });

  it('stops when told to, keeps what was entered, and tells how far it came', async () => {
    const service = desk.city.app.get(LeadImportsService);
    const viewer = await desk.viewer('scout-01');
    const received = await receiveSheet(Readable.from([await sheetOf([completeRow(31), completeRow(32)])]));
    // Sent in and nothing woken: the rows wait as they would on a busy server.
    const id = await service.open(viewer, '', { name: '线索.xlsx', received });
    const path = `/leads/imports/${id}`;
    const waiting = await scout.get(path);
    expect(waiting.headers['refresh']).toBe('2');
    expect(waiting.body).toContain('已核对0行，共2行');
    expect((await scout.post(`${path}/application`, { which: 'clean' })).statusCode).toBe(409);
    expect((await scout.post(`${path}/cancellation`)).statusCode).toBe(303);
    const stopped = await scout.get(path);
    expect(stopped.headers['refresh']).toBeUndefined();
    expect(stopped.body).toContain('已停止');
    expect((await scout.post(`${path}/cancellation`)).statusCode).toBe(409);
    // Rows nobody has looked at cannot be chosen.
    expect((await scout.post(`${path}/application`, { which: 'some', rows: '1-99' })).statusCode).toBe(422);
    await received.drop();
  });

  it('I-03 reads UTF-8 with and without a mark, UTF-16, GBK and GB18030 alike, whatever the line ends', async () => {
    const name = '镕喆重工（苏州）有限公司';
    const rare = '𬭎瀚新材料有限公司';
    const text = `项目名称,投资方全称,建设内容\r\n热泵压缩机扩建项目,${name},"一期,含""总装""\n二期"\r热管理部件项目,${name}二,无\n`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const big = Buffer.from(utf16).swap16();
    const files: [string, Buffer][] = [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16 little', utf16],
      ['UTF-16 big', big],
      ['GB18030', gb18030(text)],
    ];
    for (const [encoding, content] of files) {
      const path = await send(content, 'a.csv');
      const id = path.split('/').at(-1) ?? '';
      const rows = await desk.reader.rows<{ position: number; record: string }>(
        sql`select position, record from lead_import_row where import_id = ${id} order by position`,
      );
      expect([encoding, rows.map(({ position }) => position)]).toEqual([encoding, [2, 3]]);
      expect([encoding, JSON.parse(rows[0]?.record ?? '')]).toEqual([
        encoding,
        { title: '热泵压缩机扩建项目', investorName: name, summary: '一期,含"总装"\n二期' },
      ]);
    }
    await settle();
    const four = await send(gb18030(`项目名称,投资方全称\n热泵压缩机扩建项目,${rare}\n`), 'b.csv');
    expect((await scout.get(four)).body).toContain(rare);
    // Big5 reads as GBK by accident: nothing of it is stored.
    const big5 = Buffer.from('b6b5a5d8a6d7ba442ca7eb b8eaa4e8 a5fe bae90a'.replace(/ /g, ''), 'hex');
    expect(await refused(big5)).toContain('认不准文字编码');
    expect(await refused(Buffer.from(text.slice(0, 40), 'utf8').subarray(0, 31))).toContain('没有收下');
    expect(await refused(Buffer.from([0, 1, 2, 3, 0, 0, 9, 7, 0, 3]))).toContain('文件打不开');
  });

  it('I-05 has a defined result for double and missing columns, formulas, serials, merged cells, 1,000 columns', async () => {
    const missing = await refused(Buffer.from('项目名称,总投资（万元）\n热泵项目,5\n'));
    expect(missing).toContain('前10行里找不到表头');
    expect(await refused(Buffer.from('项目名称,投资方全称\n'))).toContain('表里没有线索');
    expect(await refused(Buffer.from('项目名称,投资方全称\n"热泵,甲\n'))).toContain('引号没有成对');
    expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.xls')).toContain('另存为');

    const wide = [...Array(1000).keys()].map((n) => `自定栏${n}`);
    const head = [
      '项目名称',
      '投资方全称',
      '投资方全称',
      '首次接触日期',
      '计划开工',
      '总投资（万元）',
      ...wide,
    ];
    const bytes = await spreadsheet([
      {
        name: '线索',
        columns: head.map((title) => ({ title, width: 10 })),
        rows: [
          ['热泵压缩机扩建项目', '澜岫热控股份有限公司', '别的名称', 46_356, 46_447, 52_000.5, ...wide],
          [
            '热泵压缩机改造项目',
            '澜岫热控股份有限公司',
            '澜岫热控股份有限公司',
            '2026/11/30',
            '2027年3月',
            null,
          ],
        ],
      },
    ]);
    const path = await send(bytes);
    await settle();
    const id = path.split('/').at(-1) ?? '';
    const rows = await desk.reader.rows<{ record: string; verdict: string }>(
      sql`select record, verdict from lead_import_row where import_id = ${id} order by position`,
    );
    expect(JSON.parse(rows[0]?.record ?? '')).toEqual({
      title: '热泵压缩机扩建项目',
      investorName: '澜岫热控股份有限公司',
      firstContactAt: '2026-11-30',
      plannedStart: '2027-03',
      totalInvestmentWan: '52000.5',
    });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['flawed', 'clean']);
    const { body } = await scout.get(path);
    expect(body).toContain('有1000列表头不认识');
    expect(body).toContain('同一栏在表中出现两次');
  });

  it('gives a template whose lists, codes and example come back as rows that can be read', async () => {
    const answer = await scout.get('/leads/import/template.xlsx');
    expect(answer.statusCode).toBe(200);
    expect(await refused(answer.rawPayload, '模板.xlsx')).toContain('表里没有线索');
  });
});
