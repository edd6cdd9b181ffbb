import { readXlsx } from 'hucre/xlsx';
import { parseCsv } from 'hucre/csv';
import { plainText } from './spreadsheet';

/** A table is read whole; more is not a list that a person keeps. */
export const TABLE_LIMITS = { bytes: 2 * 1024 * 1024, unpacked: 32 * 1024 * 1024, rows: 2_000, columns: 30 };

/** How a file of the Excel before 2007 begins, and other files of those programs. */
export const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The file is no table that we can read. */
export class UnreadableTable extends Error {
  constructor(
    /** A workbook as Excel wrote them until 2003: whoever sent it can save it anew. */
    readonly isOldExcel = false,
  ) {
    super('unreadable table');
    this.name = 'UnreadableTable';
  }
}

/**
 * The first sheet of an xlsx file, or a csv file in UTF-8 or GB 18030, as texts. Cells that our own exports made
 * harmless come back as they were. @throws UnreadableTable
 */
export async function readTable(bytes: Buffer): Promise<string[][]> {
  if (bytes.length === 0 || bytes.length > TABLE_LIMITS.bytes) throw new UnreadableTable();
  if (bytes.subarray(0, 4).equals(OLD_EXCEL)) throw new UnreadableTable(true);
  const rows = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await sheetOf(bytes) : csvOf(bytes);
  return rows
    .slice(0, TABLE_LIMITS.rows)
    .map((row) => row.slice(0, TABLE_LIMITS.columns).map((cell) => plainText(textOf(cell))));
}

async function sheetOf(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  if (unpackedSize(bytes) > TABLE_LIMITS.unpacked) throw new UnreadableTable();
  try {
    const book = await readXlsx(new Uint8Array(bytes), { sheets: [0], maxRows: TABLE_LIMITS.rows });
    return book.sheets[0]?.rows ?? [];
  } catch {
    throw new UnreadableTable();
  }
}

/** What the directory of a zip says its parts unpack to; a small file that unpacks to much is refused unread. */
function unpackedSize(bytes: Buffer): number {
  let total = 0;
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 28 <= bytes.length;) {
    total += bytes.readUInt32LE(at + 24);
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1');
  }
  return total;
}

function csvOf(bytes: Buffer): readonly (readonly unknown[])[] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new UnreadableTable();
  const tabs = text.includes('\t');
  try {
    return parseCsv(text.replace(/^\ufeff/, ''), tabs ? { delimiter: '\t' } : { delimiter: ',' });
  } catch {
    throw new UnreadableTable();
  }
}

/** Excel saves csv in the code page of its machine: in China GB 18030. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : '';
}
