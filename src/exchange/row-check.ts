import { leadSheetColumn } from '../domain/exchange/sheet-columns';
import type { RowVerdict } from '../domain/exchange/import-states';
import type { LeadContent } from '../domain/lead/content';
import { controlPath } from '../domain/lead/field';
import type { FieldProblem } from '../domain/lead/problem';
import { checkDraft } from '../domain/lead/rules';
import { readDraft } from '../leads/lead-drafts.service';
import type { RowProblem, SheetHead } from './lead-sheet';

export type RowValues = Readonly<Record<string, string>>;

/** A row as the form reads it. */
export interface ReadRow {
  readonly content: LeadContent;
  readonly problems: readonly RowProblem[];
}

/** Reads a row as if somebody had typed it into the form, and says what is wrong beside each cell. */
export function readRecord(values: RowValues, head: SheetHead): ReadRow {
  const { content, problems } = readDraft(bodyOf(values));
  const unread = checkDraft(content).warnings.filter(({ field }) => field in content.asTyped);
  const shownAt = (found: FieldProblem, blocks: boolean): RowProblem => {
    const { because, details } = found;
    const control = controlOf(found.field, head);
    const letter = head.letters[control] ?? '';
    return { control, letter, shown: (values[control] ?? '').slice(0, 60), because, details, blocks };
  };
  return {
    content,
    problems: [
      ...problems.map((found) => shownAt(found, true)),
      ...unread.map((found) => shownAt(found, false)),
    ],
  };
}

export function verdictOf(problems: readonly RowProblem[]): RowVerdict {
  if (problems.some(({ blocks }) => blocks)) return 'blocked';
  return problems.length > 0 ? 'flawed' : 'clean';
}

/** The nested body that the form would send: `contact[mobile]` inside `contact`, choices as a list. */
export function bodyOf(values: RowValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [control, text] of Object.entries(values)) {
    const column = leadSheetColumn(control);
    if (column === null || text.trim() === '') continue;
    const value = column.field.kind === 'multi' ? text.split('\n') : text;
    put(body, controlPath(control), value);
  }
  return body;
}

function put(holder: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) holder[step] = value;
  else put((holder[step] ??= {}) as Record<string, unknown>, rest, value);
}

/** The column that a problem is about: of a field without an entry's number, the first that the file has. */
function controlOf(field: string, head: SheetHead): string {
  if (leadSheetColumn(field) !== null) return field;
  const [code] = controlPath(field);
  return Object.keys(head.letters).find((control) => controlPath(control)[0] === code) ?? field;
}
