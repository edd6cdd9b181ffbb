import { spreadsheet, type Cell } from '../../../src/http/spreadsheet';
import { LEAD_SHEET_COLUMNS } from '../../../src/domain/exchange/sheet-columns';
import { sampleOf } from '../../integration/leads/lead-desk';

/** Codes of the columns of the sheets that these tests send. */
export function headOf(): string[] {
  return ['title', 'investorName', ...others];
}

const others = LEAD_SHEET_COLUMNS.map(({ control }) => control).filter(
  (control) => control !== 'title' && control !== 'investorName' && textOfSample(control) !== null,
);

function textOfSample(control: string): string | null {
  let value: unknown = sampleOf('S01').body;
  for (const step of control.split(/[[\]]/).filter(Boolean))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value.join('、') : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

/** A row that could be handed in, with a company and a credit code of its own. */
export function completeRow(n: number): Cell[] {
  return headOf().map((control) => {
    if (control === 'title') return `${n}号热泵压缩机扩建项目`;
    if (control === 'investorName') return `试${String.fromCodePoint(0x4e00 + n)}${n}装备股份有限公司`;
    if (control === 'uscc') return creditCode(n);
    return textOfSample(control);
  });
}

/** Two rows of heads as the template has them, and the rows. */
export function sheetOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const columns = headOf().map((title) => ({ title, width: 12 }));
  return spreadsheet([{ name: '线索', columns, rows: [headOf(), ...rows] }]);
}

export function csvOf(rows: readonly (readonly Cell[])[]): Buffer {
  const line = (cells: readonly Cell[]): string =>
    cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',');
  return Buffer.from([headOf(), ...rows].map(line).join('\r\n'));
}

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const inner = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A credit code with both of its check symbols right (GB 32100-2015). */
export function creditCode(n: number): string {
  const organisation = `MA${String(n).padStart(6, '0')}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...organisation].reduce(
    (all, symbol, i) => all + inner.indexOf(symbol) * (weights[i] ?? 0),
    0,
  );
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  const body = `91320506${organisation}${check}`;
  const total = [...body].reduce((all, symbol, i) => all + ((symbols.indexOf(symbol) * 3 ** i) % 31), 0);
  return body + (symbols[(31 - (total % 31)) % 31] ?? '');
}
