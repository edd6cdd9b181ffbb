import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from '../../../src/database/sql';
import { readSheetFile, receiveSheet } from '../../../src/exchange/import-file';
import { LeadImportsService } from '../../../src/exchange/lead-imports.service';
import { SheetThreads } from '../../../src/exchange/sheet-threads';
import { Refused } from '../../../src/domain/shared/refusal';
import { openLeadDesk, type LeadDesk } from '../../integration/leads/lead-desk';
import { onEachDatabase } from '../../support/databases';
import { completeRow, sheetOf } from './sheets';

const rows = 1500;

/** A sheet is read in a thread beside the server: what others notice of it, and what happens when the thread dies. */
onEachDatabase('a sheet read beside the server', (dialect) => {
  let desk: LeadDesk;
  let service: LeadImportsService;
  let threads: SheetThreads;
  let sheet: Buffer;
  const hosts = new Map<string, string>();
  beforeAll(async () => {
    desk = await openLeadDesk(dialect);
    service = desk.city.app.get(LeadImportsService);
    threads = desk.city.app.get(SheetThreads);
    sheet = await sheetOf(Array.from({ length: rows }, (_, n) => completeRow(n + 1)));
  });
  afterAll(() => desk.close());

  const received = () => receiveSheet(Readable.from([sheet]));
  const open = async (): Promise<string> => {
    const file = { name: '线索.xlsx', received: await received() };
    const viewer = await desk.viewer('scout-01');
    return service.open(viewer, '', file).finally(() => file.received.drop());
  };
  const stored = async (id: string): Promise<number> =>
    Number(
      (
        await desk.reader.one<{ n: number }>(
          sql`select count(*) as n from lead_import_row where import_id = ${id}`,
        )
      )?.n,
    );
  /** Kills the reading thread, as often as told, whenever there is one. @returns how often */
  async function killing(times: number, until: Promise<unknown>): Promise<number> {
    let [killed, open] = [0, true];
    void until.then(
      () => (open = false),
      () => (open = false),
    );
    while (open && killed < times) {
      const [thread] = threads.running;
      if (thread) {
        killed += 1;
        await thread.terminate();
      }
      await breathe();
    }
    return killed;
  }

  it('gives the same rows as reading it here, while the server is never held up for long', async () => {
    const file = await received();
    const here = await readSheetFile(file.path, hosts);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const there = await threads.read(file.path, hosts);
    clearInterval(beat);
    await file.drop();
    expect(there).toEqual(here);
    expect(there.rows).toHaveLength(rows);
    process.stdout.write(
      `[sheet] ${rows} rows read beside the server, held up ${longest.toFixed(0)} ms at most\n`,
    );
    expect(longest).toBeLessThan(250);
    expect(threads.running.size).toBe(0);
  });

  it('is read again where its thread was killed, and nothing is lost', async () => {
    const opened = open();
    expect(await killing(1, opened)).toBe(1);
    expect(await stored(await opened)).toBe(rows);
  });

  it('is refused in words where the thread dies again, stores nothing, and the next one is taken', async () => {
    const before = await desk.city.app.rowCounts();
    const opened = open();
    const refused = opened.then(
      () => null,
      (error: unknown) => error,
    );
    expect(await killing(2, opened)).toBe(2);
    expect(((await refused) as Refused).refusal.because).toBe('importReaderEnded');
    expect(await desk.city.app.rowCounts()).toEqual(before);
    expect(await stored(await open())).toBe(rows);
  });

  it('leaves no file and no thread behind when several come at once', async () => {
    const files = await Promise.all(Array.from({ length: 4 }, received));
    const read = await Promise.all(files.map(({ path }) => threads.read(path, hosts)));
    expect(read.map((one) => one.rows.length)).toEqual([rows, rows, rows, rows]);
    await Promise.all(files.map((file) => file.drop()));
    expect([threads.running.size, files.some(({ path }) => existsSync(path))]).toEqual([0, false]);
  });

  it('tells of an old .xls how to save it anew, on the page that sent it', async () => {
    const scout = await desk.city.app.signedIn('scout-01');
    const content = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
    ]);
    const file = { field: 'sheet', name: '线索.xls', type: 'application/vnd.ms-excel', content };
    const answer = await scout.upload('/leads/imports', {}, [file]);
    expect(answer.statusCode).toBe(422);
    for (const words of ['.xls', '另存为', 'Excel工作簿（*.xlsx）']) expect(answer.body).toContain(words);
  });
});
