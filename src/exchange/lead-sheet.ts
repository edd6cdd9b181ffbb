import { columnLetters, type LeadSheetColumn } from '../domain/exchange/sheet-columns';
import { cellValue, type CellBook } from './cell-values';
import { columnOfHead } from './sheet-labels';
import type { MergedCells, SheetCell, SheetRow } from './workbook-reader';

/** Something is wrong with a cell, or with a row (`control` ''). `shown` is what stands in it, shortened. */
export interface RowProblem {
  readonly control: string;
  /** `AB`; '' for a field that has no cell in this file. */
  readonly letter: string;
  readonly shown: string;
  readonly because: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** Keeps the row out; otherwise a draft may keep it. */
  readonly blocks: boolean;
}

export interface LeadSheetRow {
  readonly position: number;
  /** What the form would hold, by control. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
}

export interface SheetHead {
  /** Column letters by control. */
  readonly letters: Readonly<Record<string, string>>;
  /** Heads of columns that are none of the form, the first few. */
  readonly unknown: readonly string[];
  readonly unknownCount: number;
}

export interface LeadSheet {
  readonly head: SheetHead;
  readonly rows: readonly LeadSheetRow[];
}

/** Why a file as a whole is not taken. */
export class UnfitSheet extends Error {
  constructor(
    readonly because: 'noHead' | 'tooManyRows' | 'noRows',
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(because);
  }
}

/** Rows of one file; ten thousand take about 20 MB here. */
export const MOST_ROWS = 20_000;
/** The head stands in one of the first rows; above it a title may be. */
const headWithin = 10;
/** The template's example begins so; it is no lead. */
const example = /^[（(【]?(示例|样例|example)[）)】:：]?/i;
/** Other programs write `false` into every empty tick box. */
const longestShown = 60;

interface Column {
  readonly index: number;
  readonly known: LeadSheetColumn;
}

/** Reads the rows of a file into what the lead form would hold. @throws UnfitSheet */
export async function readLeadSheet(
  source: AsyncIterable<SheetRow>,
  book: CellBook,
  merged: readonly MergedCells[],
): Promise<LeadSheet> {
  const iterator = source[Symbol.asyncIterator]();
  const { columns, heads, first } = await findHead(iterator);
  const rows: LeadSheetRow[] = [];
  let row: SheetRow | null = first;
  while (row !== null) {
    const read = readRow(row, columns, book);
    if (read !== null) rows.push(read);
    if (rows.length > MOST_ROWS) throw new UnfitSheet('tooManyRows', { most: MOST_ROWS });
    const next: IteratorResult<SheetRow> = await iterator.next();
    row = next.done ? null : next.value;
  }
  if (rows.length === 0) throw new UnfitSheet('noRows');
  const letters: Record<string, string> = {};
  for (const { index, known } of columns) letters[known.control] ??= columnLetters(index);
  const strange = [...heads].filter(([index]) => !columns.some((column) => column.index === index));
  const unknown = strange.slice(0, 8).map(([, { text }]) => text.slice(0, 40));
  return {
    head: { letters, unknown, unknownCount: strange.length },
    rows: merged.length === 0 ? rows : rows.map((one) => withMerged(one, columns, merged)),
  };
}

/** The row that names title and investor; where codes stand below it, the codes count. */
async function findHead(
  iterator: AsyncIterator<SheetRow>,
): Promise<{ columns: Column[]; heads: ReadonlyMap<number, SheetCell>; first: SheetRow | null }> {
  for (let seen = 0; seen < headWithin; seen += 1) {
    const next = await iterator.next();
    if (next.done) break;
    const columns = columnsIn(next.value);
    if (!isHead(columns)) continue;
    const below = await iterator.next();
    const row = below.done ? null : below.value;
    const codes = row === null ? [] : columnsIn(row);
    if (row === null || !isHead(codes)) return { columns, heads: next.value.cells, first: row };
    const behind = await iterator.next();
    return { columns: codes, heads: next.value.cells, first: behind.done ? null : behind.value };
  }
  throw new UnfitSheet('noHead');
}

function columnsIn({ cells }: SheetRow): Column[] {
  return [...cells].flatMap(([index, { text }]) => {
    const known = columnOfHead(text);
    return known === null ? [] : [{ index, known }];
  });
}

function isHead(columns: readonly Column[]): boolean {
  return ['title', 'investorName'].every((code) => columns.some(({ known }) => known.control === code));
}

/** Null for a row without anything in a known column, and for the template's example. */
function readRow(row: SheetRow, columns: readonly Column[], book: CellBook): LeadSheetRow | null {
  const values: Record<string, string> = {};
  const problems: RowProblem[] = [];
  const firstOf = new Map<string, SheetCell>();
  for (const { index, known } of columns) {
    const cell = row.cells.get(index);
    if (cell === undefined) continue;
    const { control } = known;
    const told = (because: string): void => {
      const [letter, shown] = [columnLetters(index), cell.text.slice(0, longestShown)];
      problems.push({ control, letter, shown, because, details: {}, blocks: false });
    };
    const earlier = firstOf.get(control);
    if (earlier !== undefined) {
      if (earlier.text !== cell.text) told('columnTwice');
      continue;
    }
    firstOf.set(control, cell);
    const read = cellValue(cell, known, book);
    if ('because' in read) told(read.because);
    else values[control] = read.value;
  }
  if (firstOf.size === 0 || example.test(values['title']?.trim() ?? '')) return null;
  return { position: row.position, values, problems };
}

/** Only the first of merged cells holds what was meant for all of them: nobody knows for how many. */
function withMerged(
  row: LeadSheetRow,
  columns: readonly Column[],
  merged: readonly MergedCells[],
): LeadSheetRow {
  const { position } = row;
  const problems = columns.flatMap(({ index, known: { control } }): RowProblem[] => {
    const inside = merged.some(
      (one) =>
        position >= one.fromRow && position <= one.toRow && index >= one.fromColumn && index <= one.toColumn,
    );
    if (!inside) return [];
    const shown = (row.values[control] ?? '').slice(0, longestShown);
    const letter = columnLetters(index);
    return [{ control, letter, shown, because: 'mergedCells', details: {}, blocks: false }];
  });
  return problems.length === 0 ? row : { ...row, problems: [...row.problems, ...problems] };
}
