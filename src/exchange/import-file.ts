import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { csvRows, UnreadableCsv } from '../domain/exchange/csv';
import { decodeText } from '../domain/exchange/text-encoding';
import { refuse, Refused } from '../domain/shared/refusal';
import { BadZip } from '../files/zip-parts';
import { OLD_EXCEL } from '../http/table-reader';
import { readLeadSheet, UnfitSheet, type LeadSheet } from './lead-sheet';
import { BadSheet } from './sheet-xml';
import { openWorkbook, type SheetCell, type SheetRow } from './workbook-reader';

/** A file on disk while it is read. */
export interface ReceivedSheet {
  readonly path: string;
  readonly digest: string;
  drop(): Promise<void>;
}

/** Takes the bytes of an upload into a folder of their own, outside the database's turn and outside memory. */
export async function receiveSheet(bytes: Readable): Promise<ReceivedSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'sheet');
  const hash = createHash('sha256');
  try {
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
    return { path, digest: hash.digest('hex'), drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/**
 * Reads a workbook (.xlsx) or a text with separators by its content, whatever its name says.
 * @throws Refused (422) saying in words why the file as a whole is not taken
 */
export async function readSheetFile(path: string, hosts: ReadonlyMap<string, string>): Promise<LeadSheet> {
  try {
    return await readByContent(path, hosts);
  } catch (error) {
    if (error instanceof UnfitSheet) throw unfit(`importUnfit.${error.because}`, error.details);
    if (error instanceof BadZip || error instanceof BadSheet) throw unfit('importUnreadable');
    if (error instanceof UnreadableCsv) throw unfit('importBroken');
    throw error;
  }
}

const unfit = (because: string, details: Readonly<Record<string, string | number>> = {}): Refused =>
  new Refused(refuse(because, details), 422);

async function readByContent(path: string, hosts: ReadonlyMap<string, string>): Promise<LeadSheet> {
  const { size } = await stat(path);
  if (size === 0) throw unfit('fileEmpty');
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
      const { rows, merged, system } = await openWorkbook(file, size);
      return await readLeadSheet(rows, { system, hosts }, merged);
    }
    if (buffer.subarray(0, 4).equals(OLD_EXCEL)) throw unfit('importOldExcel');
  } finally {
    await file.close();
  }
  const decoded = decodeText(await readFile(path));
  if ('unreadable' in decoded)
    throw unfit(decoded.unreadable === 'binary' ? 'importUnreadable' : 'importEncoding');
  return readLeadSheet(textRows(decoded.text), { system: 1900, hosts }, []);
}

async function* textRows(text: string): AsyncGenerator<SheetRow> {
  for (const { position, cells } of csvRows(text)) {
    const filled = cells.flatMap((cell, index): [number, SheetCell][] =>
      cell.trim() === '' ? [] : [[index, { text: cell, kind: 'text', formula: false }]],
    );
    yield { position, cells: new Map(filled) };
    if (position % 100 === 0) await breathe();
  }
}
