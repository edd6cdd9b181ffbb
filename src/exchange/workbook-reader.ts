import type { FileHandle } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { columnIndex } from '../domain/exchange/sheet-columns';
import { plainNumber } from '../domain/exchange/serial-days';
import { zipParts } from '../files/zip-parts';
import {
  attribute,
  BadSheet,
  elements,
  elementStream,
  nextElement,
  openingOf,
  textRuns,
  xmlText,
} from './sheet-xml';
import {
  dayStyles,
  firstSheet,
  headOf,
  prefixOf,
  sharedStrings,
  targetOf,
  texts,
  wholePart,
} from './workbook-parts';

/** What stands in a cell. Texts and numbers as people wrote them; a day is told from its number by the format. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'day' | 'error';
  /** Worked out by a formula: the value is the one it had when the file was saved. */
  readonly formula: boolean;
}

export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly position: number;
  /** By column index, blank ones left out. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** Cells that were made one: only the first of them holds something. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface OpenedSheet {
  readonly system: 1900 | 1904;
  readonly rows: AsyncGenerator<SheetRow>;
  /** Complete once all rows were read: workbooks name them behind the rows. */
  readonly merged: readonly MergedCells[];
}

/**
 * Opens the first visible sheet of a workbook. Reads the archive in pieces: memory is bounded by the shared strings
 * and one row, whatever the sheet claims about its size (`<dimension>` is not looked at).
 * @throws BadZip, BadSheet
 */
export async function openWorkbook(file: FileHandle, size: number): Promise<OpenedSheet> {
  const parts = new Map((await zipParts(file, size)).map((part) => [part.name.replace(/^\//, ''), part]));
  const workbook = await wholePart(file, parts.get('xl/workbook.xml'));
  if (workbook === null) throw new BadSheet('no workbook');
  const prefix = prefixOf(workbook, 'workbook');
  const relations = (await wholePart(file, parts.get('xl/_rels/workbook.xml.rels'))) ?? '';
  const sheet = parts.get(targetOf(firstSheet(workbook, prefix), relations));
  if (!sheet) throw new BadSheet('no sheet');
  const strings = await sharedStrings(file, parts.get('xl/sharedStrings.xml'));
  const days = dayStyles(await wholePart(file, parts.get('xl/styles.xml')));
  const properties = nextElement(workbook, `${prefix}workbookPr`);
  const dated = properties === null ? null : attribute(properties.attributes, 'date1904');
  const merged: MergedCells[] = [];
  return {
    system: dated === '1' || dated === 'true' ? 1904 : 1900,
    rows: sheetRows(texts(file, sheet), { strings, days }, merged),
    merged,
  };
}

interface Book {
  readonly strings: readonly string[];
  /** Whether a style, by its number, shows a number as a day. */
  readonly days: readonly boolean[];
}

async function* sheetRows(
  pieces: AsyncIterable<string>,
  book: Book,
  merged: MergedCells[],
): AsyncGenerator<SheetRow> {
  const { prefix, rest } = await headOf(pieces, 'worksheet');
  const rows = elementStream(rest, `${prefix}row`);
  let position = 0;
  let read = 0;
  for (;;) {
    const next = await rows.next();
    if (next.done) {
      merged.push(...mergedCells(next.value, prefix));
      return;
    }
    const given = Number(attribute(next.value.attributes, 'r') ?? position + 1);
    if (!Number.isInteger(given) || given <= position || given > 1_048_576) throw new BadSheet('row numbers');
    position = given;
    yield { position, cells: cellsOf(next.value.inner, prefix, book) };
    // Hundreds of rows come out of one piece: others are answered in between.
    if ((read += 1) % 50 === 0) await breathe();
  }
}

function cellsOf(row: string, prefix: string, book: Book): Map<number, SheetCell> {
  const cells = new Map<number, SheetCell>();
  let column = -1;
  for (const { attributes, inner } of elements(row, `${prefix}c`)) {
    const reference = attribute(attributes, 'r');
    column = reference === null ? column + 1 : columnIndex(reference);
    if (column < 0) throw new BadSheet('column');
    const cell = inner === '' ? null : cellOf(attributes, inner, prefix, book);
    if (cell !== null) cells.set(column, cell);
  }
  return cells;
}

function cellOf(
  attributes: string,
  inner: string,
  prefix: string,
  { strings, days }: Book,
): SheetCell | null {
  const formula = openingOf(inner, `${prefix}f`, 0) >= 0;
  const type = attribute(attributes, 't') ?? 'n';
  const value = nextElement(inner, `${prefix}v`)?.inner ?? '';
  const cell = (text: string, kind: SheetCell['kind']): SheetCell | null =>
    text.trim() === '' && !formula ? null : { text, kind, formula };
  switch (type) {
    case 's':
      return cell(strings[Number(value)] ?? '', 'text');
    case 'inlineStr':
      return cell(textRuns(inner, prefix), 'text');
    case 'str':
      return cell(xmlText(value), 'text');
    case 'b':
      return cell(value === '1' ? '是' : '否', 'text');
    case 'e':
      return cell(xmlText(value), 'error');
    case 'd':
      return cell(xmlText(value).slice(0, 10), 'text');
    default: {
      const number = plainNumber(value);
      if (number === null) return value === '' ? cell('', 'text') : cell(xmlText(value), 'error');
      return cell(number, days[Number(attribute(attributes, 's') ?? -1)] ? 'day' : 'number');
    }
  }
}

function mergedCells(tail: string, prefix: string): MergedCells[] {
  return [...elements(tail, `${prefix}mergeCell`)].flatMap(({ attributes }) => {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, 'ref') ?? '');
    if (match === null) return [];
    const [, fromColumn = '', fromRow, toColumn = '', toRow] = match;
    return [
      {
        fromRow: Number(fromRow),
        toRow: Number(toRow),
        fromColumn: columnIndex(fromColumn),
        toColumn: columnIndex(toColumn),
      },
    ];
  });
}
