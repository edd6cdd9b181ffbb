import { writeXlsx } from 'hucre/xlsx';

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
}

/** What a spreadsheet program could take for the beginning of a formula, also behind a quotation mark or in full width. */
const formulaStart = /^["'“”‘’＇＂\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Text that no spreadsheet program runs as a formula, also after it has been saved as CSV: an apostrophe goes before
 * it. `plainText` takes it away again.
 */
export function harmless(text: string): string {
  return formulaStart.test(text) || text.startsWith("'") ? `'${text}` : text;
}

/** The text that `harmless` was given. */
export function plainText(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

/** A workbook of one or more sheets, each with a bold head that stays in sight. */
export async function spreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      columns: columns.map(({ width, format }) => ({ width, ...(format ? { numFmt: format } : {}) })),
      rows: [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellOf))],
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
    })),
  });
  return Buffer.from(bytes);
}

const cellOf = (cell: Cell): Cell => (typeof cell === 'string' ? harmless(cell) : cell);
