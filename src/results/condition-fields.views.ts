import type { Day } from '../domain/shared/instant';
import { textField, type Field } from '../http/views/fields';

/** A date control shows nothing of a text it cannot read: such a text comes back in a plain one. */
export function dayField(
  named: { readonly id?: string; readonly name: string; readonly label: string },
  value: Day,
  error: string,
): Field {
  const isForControl = value === '' || /^\d{4}-\d\d-\d\d$/.test(value);
  return textField({ ...named, value, error, required: true, type: isForControl ? 'date' : 'text' });
}
