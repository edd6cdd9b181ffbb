import { typedText } from '../http/forms';
import { errorSummary, ErrorSummary, Field, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';

export interface SetupModel extends PageModel {
  errors: ErrorSummary | null;
  fields: Field[];
}

/** The set-up form, with what was typed (never the password) and what is wrong with it. */
export function setupView(
  typed: Record<string, unknown>,
  errors: Record<string, string>,
  words: Words,
): SetupModel {
  const field = (name: string, label: string, more: Partial<Parameters<typeof textField>[0]> = {}): Field =>
    textField({
      name,
      label: words.t(label),
      value: more.type === 'password' ? '' : typedText(typed, name),
      required: true,
      stacked: true,
      error: errors[name] ?? '',
      ...more,
    });
  return {
    page: { title: words.t('setup.title'), dataPage: 'setup', layout: 'plain' },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: [
      field('code', 'setup.code', { hint: words.t('setup.codeHint'), autocomplete: 'off' }),
      field('unitName', 'setup.unit', { autocomplete: 'organization' }),
      field('name', 'setup.name', { autocomplete: 'name' }),
      field('email', 'setup.email', { type: 'email', autocomplete: 'username' }),
      field('password', 'setup.password', {
        type: 'password',
        autocomplete: 'new-password',
        hint: words.t('setup.passwordHint'),
      }),
    ],
  };
}
