import { areaField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';

/** What was typed and what is wrong with it; `id` where a page holds several forms. */
interface Typed {
  readonly value: string;
  readonly error: string;
  readonly id?: string;
}

/** Why: in rulings, consultations and overrides alike it goes into the scout's letter. */
export function reasonField(typed: Typed, words: Words): Field {
  return areaField({
    ...typed,
    name: 'reason',
    label: words.t('results.ruling.reason'),
    hint: words.t('results.ruling.reason.hint'),
    required: true,
    rows: 3,
    max: 500,
  });
}

/** What the scout is asked to hand in, a line each. */
export function materialsField(typed: Typed, words: Words): Field {
  return areaField({
    ...typed,
    name: 'materials',
    label: words.t('after.materials'),
    hint: words.t('after.materials.hint'),
    optional: true,
    rows: 4,
  });
}
