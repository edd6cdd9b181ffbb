import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom, RoomContact } from './ballot-room';

/** What stays on top of every ballot page: until when, what is left, whose seat, how far. */
export interface BallotTop {
  readonly deadline: string;
  readonly left: string;
  readonly seat: string;
  readonly progress: string;
  readonly cells: readonly { readonly mark: '' | 'on' | 'off' }[];
}

export function ballotTop(room: BallotRoom, now: Instant, words: Words): BallotTop {
  const fmt = formatsFor(words);
  const { items } = room;
  const eligible = items.filter(({ standing }) => standing !== 'recused');
  const done = eligible.filter(({ standing }) => standing === 'cast' || standing === 'revised');
  return {
    deadline: words.t('ballots.top.deadline', { at: fmt.dateTime(room.deadlineAt) }),
    left: takesBallots(now, room.deadlineAt)
      ? fmt.remaining(room.deadlineAt, now)
      : words.t('ballots.top.over'),
    seat: words.t('ballots.top.seat', {
      unit: room.seat.unitName,
      post: words.t(`ballots.post.${room.seat.post}`),
    }),
    progress: words.t('ballots.top.progress', { done: done.length, all: eligible.length }),
    cells: items.map(({ standing }) => ({
      mark: standing === 'recused' ? 'off' : standing === 'cast' || standing === 'revised' ? 'on' : '',
    })),
  };
}

/** Whom to ask, as one line. */
export function contactLine(contact: RoomContact | null, words: Words): string {
  if (contact === null) return words.t('ballots.contact.none');
  const { name, unitName: unit, email, mobile } = contact;
  return words.t('ballots.contact', { name, unit, reach: mobile ?? email });
}
