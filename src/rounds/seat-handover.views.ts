import { mayHandOver, type SeatPost, type SeatVoter } from '../domain/round/seat-voter';
import type { Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { confirmation, pageHead, type Confirmation } from '../http/views/acts';
import { areaField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { inRoundWords, outOfTurn } from './round-refusals';
import type { Round, RoundSeat } from './round.entity';
import type { HandoverRead } from './seat-voters.queries';

/** All that the page of a hand-over is made from. */
export interface HandoverPageRead {
  readonly round: Round;
  readonly seat: RoundSeat;
  readonly present: SeatVoter;
  /** Null for a seat without an approved alternate. */
  readonly next: SeatVoter | null;
  readonly isInUse: boolean;
  /** The unit of another seat for which the next one votes; null for none. */
  readonly votesFor: string | null;
  /** Items the seat has cast on, and still has to. */
  readonly cast: number;
  readonly waiting: number;
  /** Numbers of the leads that the next one reported. */
  readonly ownLeads: readonly string[];
  /** Of this seat, in order. */
  readonly earlier: readonly HandoverRead[];
  readonly now: Instant;
}

/** What was sent and has to be corrected. */
export interface SentHandover {
  readonly reason: string;
  readonly error: string;
}

type Fact = { label: string; value: string; sub: string };

export interface HandoverModel extends PageModel {
  readonly facts: { readonly two: boolean; readonly items: readonly Fact[] };
  readonly confirm: Confirmation;
  readonly earlier: readonly { at: string; text: string; mark: boolean; seal: null; light: null }[];
}

/** The page on which a seat is handed over: who votes now, who would, and what that does. */
export function handoverView(read: HandoverPageRead, sent: SentHandover | null, words: Words): HandoverModel {
  const { round, seat, present } = read;
  const title = words.t('seats.handOver.title', { unit: seat.unitName });
  return {
    page: {
      title,
      dataPage: 'seat-handover',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('seats.handOver.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: words.t(`rounds.state.${round.state}`) },
          words.t(`panelKind.${seat.kind}`),
          ...(seat.function === null ? [] : [words.t(`seatFunction.${seat.function}`)]),
          ...(seat.mandatory === 1 ? [words.t('rounds.seats.mandatory')] : []),
          words.t('rounds.aside.deadline', { at: formatsFor(words).dateTime(round.deadlineAt) }),
        ],
      }),
    },
    facts: {
      two: true,
      items: [
        fact('a', seat.holderName, present.post === 'a', words),
        fact('b', seat.alternateName ?? words.t('seats.noAlternate'), present.post === 'b', words),
      ],
    },
    confirm: confirmOf(read, sent, words),
    earlier: [...read.earlier].reverse().map((one) => earlierRow(one, words)),
  };
}

const fact = (post: SeatPost, value: string, votes: boolean, words: Words): Fact => ({
  label: words.t(`seats.post.${post}`),
  value,
  sub: votes ? words.t('seats.votesNow') : '',
});

function confirmOf(read: HandoverPageRead, sent: SentHandover | null, words: Words): Confirmation {
  const { round, seat, present, next, cast, waiting, ownLeads } = read;
  const to = next?.name ?? '';
  const does = [
    words.t('seats.does.links', { from: present.name, to }),
    ...(cast > 0 ? [words.t('seats.does.cast', { n: cast, from: present.name, to })] : []),
    words.t('seats.does.waiting', { n: Math.max(waiting, 0), to }),
    ...(ownLeads.length > 0
      ? [words.t('seats.does.own', { to, leads: formatsFor(words).list([...ownLeads]) })]
      : []),
    words.t('seats.does.record'),
  ];
  return confirmation({
    title: words.t(next?.post === 'a' ? 'seats.handOver.back' : 'seats.handOver.out', { name: to }),
    text: words.t('seats.handOver.text'),
    consequences: next === null ? [] : does,
    action: `/rounds/${round.id}/seats/${seat.id}/handover`,
    fields: next === null ? [] : [{ name: 'to', value: next.post }],
    inputs: [
      areaField({
        id: 'handover-reason',
        name: 'reason',
        label: words.t('rounds.reason'),
        required: true,
        stacked: true,
        rows: 3,
        hint: words.t('seats.reason.hint'),
        value: sent?.reason ?? '',
        error: sent?.error ?? '',
      }),
    ],
    submit: words.t(next?.post === 'a' ? 'seats.submit.back' : 'seats.submit.out'),
    cancel: { label: words.t('ui.cancel'), href: `/rounds/${round.id}` },
    disabledBecause: sentenceOf(refusalOf(read), words),
  });
}

/** Asks with a reason, so that what is left is the seat's or the round's own "no". */
function refusalOf(read: HandoverPageRead): Refusal | null {
  const { round, now, present, next, isInUse, votesFor } = read;
  if (round.state !== 'open')
    return inRoundWords(outOfTurn('handOver', round.state), 'handOver', round.state);
  const { deadlineAt } = round;
  return mayHandOver({ now, deadlineAt, present, next, isInUse, votesFor, reason: '-' });
}

function earlierRow(one: HandoverRead, words: Words): HandoverModel['earlier'][number] {
  const { byLabel: by, fromName: from, toName: name, reason } = one;
  return {
    at: formatsFor(words).dateTimeShort(one.at),
    text: words.t('seats.earlier', { by, from, name, reason }),
    mark: true,
    seal: null,
    light: null,
  };
}

const sentenceOf = (refusal: Refusal | null, words: Words): string | null =>
  refusal && words.t(`refusal.${refusal.because}`, refusal.details);
