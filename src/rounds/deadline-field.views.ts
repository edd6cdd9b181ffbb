import { textField, type Field, type FieldInput } from '../http/views/fields';

/**
 * The field `deadlineAt`. A date control would show nothing of a text that it cannot read, so that what was typed
 * would be lost: such a text comes back in a plain one.
 */
export function deadlineField(
  input: Omit<FieldInput, 'name' | 'type' | 'required'> & { value: string },
): Field {
  const isForControl = input.value === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(input.value);
  return textField({
    ...input,
    name: 'deadlineAt',
    type: isForControl ? 'datetime-local' : 'text',
    required: true,
  });
}
