import { type Field, selectField, textField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { FormErrors } from './panel.form';
import type { PanelRead } from './panels.queries';

/** Who may chair, and what was typed. */
export interface IdentityForm {
  readonly leaders: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
  readonly typed: { readonly name: string; readonly chairId: string; readonly deputyId?: string | null };
  readonly errors: FormErrors;
}

export interface IdentityModel {
  readonly action: string;
  readonly fields: readonly Field[];
}

/** The form for a panel's name, chair and deputy. Whoever it is now stays in the list, whatever became of their role. */
export function identityForm(
  panel: PanelRead,
  { leaders, typed, errors }: IdentityForm,
  words: Words,
): IdentityModel {
  const withPresent = (id: string | null, name: string | null) =>
    id === null || leaders.some((one) => one.id === id)
      ? leaders
      : [...leaders, { id, name: name ?? '', unitName: '' }];
  const options = (all: typeof leaders, chosen: string) =>
    all.map(({ id, name, unitName }) => ({
      value: id,
      label: `${name}　${unitName}`,
      selected: id === chosen,
    }));
  const deputyId = typed.deputyId ?? '';
  return {
    action: `/panels/${panel.id}`,
    fields: [
      textField({
        name: 'name',
        label: words.t('panels.field.name'),
        value: typed.name,
        error: errors['name'] ?? '',
        required: true,
        autocomplete: 'off',
      }),
      selectField({
        name: 'chairId',
        label: words.t('panels.col.chair'),
        error: errors['chairId'] ?? '',
        hint: words.t('panels.identity.hint'),
        required: true,
        options: options(withPresent(panel.chairId, panel.chairName), typed.chairId),
      }),
      selectField({
        name: 'deputyId',
        label: words.t('chairs.deputy'),
        error: errors['deputyId'] ?? '',
        hint: words.t('chairs.deputy.hint'),
        options: [
          { value: '', label: words.t('chairs.deputy.none'), selected: deputyId === '' },
          ...options(withPresent(panel.deputyId, panel.deputyName), deputyId),
        ],
      }),
    ],
  };
}

/** What it was called and who chaired it before, the latest first. */
export function termLines(panel: PanelRead, words: Words): string[] {
  const at = (instant: string): string => formatsFor(words).dayFull(instant);
  return [...panel.terms]
    .reverse()
    .map(({ name, chairName, deputyName, untilAt }) =>
      deputyName === null
        ? words.t('panels.identity.term', { name, chair: chairName, at: at(untilAt) })
        : words.t('chairs.term', { name, chair: chairName, deputy: deputyName, at: at(untilAt) }),
    );
}
