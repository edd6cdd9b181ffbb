import { errorSummary, type ErrorSummary, type Field, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';

/** The model of `ballots/code`. */
export interface VotingCodeModel extends PageModel {
  readonly title: string;
  readonly errors: ErrorSummary | null;
  readonly fields: readonly Field[];
}

export interface TypedCode {
  readonly whom: string;
  readonly code: string;
}

/** The page that takes a short code: whose it is, and the eight symbols. It says nothing of any round. */
export function votingCodeView(
  typed: TypedCode,
  errors: Readonly<Record<string, string>>,
  words: Words,
): VotingCodeModel {
  const title = words.t('votingLinks.code.title');
  const field = (name: keyof TypedCode, most: number): Field =>
    textField({
      name,
      label: words.t(`votingLinks.code.${name}`),
      hint: words.t(`votingLinks.code.${name}.hint`),
      value: typed[name].slice(0, most),
      error: errors[name] ?? '',
      autocomplete: name === 'whom' ? 'username' : 'one-time-code',
      required: true,
      stacked: true,
    });
  return {
    page: { title, dataPage: 'voting-code', layout: 'ballot' },
    title,
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: [field('whom', 254), field('code', 60)],
  };
}
