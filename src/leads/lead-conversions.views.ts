import { fieldOfControl } from '../domain/lead/fields';
import { typedValues } from '../domain/lead/form-values';
import { conversionOf } from '../domain/lead/units';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { quantityText } from './lead-form-fields.views';
import { fullLabelOf } from './lead-words';

/** What was taken for what, of entries written in another unit than the one beside the box; '' where there is none. */
export function conversionsText(body: Readonly<Record<string, unknown>>, words: Words): string {
  const list = Object.entries(typedValues(body)).flatMap(([control, given]) => {
    const field = fieldOfControl(control);
    const found = field === null || typeof given !== 'string' ? null : conversionOf(given, field);
    if (field === null || found === null) return [];
    const label = fullLabelOf(control, words);
    return words.t('leads.readAs', {
      label,
      typed: found.typed,
      value: quantityText(found.value, field, words),
    });
  });
  return list.length === 0
    ? ''
    : words.t('leads.flash.readAs', { list: formatsFor(words).list(list.slice(0, 6)) });
}
