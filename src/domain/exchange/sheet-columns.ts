import { controlName, type Field } from '../lead/field';
import { FIELDS } from '../lead/fields';

/** Entries of a list with parts that a sheet has columns for; more are added in the form. */
const entriesInSheet = 3;

/** A column of the lead sheet: one control of the form. */
export interface LeadSheetColumn {
  /** The name of the control, `contact[mobile]`: what stands in the hidden second row of the template. */
  readonly control: string;
  readonly field: Field;
  /** The field whose part this is. */
  readonly whole: Field;
  /** 1, 2, 3 where the form has a list. */
  readonly entry: number | null;
}

/** Every control of the form in its order; several values of a multiple choice stand in one cell. */
export const LEAD_SHEET_COLUMNS: readonly LeadSheetColumn[] = FIELDS.flatMap((field) => columnsOf(field));

const byControl = new Map(LEAD_SHEET_COLUMNS.map((column) => [column.control, column]));

export function leadSheetColumn(control: string): LeadSheetColumn | null {
  return byControl.get(control) ?? null;
}

function columnsOf(field: Field): LeadSheetColumn[] {
  const { code, kind, parts } = field;
  if (kind === 'group')
    return (parts ?? []).map((part) => ({
      control: controlName(code, part.code),
      field: part,
      whole: field,
      entry: null,
    }));
  if (kind !== 'list') return [{ control: code, field, whole: field, entry: null }];
  const most = Math.min(entriesInSheet, field.max ?? entriesInSheet);
  return Array.from({ length: most }, (_, i) =>
    parts === undefined
      ? [
          {
            control: controlName(code, i),
            field: { ...field, kind: 'code' as const },
            whole: field,
            entry: i + 1,
          },
        ]
      : parts.map((part) => ({
          control: controlName(code, i, part.code),
          field: part,
          whole: field,
          entry: i + 1,
        })),
  ).flat();
}

/** `0` → `A`, `27` → `AB`: how spreadsheet programs name a column. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

/** `AB12` → 27; -1 where it names no column up to XFD. */
export function columnIndex(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return index < 16_384 ? index : -1;
}
