import type { Refusal } from '../domain/shared/refusal';
import { errorOf, typedText, type FieldError } from '../http/forms';
import type { Field } from '../http/views/fields';
import type { Words } from '../words/words';
import type { LeadPageData } from './lead-page-data';

/** A form of the lead page that was sent and has to be corrected. */
export interface SentForm {
  readonly form:
    'intake' | 'withdrawal' | 'host-statements' | 'element-answers' | 'offers' | 'declined-words';
  readonly errors: readonly FieldError[];
  readonly typed: Record<string, unknown>;
}

/** The model of `leads/_act-form`: fields and one button, with the reason beside it when it cannot be pressed. */
export interface ActForm {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
  readonly disabled: boolean;
  readonly why: string;
}

/** The sentence of a refusal. */
export function refusalText(refusal: Refusal, words: Words): string {
  return words.t(`refusal.${refusal.because}`, refusal.details);
}

/** Makes the fields of one form of the page: with what was typed into it when it has to be corrected. */
export class ActFormMaker {
  private readonly back: SentForm | null;

  constructor(
    private readonly form: SentForm['form'],
    private readonly data: LeadPageData,
    sent: SentForm | null,
    readonly words: Words,
  ) {
    this.back = sent?.form === form ? sent : null;
  }

  /** What every field of the form has: its name, label, hint, and what was typed with what is wrong with it. */
  field(name: string, label: string, hint = '') {
    return {
      name,
      id: `${this.form}-${name}`,
      label: this.words.t(label),
      hint: hint === '' ? '' : this.words.t(hint),
      value: this.typed(name),
      error: this.back === null ? '' : errorOf(this.back.errors, name),
      stacked: true,
    };
  }

  /** Choices with their words under `prefix`; nothing is chosen unless it was. */
  choices<T extends string>(name: string, values: readonly T[], prefix: string) {
    const typed = this.typed(name);
    return values.map((value) => ({
      value,
      label: this.words.t(`${prefix}.${value}`),
      selected: value === typed,
    }));
  }

  typed(name: string): string {
    const path = name.split(/[[\]]+/).filter((step) => step !== '');
    const last = path.pop() ?? '';
    let holder: Record<string, unknown> = this.back?.typed ?? {};
    for (const step of path) holder = (holder[step] ?? {}) as Record<string, unknown>;
    return typeof holder === 'object' ? typedText(holder, last) : '';
  }

  finished(refusal: Refusal | null, given: Pick<ActForm, 'note' | 'fields' | 'tone'>): ActForm {
    return {
      ...given,
      id: this.form,
      title: this.words.t(`leads.${this.form}.title`),
      action: `/leads/${this.data.seen.lead.id}/${this.form}`,
      submit: this.words.t(`leads.${this.form}.submit`),
      disabled: refusal !== null,
      why: refusal === null ? '' : refusalText(refusal, this.words),
    };
  }
}
