import type { LeadSheetColumn } from '../domain/exchange/sheet-columns';
import { dayOfSerial } from '../domain/exchange/serial-days';
import { plainText } from '../http/spreadsheet';
import { optionOfLabel } from './sheet-labels';
import type { SheetCell } from './workbook-reader';

/** What a cell says to the form; or why it says nothing that could be used. */
export type CellValue = { readonly value: string } | { readonly because: 'cellError' | 'formulaUnsaved' };

/** What texts are looked up in beside the dictionaries. */
export interface CellBook {
  readonly system: 1900 | 1904;
  /** Codes of hosts by their names. */
  readonly hosts: ReadonlyMap<string, string>;
}

/** Several choices in one cell. */
const betweenChoices = /[、,，;；\n]+/;
/** Codes that the template's lists show with their names behind: `C3911 计算机整机制造`. */
const codeInFront = {
  industry: /^[A-Za-z]\d{4}/,
  region: /^\d{6}/,
  country: /^[A-Za-z]{2}\b/,
  currency: /^[A-Za-z]{3}\b/,
};

/** Turns a cell into what the form's control would hold; what cannot be looked up stays as it is and is told later. */
export function cellValue(cell: SheetCell, column: LeadSheetColumn, book: CellBook): CellValue {
  if (cell.kind === 'error') return { because: 'cellError' };
  if (cell.formula && cell.text.trim() === '') return { because: 'formulaUnsaved' };
  return { value: valueOf(cell, column, book) };
}

function valueOf(cell: SheetCell, { field }: LeadSheetColumn, book: CellBook): string {
  const text = cell.kind === 'text' ? plainText(cell.text) : cell.text;
  switch (field.kind) {
    case 'day':
      return dayOf(cell, book) ?? text;
    case 'month':
      return dayOf(cell, book)?.slice(0, 7) ?? text;
    case 'year':
      return (cell.kind === 'day' ? dayOf(cell, book)?.slice(0, 4) : null) ?? text;
    case 'enum':
      return optionOfLabel(field, text) ?? text;
    case 'multi':
      return text
        .split(betweenChoices)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => optionOfLabel(field, part) ?? part)
        .join('\n');
    case 'bool':
      return /^[√✓✔]$/.test(text.trim()) ? '是' : text;
    case 'code':
      return codeOf(text, field.from, book);
    default:
      return cell.kind === 'day' ? (dayOf(cell, book) ?? text) : text;
  }
}

/** Days of five digits are meant even where the cell has no format of a day; years and months are shorter. */
function dayOf({ text, kind }: SheetCell, { system }: CellBook): string | null {
  if (kind === 'text' || !/^\d{5}(\.\d+)?$/.test(text)) return null;
  return dayOfSerial(Number(text), system);
}

function codeOf(text: string, from: LeadSheetColumn['field']['from'], { hosts }: CellBook): string {
  const plain = text.normalize('NFKC').trim();
  if (from === 'host') return hosts.get(plain) ?? plain.split(/\s/)[0] ?? plain;
  if (from === 'industry' || from === 'region' || from === 'country' || from === 'currency')
    return codeInFront[from].exec(plain)?.[0] ?? plain;
  return text;
}
