import { UNIT_LEVELS } from '../domain/lead/scope-rules';
import { selectField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';

/** What a unit belongs to. `none`: the word for not saying so. */
export function levelField(
  given: {
    readonly chosen: string;
    readonly none: string;
    readonly error?: string | undefined;
    readonly disabled?: boolean;
  },
  words: Words,
): Field {
  const { chosen, none, error = '', disabled = false } = given;
  return selectField({
    name: 'level',
    label: words.t('unitLevel.label'),
    hint: words.t('unitLevel.hint'),
    optional: true,
    disabled,
    error,
    options: [
      { value: '', label: words.t(none), selected: chosen === '' },
      ...UNIT_LEVELS.map((one) => ({
        value: one,
        label: words.t(`unitLevel.${one}`),
        selected: one === chosen,
      })),
    ],
  });
}
