import { LONGEST_QUESTION } from '../domain/question/question';
import type { Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { pageHead } from '../http/views/acts';
import { areaField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { UnansweredQuestion, WaitingQuestion } from './questions.queries';

/** The questions of a panel about one lead, to be passed on together or put aside. */
export interface QuestionGroup {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly note: string;
  readonly questions: readonly { readonly id: string; readonly text: string; readonly at: string }[];
  readonly key: string;
  readonly fields: readonly Field[];
}

/** The model of `questions/index`. */
export interface QuestionsDeskModel extends PageModel {
  /** What stands against what was sent; '' for nothing. */
  readonly error: string;
  readonly groups: readonly QuestionGroup[];
  readonly unanswered: readonly {
    readonly title: string;
    readonly href: string;
    readonly text: string;
    readonly when: string;
    readonly tag: Tag | null;
  }[];
}

/** A form of the page that came back. `group` names the lead and the round it was about. */
export interface SentQuestions {
  readonly ids: readonly string[];
  readonly question: string;
  readonly reason: string;
  readonly field: 'question' | 'reason';
  readonly refusal: Refusal;
}

interface DeskData {
  readonly waiting: readonly WaitingQuestion[];
  readonly unanswered: readonly UnansweredQuestion[];
  readonly now: Instant;
  newKey(): string;
}

export function questionsDeskView(
  data: DeskData,
  sent: SentQuestions | null,
  words: Words,
): QuestionsDeskModel {
  const fmt = formatsFor(words);
  const title = words.t('questions.desk.title');
  const groups = new Map<string, WaitingQuestion[]>();
  for (const one of data.waiting) {
    const key = `${one.roundId} ${one.leadId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return {
    page: {
      title,
      dataPage: 'questions',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('questions.desk.meta', { n: data.waiting.length, open: data.unanswered.length })],
      }),
    },
    error: sent === null ? '' : words.t(`refusal.${sent.refusal.because}`, sent.refusal.details),
    groups: [...groups.values()].map((questions) => groupOf(questions, data, sent, words)),
    unanswered: data.unanswered.map(
      ({ leadId, leadNumber, leadTitle, scoutName, text, askedAt, forPanel }) => ({
        title: `${leadNumber}　${leadTitle}`,
        href: `/leads/${leadId}#questions`,
        text,
        when: words.t('questions.desk.since', { scout: scoutName, at: fmt.dateTimeShort(askedAt) }),
        tag: forPanel ? tag(words.t('questions.forPanel'), 'blue') : null,
      }),
    ),
  };
}

function groupOf(
  questions: readonly WaitingQuestion[],
  data: DeskData,
  sent: SentQuestions | null,
  words: Words,
): QuestionGroup {
  const fmt = formatsFor(words);
  const [first] = questions as readonly [WaitingQuestion, ...WaitingQuestion[]];
  const back = sent !== null && questions.some(({ id }) => sent.ids.includes(id)) ? sent : null;
  const error = (field: SentQuestions['field']): string =>
    back?.field === field ? words.t(`refusal.${back.refusal.because}`, back.refusal.details) : '';
  return {
    id: `q-${first.id}`,
    title: `${first.leadNumber}　${first.leadTitle}`,
    href: `/leads/${first.leadId}`,
    note: words.t('questions.desk.deadline', {
      round: first.roundNumber,
      left: fmt.remaining(first.deadlineAt, data.now),
    }),
    questions: questions.map(({ id, text, askedAt }) => ({ id, text, at: fmt.dateTimeShort(askedAt) })),
    key: data.newKey(),
    fields: [
      areaField({
        name: 'question',
        id: `question-${first.id}`,
        label: words.t('questions.desk.merged'),
        hint: words.t('questions.desk.merged.hint'),
        // One question is a good beginning; several have to be brought together by a person.
        value: back?.question ?? (questions.length === 1 ? first.text : ''),
        rows: 3,
        max: LONGEST_QUESTION,
        error: error('question'),
        stacked: true,
      }),
      areaField({
        name: 'reason',
        id: `reason-${first.id}`,
        label: words.t('questions.desk.reason'),
        hint: words.t('questions.desk.reason.hint'),
        value: back?.reason ?? '',
        rows: 2,
        max: 200,
        error: error('reason'),
        stacked: true,
      }),
    ],
  };
}
