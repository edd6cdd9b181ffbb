import type { Instant } from '../shared/instant';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import { takesBallots } from './deadline';

/** A岗 or B岗: the holder of a seat, or the approved alternate who stands in. */
export const SEAT_POSTS = ['a', 'b'] as const;
export type SeatPost = (typeof SEAT_POSTS)[number];

export const isSeatPost = (text: string): text is SeatPost =>
  (SEAT_POSTS as readonly string[]).includes(text);

export const otherPost = (post: SeatPost): SeatPost => (post === 'a' ? 'b' : 'a');

/** A person in one of the two posts of a seat. */
export interface SeatVoter {
  readonly post: SeatPost;
  readonly personId: string;
  readonly name: string;
}

/** The two people of a seat as they stood on the roll when the round opened. */
export interface SeatPosts {
  readonly holderId: string;
  readonly holderName: string;
  readonly alternateId: string | null;
  readonly alternateName: string | null;
}

/** Who is in a post of the seat; null for a seat without an approved alternate. */
export function inPost(seat: SeatPosts, post: SeatPost): SeatVoter | null {
  if (post === 'a') return { post, personId: seat.holderId, name: seat.holderName };
  const { alternateId, alternateName } = seat;
  return alternateId === null ? null : { post, personId: alternateId, name: alternateName ?? '' };
}

/** Who votes for the seat: whoever it was handed over to last, else its holder. */
export function voterOf(seat: SeatPosts, handedTo: SeatPost | null): SeatVoter {
  const holder = { post: 'a' as const, personId: seat.holderId, name: seat.holderName };
  return inPost(seat, handedTo ?? 'a') ?? holder;
}

/** What decides whether a seat may be handed over. */
export interface HandoverFacts {
  readonly now: Instant;
  readonly deadlineAt: Instant;
  readonly present: SeatVoter;
  /** Null for a seat without an approved alternate. */
  readonly next: SeatVoter | null;
  /** Whether the next one's account is in use. */
  readonly isInUse: boolean;
  /** The unit of another seat of the round for which the next one votes; null for none. */
  readonly votesFor: string | null;
  readonly reason: string;
}

/**
 * A seat is handed over while the round takes ballots, with a reason, between its holder and the alternate approved at
 * opening, and to nobody who has another ballot in the round: one person, one ballot. Source: A/B posts of `[KAIHUA]`,
 * B only with the office's consent, which the act of the secretariat is.
 */
export function mayHandOver(facts: HandoverFacts): Refusal | null {
  const { now, deadlineAt, present, next, isInUse, votesFor, reason } = facts;
  const name = next?.name ?? '';
  return firstRefusal(
    () => (takesBallots(now, deadlineAt) ? null : refuse('deadlinePassed')),
    () => (next === null ? refuse('seatWithoutAlternate') : null),
    () => (next?.post === present.post ? refuse('seatAlreadyWith', { name }) : null),
    () => (isInUse ? null : refuse('voterNotInUse', { name })),
    () => (votesFor === null ? null : refuse('votesElsewhere', { name, unit: votesFor })),
    () => (reason.trim() === '' ? refuse('reasonMissing') : null),
    () => (reason.trim().length > 500 ? refuse('reasonTooLong', { most: 500 }) : null),
  );
}
