import { controlName, type Field, type PlacedField } from './field';
import { FIELDS } from './fields';
import type { LeadContent } from './lead-content';

/** One value of a record at the end of its path, under the name of its form control. */
export interface Leaf {
  readonly control: string;
  /** The field of the form it belongs to. */
  readonly top: PlacedField;
  /** The field itself, or the part of a group or list entry. */
  readonly field: Field;
  /** Null when nothing was said; an array only for lists of codes and for ticks. */
  readonly value: string | number | boolean | readonly string[] | null;
}

type Holder = Readonly<Record<string, unknown>>;

/** Every leaf of a record in the order of the form; list entries appear with their index. */
export function leavesOf(content: LeadContent): readonly Leaf[] {
  const holder = content as unknown as Holder;
  return FIELDS.flatMap((top) => leavesUnder(top, top, top.code, holder[top.code]));
}

function leavesUnder(top: PlacedField, field: Field, control: string, value: unknown): Leaf[] {
  const { parts } = field;
  if (parts === undefined) return [{ control, top, field, value: (value ?? null) as Leaf['value'] }];
  const entries: readonly [string, Holder][] =
    field.kind === 'list'
      ? (value as readonly Holder[]).map((entry, i) => [controlName(control, i), entry])
      : [[control, value as Holder]];
  return entries.flatMap(([at, entry]) =>
    parts.flatMap((part) => leavesUnder(top, part, controlName(at, part.code), entry[part.code])),
  );
}

/** Nothing said: null, an unticked box, an empty list. */
export function isUnsaid(value: Leaf['value']): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** An entry was typed that could not be read as what the field wants; the text waits in `asTyped`. */
export function isUnread(content: LeadContent, { control, field }: Pick<Leaf, 'control' | 'field'>): boolean {
  return field.kind !== 'text' && Object.hasOwn(content.asTyped, control);
}
