import { type Field, selectField, textField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { FormErrors } from './panel.form';
import type { PanelRead } from './panels.queries';

/** Who may chair, and what was typed. */
export interface IdentityForm {
  readonly leaders: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
  readonly typed: { readonly name: string; readonly chairId: string };
  readonly errors: FormErrors;
}

export interface IdentityModel {
  readonly action: string;
  readonly fields: readonly Field[];
}

/** The form for a panel's name and chair. Whoever chairs now stays in the list, whatever became of their role. */
export function identityForm(
  panel: PanelRead,
  { leaders, typed, errors }: IdentityForm,
  words: Words,
): IdentityModel {
  const present = { id: panel.chairId, name: panel.chairName, unitName: '' };
  const all = leaders.some(({ id }) => id === panel.chairId) ? leaders : [...leaders, present];
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
        options: all.map(({ id, name, unitName }) => ({
          value: id,
          label: `${name}　${unitName}`,
          selected: id === typed.chairId,
        })),
      }),
    ],
  };
}

/** What it was called and who chaired it before, the latest first. */
export function termLines(panel: PanelRead, words: Words): string[] {
  const at = (instant: string): string => formatsFor(words).dayFull(instant);
  return [...panel.terms]
    .reverse()
    .map(({ name, chairName, untilAt }) =>
      words.t('panels.identity.term', { name, chair: chairName, at: at(untilAt) }),
    );
}
