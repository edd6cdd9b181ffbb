import type { FieldError } from '../forms';
import type { Words } from '../../words/words';
import type { Hidden } from './acts';
import { errorSummary, type ErrorSummary, type Field } from './fields';

/** The model of the partial `office-form`: a form in groups, as office pages have it. */
export interface OfficeForm {
  readonly id: string;
  readonly action: string;
  readonly multipart: boolean;
  readonly hidden: readonly Hidden[];
  readonly errors: ErrorSummary | null;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly fields: readonly Field[];
  }[];
  readonly submit: string;
  readonly cancel: { readonly label: string; readonly href: string } | null;
  /** Why it cannot be sent now; `''` where it can. */
  readonly why: string;
}

export type OfficeFormInput = Pick<OfficeForm, 'action' | 'submit'> &
  Partial<Omit<OfficeForm, 'errors' | 'groups'>> & {
    readonly errors?: readonly FieldError[];
    readonly groups: readonly {
      readonly title?: string;
      readonly note?: string;
      readonly fields: readonly Field[];
    }[];
  };

export function officeForm(input: OfficeFormInput, words: Words): OfficeForm {
  const { errors = [], groups, ...given } = input;
  return {
    id: '',
    multipart: false,
    hidden: [],
    cancel: null,
    why: '',
    ...given,
    errors: errorSummary(words.t('ui.errors.title', { n: errors.length }), errors),
    groups: groups.map(({ title = '', note = '', fields }) => ({ title, note, fields })),
  };
}
