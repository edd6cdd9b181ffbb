import { holds, type Viewer } from '../domain/access/viewer';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { askedText, termText } from './answer-words';
import type { AwaitedAnswer } from './answers.queries';

export interface AnswerListModel extends PageModel {
  readonly filters: Links;
  readonly export: Act;
  readonly seesAll: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly sub: string;
    readonly what: string;
    readonly whose: string;
    readonly due: string;
    readonly late: boolean;
    readonly act: Act;
  }[];
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] };
}

export interface AnswerListFacts {
  readonly waiting: readonly AwaitedAnswer[];
  readonly onlyLate: boolean;
  /** Names of units by their codes. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/** 等我答复的: for a host's people, a department's, and for the secretariat everybody's. */
export function answerListView(viewer: Viewer, facts: AnswerListFacts, words: Words): AnswerListModel {
  const { waiting, onlyLate } = facts;
  const seesAll = holds(viewer, 'secretariat');
  const late = waiting.filter(({ term }) => term.standing === 'late');
  const title = words.t(seesAll ? 'answers.list.office' : 'answers.list.title');
  const shown = onlyLate ? late : waiting;
  return {
    page: {
      title,
      dataPage: 'answer-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('answers.list.meta', { n: waiting.length, late: late.length })],
      }),
    },
    filters: {
      label: words.t('answers.list.filter'),
      items: [
        {
          label: words.t('answers.list.all'),
          href: '/answers',
          count: String(waiting.length),
          current: !onlyLate,
        },
        {
          label: words.t('answers.list.late'),
          href: '/answers?late=1',
          count: String(late.length),
          current: onlyLate,
        },
      ],
    },
    export: act({
      label: words.t('answers.list.export'),
      href: `/answers.xlsx${onlyLate ? '?late=1' : ''}`,
      size: 'small',
    }),
    seesAll,
    rows: shown.map((answer) => {
      const due = termText(answer, words);
      const anchor = answer.kind === 'statement' ? 'host-statements' : 'element-answers';
      return {
        id: `${answer.leadId}-${answer.kind === 'statement' ? answer.hostId : answer.demand.element}`,
        href: `/leads/${answer.leadId}`,
        title: answer.title,
        sub: [answer.number, answer.scoutUnitName].join(' · '),
        what: askedText(answer, words),
        whose: whoseText(answer, facts, words),
        due: due.text,
        late: due.late,
        act: act({
          label: words.t('answers.list.act'),
          href: `/leads/${answer.leadId}#${seesAll ? 'statements' : anchor}`,
          size: 'small',
        }),
      };
    }),
    empty: { title: words.t('answers.list.none.title'), text: words.t('answers.list.none.text'), acts: [] },
  };
}

export function answerSheet(facts: AnswerListFacts, words: Words): Sheet {
  const column = (key: string, width: number) => ({ title: words.t(`answers.list.${key}`), width });
  const shown = facts.waiting.filter(({ term }) => !facts.onlyLate || term.standing === 'late');
  return {
    name: words.t('answers.list.office'),
    columns: [
      { title: words.t('leads.number'), width: 16 },
      column('lead', 40),
      column('what', 28),
      column('whose', 28),
      column('due', 24),
    ],
    rows: shown.map((answer) => [
      answer.number,
      answer.title,
      askedText(answer, words),
      whoseText(answer, facts, words),
      formatsFor(words).dateTimeFull(answer.term.dueAt),
    ]),
  };
}

function whoseText(answer: AwaitedAnswer, { unitNames }: AnswerListFacts, words: Words): string {
  if (answer.kind === 'statement') return answer.hostName;
  if (answer.unitCodes.length === 0) return words.t('answers.list.anyUnit');
  return formatsFor(words).list(answer.unitCodes.map((code) => unitNames.get(code) ?? code));
}
