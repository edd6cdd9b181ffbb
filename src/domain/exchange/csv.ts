export interface CsvRow {
  /** As a spreadsheet program numbers it, from 1. */
  readonly position: number;
  readonly cells: readonly string[];
}

/** A text cell longer than any field, or a row with more cells than a sheet has columns. */
export class UnreadableCsv extends Error {}

const longestCell = 32_767;
const mostCells = 16_384;

/**
 * The rows of a text with separators: comma, semicolon or tab, whichever the first line has most of. Line ends of all
 * kinds, also mixed. @throws UnreadableCsv
 */
export function* csvRows(text: string): Generator<CsvRow> {
  const separator = separatorOf(text);
  let cells: string[] = [];
  let position = 1;
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    if (cell.length > longestCell || cells.length >= mostCells) throw new UnreadableCsv(`row ${position}`);
    cells.push(cell);
    if (text[end] === separator) {
      at = end + 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    yield { position, cells };
    position += 1;
    cells = [];
  }
  if (cells.length > 0) yield { position, cells };
}

function separatorOf(text: string): string {
  const line = /^[^\r\n]{0,20000}/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => line.split(separator).length;
  return ['\t', ';', ','].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(from, end), end };
}

/** Doubled quotation marks stand for one; what follows the closing one up to the separator belongs to the cell. */
function quotedCell(text: string, from: number): { cell: string; end: number } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - from > 2 * longestCell) throw new UnreadableCsv('open quotation mark');
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}
