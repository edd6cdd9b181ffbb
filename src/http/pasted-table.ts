/** One row of what was pasted, with the number of the line it begins on, from 1. */
export interface PastedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A table as it comes from a spreadsheet (tabs) or a CSV file (commas), with quoted cells that may hold separators, line
 * ends and doubled quotation marks. The separator is a tab where the first line has one. Cells are trimmed, empty lines
 * passed over, a byte-order mark dropped.
 */
export function cellsIn(pasted: string): PastedRow[] {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = (): void => {
    cells.push(cell.trim());
    if (cells.some(Boolean)) rows.push({ line: begun, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const symbol = text[at] ?? '';
    if (quoted) {
      if (symbol === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (symbol === '"') quoted = false;
      else cell += symbol;
    } else if (symbol === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (symbol === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (symbol === '\n') endRow();
    else cell += symbol;
    if (symbol !== '\n') continue;
    line += 1;
    if (!quoted) begun = line;
  }
  endRow();
  return rows;
}
