import { controlName, type Field } from './field';
import { FIELDS } from './fields';
import type { LeadContent } from './lead-content';
import { withoutControlSymbols } from './values';

/** Texts of the form's controls by name, blank where nothing was said; lists of codes and ticks (`honours`, `intendedHosts`) as arrays. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What the form shows for a record: what was typed where it was kept, else the record's own text. */
export function formValues(content: LeadContent): FormValues {
  const shown = flatten(content as unknown as Record<string, unknown>, (value) => String(value));
  return { ...shown, ...content.asTyped };
}

/**
 * What a person typed, for showing a refused form again: every text of every field, only control symbols taken out.
 * Unlike a record it also holds what was too long or of the wrong shape.
 */
export function typedValues(body: Readonly<Record<string, unknown>>): FormValues {
  return flatten(body, (value) => withoutControlSymbols(String(value)));
}

type Write = (value: string | number | boolean) => string;

function flatten(holder: Readonly<Record<string, unknown>>, write: Write): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const field of FIELDS) put(values, field, field.code, ownOf(holder, field.code), write);
  return values;
}

function put(
  values: Record<string, string | readonly string[]>,
  field: Field,
  control: string,
  raw: unknown,
  write: Write,
): void {
  const parts = field.parts;
  if (field.kind === 'group' && parts !== undefined) {
    for (const part of parts)
      put(values, part, controlName(control, part.code), ownOf(raw, part.code), write);
    return;
  }
  if (field.kind !== 'list' && field.kind !== 'multi') {
    values[control] = textIn(Array.isArray(raw) ? raw.find(isText) : raw, write) ?? '';
    return;
  }
  const entries: readonly unknown[] = entriesIn(raw);
  if (parts === undefined) {
    values[control] = entries.flatMap((entry) => textIn(entry, write) ?? []).filter((text) => text !== '');
    return;
  }
  for (const [i, entry] of entries.entries())
    put(values, { ...field, kind: 'group' }, controlName(control, i), entry, write);
}

/** As `readContent` counts rows: those that nobody filled in are left out. */
function entriesIn(raw: unknown): readonly unknown[] {
  const entries = Array.isArray(raw)
    ? raw
    : isObject(raw)
      ? Object.values(raw)
      : raw === undefined
        ? []
        : [raw];
  return entries.filter(
    (entry) => !isObject(entry) || Object.values(entry).some((text) => textIn(text, String)),
  );
}

const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null;
const isText = (raw: unknown): raw is string | number | boolean =>
  typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
const textIn = (raw: unknown, write: Write): string | null => (isText(raw) ? write(raw) : null);

function ownOf(holder: unknown, key: string): unknown {
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}
