import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '../../../src/database/sql';
import { foundCity, type TestCity } from '../../support/city';
import { completeRow, sheetOf } from '../../web/exchange/sheets';
import { installation, run } from './command-line';

const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'sheets-'));

describe('leads on the command line', () => {
  let city: TestCity;
  let environment: Record<string, string>;
  beforeAll(async () => {
    city = await foundCity('sqlite');
    await city.queuedLeads(2);
    environment = installation(city.app.config.DATABASE_URL, city.app.config.DATA_DIR);
  });
  afterAll(() => city.close());

  const drafts = async (): Promise<number> => {
    const row = await city.app.reader.one<{ n: number }>(
      sql`select count(*) as n from lead where investor_name like '试%'`,
    );
    return Number(row?.n);
  };

  it('enters the rows without problems, tells the others by their cells, and enters nothing twice', async () => {
    const path = join(folder, 'leads.xlsx');
    writeFileSync(path, await sheetOf([completeRow(1), ['没有投资方的项目', null], completeRow(3)]));
    const first = await run(environment, 'import:leads', path, '--scout', 'scout-01');
    expect(first.out).toContain('3 rows: 2 entered, 1 with problems left');
    expect(first.out).toContain('B4 Full name of the investor');
    expect(first.code).toBe(1);
    expect(await drafts()).toBe(2);
    const second = await run(environment, 'import:leads', path, '--scout', 'scout-01');
    expect(second.out).toContain('0 entered');
    expect(await drafts()).toBe(2);
    expect((await run(environment, 'import:leads', path, '--scout', 'nobody')).code).toBe(2);
    expect((await run(environment, 'import:leads', join(folder, 'none'), '--scout', 'scout-01')).code).toBe(
      2,
    );
    writeFileSync(join(folder, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
    const old = await run(environment, 'import:leads', join(folder, 'old.xls'), '--scout', 'scout-01');
    expect([old.code, old.err]).toEqual([1, expect.stringContaining('Save As')]);
  });

  it('writes reported leads out under the heads of the template, and writes over no file', async () => {
    const path = join(folder, 'out.xlsx');
    const made = await run(environment, 'export:leads', path);
    expect([made.code, made.err, made.out]).toEqual([0, '', expect.stringContaining('2 leads written')]);
    expect((await run(environment, 'export:leads', path)).code).toBe(1);
    const back = await run(environment, 'import:leads', path, '--scout', 'scout-02');
    expect(back.out).toContain('2 rows');
  });
});
