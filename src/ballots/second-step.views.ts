import type { StepStanding } from '../domain/link/second-step';
import { type Field, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { errorPage, type Message } from '../http/views/message';
import type { Words } from '../words/words';
import type { BallotRoom } from './ballot-room';
import { contactLine } from './ballot-top.views';

/** The model of `ballots/step`. */
export interface SecondStepModel extends PageModel {
  readonly title: string;
  readonly what: string;
  /** Why the code is not taken any more; '' while it is. */
  readonly over: string;
  readonly fields: readonly Field[];
  readonly contact: string;
}

/** Asks for the code that was mailed. The address is shown in part: whoever holds a forwarded link learns none. */
export function secondStepView(
  room: BallotRoom,
  standing: StepStanding,
  error: string,
  words: Words,
): SecondStepModel {
  const title = words.t('votingLinks.step.title');
  return {
    page: { title, dataPage: 'voting-confirmation', layout: 'ballot' },
    title,
    what: words.t('votingLinks.step.what', {
      round: room.roundNumber,
      unit: room.seat.unitName,
      mail: masked(room.person.email),
    }),
    over: standing === 'waiting' ? '' : words.t(`votingLinks.step.${standing}`),
    fields:
      standing === 'waiting'
        ? [
            textField({
              name: 'code',
              label: words.t('votingLinks.step.code'),
              hint: words.t('votingLinks.step.code.hint'),
              error,
              inputmode: 'numeric',
              autocomplete: 'one-time-code',
              required: true,
              stacked: true,
            }),
          ]
        : [],
    contact: contactLine(room.contact, words),
  };
}

/** For a browser that has asked for no code, or whose code has been used. */
export function noStepView(words: Words): Message {
  const title = words.t('votingLinks.step.gone.title');
  return {
    ...errorPage(410, words, {
      title,
      what: words.t('votingLinks.step.gone.what'),
      todo: words.t('votingLinks.step.gone.todo'),
      links: [{ label: words.t('votingLinks.code.title'), href: '/v' }],
    }),
    page: { title, dataPage: 'voting-confirmation', layout: 'ballot' },
  };
}

/** `w***@yijiang.example`. */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}
