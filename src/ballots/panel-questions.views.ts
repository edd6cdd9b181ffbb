import { LONGEST_QUESTION, MOST_OF_SEAT } from '../domain/question/question';
import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { areaField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import type { OwnQuestion, PanelQuestion } from '../questions/questions.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom, RoomItem } from './ballot-room';
import { ballotTop, contactLine, type BallotTop } from './ballot-top.views';

/** Questions and answers on an item, the same for every seat. */
export interface PanelQuestionsModel {
  /** How many were asked and answered: the sentence they are folded behind. */
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly cite: string; readonly answer: string }[];
  /** Where this seat asks, and what it has asked. */
  readonly href: string;
}

/** The model of `ballots/questions`. */
export interface AskModel extends PageModel {
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  readonly back: string;
  readonly own: readonly { readonly text: string; readonly tag: Tag; readonly note: string }[];
  readonly action: string;
  readonly key: string;
  readonly fields: readonly Field[];
  readonly why: string;
  readonly contact: string;
}

/** A possible rival of the investor reads that there is an answer, not what it says of the project. */
export function panelQuestions(
  item: RoomItem,
  questions: readonly PanelQuestion[],
  words: Words,
): PanelQuestionsModel {
  const fmt = formatsFor(words);
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null).length;
  return {
    title: words.t('questions.ballot.asked', { n: questions.length, answered }),
    lines: questions.map(({ text, askedAt, answer, answeredAt }) => ({
      text: item.isRival ? words.t('questions.ballot.hidden') : text,
      cite:
        answeredAt === null
          ? words.t('questions.ballot.waiting', { at: fmt.dateTimeShort(askedAt) })
          : words.t('questions.ballot.answered', { at: fmt.dateTimeShort(answeredAt) }),
      answer: item.isRival ? '' : (answer ?? ''),
    })),
    href: `/ballot/items/${item.id}/questions`,
  };
}

export interface AskInput {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly title: string;
  readonly own: readonly OwnQuestion[];
  readonly typed: string;
  readonly refusal: Refusal | null;
  readonly key: string;
  readonly now: Instant;
}

/** What this seat has asked, and one thing more. */
export function askView(input: AskInput, words: Words): AskModel {
  const { room, item, own, refusal, now } = input;
  const fmt = formatsFor(words);
  const tones = { waiting: 'amber', passedOn: 'green', putAside: 'line' } as const;
  const why = !takesBallots(now, room.deadlineAt)
    ? words.t('refusal.questionTooLate')
    : own.length >= MOST_OF_SEAT
      ? words.t('refusal.questionsTooMany', { most: MOST_OF_SEAT })
      : '';
  return {
    page: { title: words.t('questions.ballot.title'), dataPage: 'ballot-questions', layout: 'ballot' },
    top: ballotTop(room, now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title: input.title,
    back: `/ballot/items/${item.id}`,
    own: own.map(({ text, state, askedAt, reason }) => ({
      text,
      tag: tag(words.t(`questions.seat.${state}`), tones[state], state),
      note: reason ?? fmt.dateTimeShort(askedAt),
    })),
    action: `/ballot/items/${item.id}/questions`,
    key: input.key,
    fields: [
      areaField({
        name: 'question',
        label: words.t('questions.ballot.ask'),
        hint: words.t('questions.ballot.hint'),
        value: input.typed,
        rows: 4,
        max: LONGEST_QUESTION,
        error: refusal === null ? '' : words.t(`refusal.${refusal.because}`, refusal.details),
        stacked: true,
      }),
    ],
    why,
    contact: contactLine(room.contact, words),
  };
}
