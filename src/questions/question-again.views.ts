import { LONGEST_ANSWER, LONGEST_QUESTION } from '../domain/question/question';
import type { Refusal } from '../domain/shared/refusal';
import { pageHead } from '../http/views/acts';
import { areaField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { SectionForm } from '../http/views/section';
import type { Words } from '../words/words';

export interface QuestionAgainModel extends PageModel {
  readonly form: SectionForm;
}

interface Sent {
  readonly name: 'question' | 'answer';
  readonly text: string;
  readonly key: string;
  /** What follows the address of the thread. */
  readonly action: string;
  readonly lead: { readonly id: string; readonly number: string | null; readonly title: string };
  readonly refusal: Refusal;
}

/** A question or an answer that has to be corrected, as it was typed. */
export function questionAgainView(
  { name, text, key, action, lead, refusal }: Sent,
  words: Words,
): QuestionAgainModel {
  const label = words.t(name === 'question' ? 'questions.ask' : 'questions.answer.own');
  return {
    page: {
      title: label,
      dataPage: 'lead-question',
      crumbs: [{ label: lead.number ?? lead.title, href: `/leads/${lead.id}` }, { label }],
      head: pageHead({ title: label, meta: [{ strong: lead.number ?? '' }, lead.title] }),
    },
    form: {
      id: name,
      action: `/leads/${lead.id}/questions${action}`,
      hidden: key === '' ? [] : [{ name: 'idempotencyKey', value: key }],
      fields: [
        areaField({
          name,
          label,
          value: text,
          rows: 4,
          max: name === 'question' ? LONGEST_QUESTION : LONGEST_ANSWER,
          error: words.t(`refusal.${refusal.because}`, refusal.details),
          stacked: true,
        }),
      ],
      submit: words.t(name === 'question' ? 'questions.ask.submit' : 'questions.answer.submit'),
      tone: 'primary',
    },
  };
}
