import { errorOf, typedText, type FieldError } from '../http/forms';
import { pageHead, type PageHeadInput } from '../http/views/acts';
import { errorSummary, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import type { Refusal } from '../domain/shared/refusal';
import type { Words } from '../words/words';
import { refusalText } from './refusal-text';
import type { TodoLine } from './todo-line.views';

/** A form of such a page that came back: what was typed, and what is wrong with it. */
export interface SentBack {
  readonly form: string;
  readonly typed: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

export interface AfterForm {
  readonly id: string;
  readonly title: string;
  readonly action: string;
  readonly files: boolean;
  readonly note: string;
  readonly consequences: readonly string[];
  readonly fields: readonly Field[];
  readonly submits: readonly {
    readonly label: string;
    readonly tone: string;
    readonly name: string;
    readonly value: string;
    readonly disabled: boolean;
    readonly why: string;
  }[];
  readonly why: string;
}

export interface AfterSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { readonly label: string; readonly value: string; readonly sub: string }[];
  } | null;
  readonly list: { readonly items: readonly TodoLine[] } | null;
  readonly says: readonly { readonly tag: Tag | null; readonly text: string; readonly cite: string }[];
  readonly empty: string;
}

/** The model of `results/after`: what there is to know, then what there is to do. */
export interface AfterPage extends PageModel {
  readonly summary: ErrorSummary | null;
  readonly intro: string;
  readonly sections: readonly AfterSection[];
  readonly forms: readonly AfterForm[];
}

interface PageInput {
  readonly dataPage: string;
  readonly title: string;
  readonly meta?: PageHeadInput['meta'];
  readonly acts?: PageHeadInput['acts'];
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
  readonly intro?: string;
  readonly sections: readonly AfterSection[];
  readonly forms: readonly AfterForm[];
  readonly sent: SentBack | null;
}

export function afterPage(input: PageInput, words: Words): AfterPage {
  const { title, meta = [], acts = [], crumbs, sent } = input;
  return {
    page: {
      title,
      dataPage: input.dataPage,
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, ...crumbs, { label: title }],
      head: pageHead({ title, meta, acts }),
    },
    summary: sent === null ? null : errorSummary(words.t('after.form.wrong'), inOrder(sent, input.forms)),
    intro: input.intro ?? '',
    sections: input.sections,
    forms: input.forms,
  };
}

/** What is wrong, in the order in which the form asks. */
function inOrder({ form, errors }: SentBack, forms: readonly AfterForm[]): readonly FieldError[] {
  const fields = forms.find(({ id }) => id === form)?.fields ?? [];
  const names = fields.map(({ name }) => name);
  return [...errors]
    .sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field))
    .map(({ field, message }) => ({
      field: fields.find(({ name }) => name === field)?.id ?? field,
      message,
    }));
}

export function afterSection(
  given: Pick<AfterSection, 'id' | 'title'> & Partial<AfterSection>,
): AfterSection {
  return { note: '', facts: null, list: null, says: [], empty: '', ...given };
}

/** A pair of the partial `facts`. */
export function fact(label: string, value: string, sub = ''): { label: string; value: string; sub: string } {
  return { label, value, sub };
}

interface FormInput {
  readonly id: string;
  readonly title: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone?: 'primary' | 'danger' | '';
  /** A second button that sends the same form with another verdict. */
  readonly verdicts?: readonly { readonly label: string; readonly value: string; readonly tone: string }[];
  readonly files?: boolean;
  readonly note?: string;
  readonly consequences?: readonly string[];
  readonly refusal?: Refusal | null;
}

/** A form whose button carries the reason why it cannot be pressed now. */
export function afterForm(input: FormInput, words: Words): AfterForm {
  const { id, title, action, fields, submit, tone = 'primary', verdicts, refusal = null } = input;
  const disabled = refusal !== null;
  const given = verdicts ?? [{ label: submit, tone, value: '' }];
  return {
    id,
    title,
    action,
    files: input.files ?? false,
    note: input.note ?? '',
    consequences: input.consequences ?? [],
    fields,
    submits: given.map((button) => ({
      ...button,
      name: verdicts === undefined ? '' : 'verdict',
      disabled,
      why: `${id}-why`,
    })),
    why: refusal === null ? '' : refusalText(refusal, words),
  };
}

/** Reads back what was typed into one form of a page; '' and no error where another one was sent. */
export class TypedForm {
  private readonly back: SentBack | null;

  constructor(form: string, sent: SentBack | null) {
    this.back = sent?.form === form ? sent : null;
  }

  value(name: string, otherwise = ''): string {
    return this.back === null ? otherwise : typedText(this.back.typed, name);
  }

  chosen(name: string): readonly string[] {
    const given = this.back?.typed[name];
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    return list.filter((entry): entry is string => typeof entry === 'string');
  }

  error(name: string): string {
    return this.back === null ? '' : errorOf(this.back.errors, name);
  }
}
