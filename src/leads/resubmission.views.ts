import type { Instant } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import { areaField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';
import type { MaterialRequest } from './resubmissions.queries';

/** A request for material on its lead's page. */
export interface RequestModel {
  readonly title: string;
  readonly tag: Tag;
  readonly due: string;
  readonly late: boolean;
  readonly reason: string;
  readonly items: readonly { readonly wanted: string; readonly answer: string }[];
  /** Where the scout answers; '' for everybody else and once it is answered. */
  readonly href: string;
  /** What changed since the lead was judged; '' before it has been handed in again. */
  readonly compare: string;
}

const tones: Readonly<Record<MaterialRequest['state'], TagTone>> = {
  asked: 'amber',
  answered: 'green',
  superseded: 'line',
};

interface Around {
  readonly seen: SeenLead;
  readonly now: Instant;
}

export function requestModel(
  request: MaterialRequest,
  { seen, now }: Around,
  own: boolean,
  words: Words,
): RequestModel {
  const { lead } = seen;
  const { state, dueAt, roundNumber: round, timeNo: n, items, reason, judgedNumber } = request;
  const format = formatsFor(words);
  const open = state === 'asked' && lead.state === 'resubmit';
  const again = judgedNumber !== null && lead.revision > judgedNumber;
  return {
    title: words.t('leads.material.title', { n, round }),
    tag: tag(words.t(`leads.material.state.${state}`), tones[state], state),
    due: words.t(open && dueAt < now ? 'leads.material.late' : 'leads.material.due', {
      day: format.official(dueAt),
    }),
    late: open && dueAt < now,
    reason,
    items: items.map(({ position, wanted, answer }) => ({
      wanted: words.t('leads.material.item', { n: position, wanted }),
      answer: answer ?? words.t('leads.material.unanswered'),
    })),
    href: own && open ? `/leads/${lead.id}/resubmission` : '',
    compare: again ? `/leads/${lead.id}/revisions/${lead.revision}?against=${judgedNumber}` : '',
  };
}

export interface AnswerPageModel extends PageModel {
  readonly intro: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly edit: string;
  readonly why: string;
}

/** The page on which a scout answers what was asked for, thing by thing. */
export function answerPage(
  seen: SeenLead,
  request: MaterialRequest,
  typed: ReadonlyMap<string, string> | null,
  words: Words,
): AnswerPageModel {
  const { lead } = seen;
  const title = words.t('leads.material.answer', { number: lead.number ?? '' });
  const due = formatsFor(words).dateTimeFull(request.dueAt);
  return {
    page: {
      title,
      dataPage: 'lead-resubmission',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: lead.number ?? lead.title, href: `/leads/${lead.id}` },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: lead.number ?? '' }, lead.title] }),
    },
    intro: words.t('leads.material.intro', { due, reason: request.reason }),
    action: `/leads/${lead.id}/resubmission`,
    fields: request.items.map(({ id, position, wanted, answer }) => {
      const value = typed?.get(id) ?? answer ?? '';
      return areaField({
        name: `answers[${id}]`,
        label: words.t('leads.material.item', { n: position, wanted }),
        hint: words.t('leads.material.hint'),
        value,
        rows: 3,
        max: answerLimit,
        stacked: true,
        error: [...value].length > answerLimit ? words.t('leads.material.long') : '',
      });
    }),
    edit: `/leads/${lead.id}/edit`,
    why: words.t('leads.material.next'),
  };
}

/** An answer says where in the form or the papers something stands: it is no paper itself. */
export const answerLimit = 500;
