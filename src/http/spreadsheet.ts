import { Readable } from 'node:stream';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { columnLetters } from '../domain/exchange/sheet-columns';

/** A cell: text, a number that stays one, or nothing. */
export type Cell = string | number | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters of a Latin letter; a Han character takes two. */
  readonly width: number;
  /** Of numbers, as Excel writes it: `0.00`. */
  readonly format?: string;
}

export interface Sheet {
  /** Excel takes no more than 31 characters, and none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns whose cells, from this row on (counted from 1), take one value of a range such as `lists!$A$1:$A$9`. */
  readonly choices?: readonly { readonly column: number; readonly fromRow: number; readonly range: string }[];
  /** Rows that are not shown, counted from 1. */
  readonly hiddenRows?: readonly number[];
  /** Not shown, and not offered among the hidden sheets either. */
  readonly hidden?: true;
}

/** As far down as a list of choices reaches. */
const lastRow = 20_010;

/** What a spreadsheet program could take for the beginning of a formula, also behind a quotation mark or in full width. */
const formulaStart = /^["'“”‘’＇＂\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Text that no spreadsheet program runs as a formula, also after it has been saved as CSV: an apostrophe goes before
 * it. `plainText` takes it away again.
 */
export function harmless(text: string): string {
  return formulaStart.test(text) || text.startsWith("'") ? `'${text}` : text;
}

/** The text that `harmless` was given; an apostrophe that somebody else put in front stays. */
export function plainText(text: string): string {
  return text.startsWith("'") && harmless(text.slice(1)) === text ? text.slice(1) : text;
}

/** A workbook of one or more sheets, each with a bold head that stays in sight. */
export async function spreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows, choices = [], hiddenRows = [], hidden }) => ({
      name: sheetName(name),
      columns: columns.map(({ width, format }) => ({ width, ...(format ? { numFmt: format } : {}) })),
      rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellOf))],
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
      ...(hidden ? { veryHidden: true } : {}),
      rowDefs: new Map(hiddenRows.map((row) => [row - 1, { hidden: true }])),
      dataValidations: choices.map(({ column, fromRow, range }) => ({
        type: 'list' as const,
        formula1: range,
        allowBlank: true,
        // A warning: what is not in the list is told by the import, beside the cell.
        showErrorMessage: true,
        errorStyle: 'warning' as const,
        range: `${columnLetters(column)}${fromRow}:${columnLetters(column)}${lastRow}`,
      })),
    })),
  });
  return Buffer.from(bytes);
}

/**
 * A workbook of one sheet with as many rows as come, written while they come: memory does not grow with them. Whoever
 * gives the rows waits until the reader has taken the ones before.
 */
export function spreadsheetStream(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Readable {
  async function* cells(): AsyncGenerator<Cell[]> {
    for await (const row of rows) yield row.map(cellOf);
  }
  const options = {
    name: sheetName(name),
    columns: columns.map(({ title, width, format }) => ({
      header: title,
      width,
      ...(format ? { numFmt: format } : {}),
    })),
    freezePane: { rows: 1 },
  };
  return Readable.fromWeb(writeXlsxStream(cells(), options));
}

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

const cellOf = (cell: Cell): Cell => (typeof cell === 'string' ? harmless(cell) : cell);
