import { checkCreditCode, normaliseCreditCode, type RegionFacts } from '../lead/credit-code';
import { FIRM_STATES, type FirmState } from './chain';

/** A target firm as a row of a file says it. */
export interface FirmRow {
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
  /** Name of a segment of the chain; '' for none. */
  readonly segment: string;
  readonly note: string;
  readonly state: FirmState;
}

export interface ReadFirm {
  /** Of the file, from 1; the head is 1. */
  readonly line: number;
  readonly row: FirmRow;
  /** Words of the catalogue `chains.import.problem.*`, with what is wrong in which column. */
  readonly problems: readonly { readonly column: FirmColumn; readonly because: string }[];
}

export const FIRM_COLUMNS = ['name', 'uscc', 'region', 'segment', 'note', 'state'] as const;
export type FirmColumn = (typeof FIRM_COLUMNS)[number];

/** More rows are several files. */
export const MOST_FIRM_ROWS = 1000;

/** The head in either language, and the state words of either. */
export interface FirmRowWords {
  readonly heads: Readonly<Record<FirmColumn, readonly string[]>>;
  readonly states: ReadonlyMap<string, FirmState>;
}

export interface FirmRowFacts extends FirmRowWords {
  readonly segments: ReadonlySet<string>;
  readonly regions: RegionFacts;
  keyOf(name: string): string;
}

const clean = (cell: string): string => cell.normalize('NFKC').replace(/\s+/gu, ' ').trim();

/**
 * Reads a table of firms. A first line with the head names the columns in any order; without one they are taken in
 * the order of the template. Empty lines are left out. Each problem stays beside its row, which is then not taken.
 */
export function readFirmRows(table: readonly (readonly string[])[], facts: FirmRowFacts): ReadFirm[] {
  const cells = table.map((line) => line.map(clean));
  const head = columnsOf(cells[0] ?? [], facts);
  const columns = head ?? FIRM_COLUMNS;
  const seen = new Map<string, number>();
  return cells.flatMap((line, at) => {
    if ((head !== null && at === 0) || line.every((cell) => cell === '')) return [];
    const read = readOne(line, at + 1, columns, facts);
    const keys = [facts.keyOf(read.row.name), read.row.uscc ?? ''].filter((key) => key !== '');
    const twice = keys.some((key) => seen.has(key));
    for (const key of keys) seen.set(key, at + 1);
    return [twice ? { ...read, problems: [...read.problems, { column: 'name', because: 'twice' }] } : read];
  });
}

function columnsOf(line: readonly string[], { heads }: FirmRowWords): (FirmColumn | null)[] | null {
  const columns = line.map(
    (cell) => FIRM_COLUMNS.find((column) => heads[column].includes(cell.replace(/[*＊\s]/gu, ''))) ?? null,
  );
  return columns.includes('name') ? columns : null;
}

function readOne(
  line: readonly string[],
  number: number,
  columns: readonly (FirmColumn | null)[],
  facts: FirmRowFacts,
): ReadFirm {
  const cell = (column: FirmColumn): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (line[at] ?? '');
  };
  const problems: { column: FirmColumn; because: string }[] = [];
  const bound = (column: FirmColumn, most: number): string => {
    if ([...cell(column)].length > most) problems.push({ column, because: 'long' });
    return cell(column);
  };
  const name = bound('name', 100);
  if ([...name].length < 2 || facts.keyOf(name) === '') problems.push({ column: 'name', because: 'name' });
  const uscc = normaliseCreditCode(cell('uscc').replace(/-/gu, ''));
  if (uscc !== '' && !isCreditCode(uscc, facts.regions)) problems.push({ column: 'uscc', because: 'uscc' });
  const segment = cell('segment');
  if (segment !== '' && !facts.segments.has(segment))
    problems.push({ column: 'segment', because: 'segment' });
  const said = cell('state');
  const state = said === '' ? 'planned' : facts.states.get(said);
  if (state === undefined) problems.push({ column: 'state', because: 'state' });
  const row: FirmRow = {
    name,
    uscc: uscc === '' ? null : uscc,
    region: bound('region', 60),
    segment,
    note: bound('note', 500),
    state: state ?? FIRM_STATES[0],
  };
  return { line: number, row, problems };
}

/** Right, or an early issue whose last symbol alone is off, as leads may have too. */
export function isCreditCode(code: string, regions: RegionFacts): boolean {
  const { fault, legacyCandidate } = checkCreditCode(code, regions);
  return fault === null || legacyCandidate;
}

/** Rows pasted from a spreadsheet have tabs; a line with none of them is cut at commas, Chinese ones too. */
export function pastedTable(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line.includes('\t') ? line.split('\t') : line.split(/[,，]/u)));
}

/** Back to text with tabs, to be sent with the act that applies what was looked at. */
export function tableText(rows: readonly FirmRow[], words: { state(state: FirmState): string }): string {
  return rows
    .map(({ name, uscc, region, segment, note, state }) =>
      [name, uscc ?? '', region, segment, note, words.state(state)].join('\t'),
    )
    .join('\n');
}
