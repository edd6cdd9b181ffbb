import { takesBallots } from '../domain/round/deadline';
import { otherPost } from '../domain/round/seat-voter';
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
    seat: seatLine(room, words),
    progress: words.t('ballots.top.progress', { done: done.length, all: eligible.length }),
    cells: items.map(({ standing }) => ({
      mark: standing === 'recused' ? 'off' : standing === 'cast' || standing === 'revised' ? 'on' : '',
    })),
  };
}

/** Whose seat: its unit and post; where it was handed over at some time, both people by name. */
export function seatLine({ seat, person }: BallotRoom, words: Words): string {
  const { unitName: unit, handed } = seat;
  const post = words.t(`ballots.post.${seat.post}`);
  if (handed === null) return words.t('ballots.top.seat', { unit, post });
  const other = words.t(`ballots.post.${otherPost(seat.post)}`);
  return words.t('seats.ballot.line', { unit, post, name: person.name, other, otherName: handed.from });
}

/** When and by whom the seat was handed over to whoever reads this; '' where it never was. */
export function handedLine({ seat }: BallotRoom, words: Words): string {
  const { handed } = seat;
  if (handed === null) return '';
  const post = words.t(`ballots.post.${otherPost(seat.post)}`);
  const at = formatsFor(words).dateTime(handed.at);
  return words.t('seats.ballot.handed', { at, post, name: handed.from });
}

/** Whom to ask, as one line. */
export function contactLine(contact: RoomContact | null, words: Words): string {
  if (contact === null) return words.t('ballots.contact.none');
  const { name, unitName: unit, email, mobile } = contact;
  return words.t('ballots.contact', { name, unit, reach: mobile ?? email });
}
