import { LEAD_SHEET_COLUMNS, type LeadSheetColumn } from '../domain/exchange/sheet-columns';
import { fieldWord, type Field } from '../domain/lead/field';
import { wordsFor, type Words } from '../words/words';

/** The head of a column without its unit: `联系人 · 姓名`, `意向园区2`. */
export function columnName({ control, whole, entry }: LeadSheetColumn, words: Words): string {
  const of = words.t(fieldWord(whole.code));
  const numbered = entry === null ? of : `${of}${entry}`;
  if (whole.parts === undefined) return numbered;
  return `${numbered} · ${words.t(fieldWord(control))}`;
}

/** With its unit behind: `总投资（万元）`. */
export function columnHead(column: LeadSheetColumn, words: Words): string {
  const { unit } = column.field;
  const name = columnName(column, words);
  return unit === undefined
    ? name
    : words.t('exchange.withUnit', { name, unit: words.t(`lead.unit.${unit}`) });
}

export function optionLabel({ dictionary }: Field, value: string, words: Words): string {
  return words.t(`lead.option.${dictionary ?? ''}.${value}`);
}

/** What remains of a head when stars, brackets, units, spaces and widths are left out of the comparison. */
function bare(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*·・:：\-_/.]/g, '');
}

const languages: readonly Words[] = [wordsFor('zh-CN'), wordsFor('en')];

/** Columns by what may stand above them: the code of the control, or its name in either language. */
const byHead = new Map<string, LeadSheetColumn>();
for (const column of LEAD_SHEET_COLUMNS)
  for (const head of [column.control, ...languages.map((words) => columnName(column, words))])
    if (!byHead.has(headKey(head))) byHead.set(headKey(head), column);

function headKey(head: string): string {
  return /^[a-z][A-Za-z0-9]*(\[\w+\])*$/.test(head) ? head.toLowerCase() : bare(head);
}

export function columnOfHead(head: string): LeadSheetColumn | null {
  const text = head.length > 200 ? '' : head.trim();
  return byHead.get(headKey(text)) ?? byHead.get(bare(text)) ?? null;
}

/** Values of an option field by what people read in its list, in either language, and by the value itself. */
const optionsOf = new Map<string, Map<string, string>>();

export function optionOfLabel(field: Field, label: string): string | null {
  const name = field.dictionary ?? field.code;
  let known = optionsOf.get(name);
  if (!known) {
    known = new Map();
    for (const value of field.options ?? []) {
      known.set(bare(value), value);
      for (const words of languages) known.set(bare(optionLabel(field, value, words)), value);
    }
    optionsOf.set(name, known);
  }
  return known.get(bare(label)) ?? null;
}
