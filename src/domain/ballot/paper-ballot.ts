import { takesBallots } from '../round/deadline';
import type { RoundState } from '../round/round-moves';
import { beijingDay, isDay, type Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { refuse, type Refusal } from '../shared/refusal';

/**
 * A ballot on paper, for seats that cannot open a mailed link (decision-rules.md 5.3): one person of the secretariat
 * enters it with its scan, another compares both. Only what was confirmed counts. An entry that is still waiting at
 * the deadline counts no more: the round is locked, and only a round that is given more time takes it up again.
 */
export const PAPER_STATES = ['entered', 'confirmed', 'rejected', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Kinds of files that a scan may be: what every scanner and phone makes, and every browser opens. */
export const SCAN_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** Characters that the reason of a rejection has at least and at most. */
export const REJECTION_REASON = { fewest: 4, most: 500 } as const;

/** Somebody of the secretariat who has a paper in hand. */
export interface PaperHand {
  readonly personId: string;
  /** They reported the lead, preside over it no more, or have an interest in it. */
  readonly isKeptFrom: boolean;
}

/** Where a paper goes: the seat, what it has on the item already, and the round. */
export interface PaperPlace {
  readonly roundState: RoundState;
  readonly now: Instant;
  readonly deadlineAt: Instant;
  /** Everybody who may vote for the seat: holder and alternate. */
  readonly seatPeople: readonly string[];
  /** Who votes for the seat now: whose signature the paper has to bear. */
  readonly voterId: string;
  /** The seat takes no part in the item. */
  readonly isRecused: boolean;
  /** The version that counts; 0 for none. */
  readonly version: number;
  /** That version was entered from paper. */
  readonly isFromPaper: boolean;
}

/** What was entered, as far as it decides whether it may be confirmed. */
export interface EnteredPaper {
  readonly enteredById: string;
  readonly voterId: string;
  /** The version that counted when it was entered; 0 for none. */
  readonly replaces: number;
}

export interface ConfirmingFacts {
  readonly paper: EnteredPaper;
  readonly by: PaperHand;
  readonly place: PaperPlace;
}

/** The life of an entry. Whoever entered it takes it back; the second person confirms it or turns it down. */
export const paperMachine = defineMachine({
  name: 'paperBallot',
  moves: {
    confirm: { from: ['entered'], to: 'confirmed', refusal: mayConfirm },
    reject: { from: ['entered'], to: 'rejected', refusal: mayReject },
    withdraw: { from: ['entered'], to: 'withdrawn', refusal: mayWithdraw },
  },
});

/** Whether this person may enter a paper of this seat on this item now. */
export function mayEnter(by: PaperHand, place: PaperPlace): Refusal | null {
  const handed = refusalOfHand(by, place) ?? refusalOfPlace(place);
  if (handed !== null) return handed;
  // A seat that votes by its link is not spoken for by a sheet of paper.
  return place.version > 0 && !place.isFromPaper ? refuse('paperSeatHasCast') : null;
}

function mayConfirm({ paper, by, place }: ConfirmingFacts): Refusal | null {
  if (paper.enteredById === by.personId) return refuse('paperNeedsAnother');
  const refusal = refusalOfHand(by, place) ?? refusalOfPlace(place);
  if (refusal !== null) return refusal;
  if (paper.voterId !== place.voterId) return refuse('paperVoterChanged');
  return paper.replaces === place.version ? null : refuse('paperSeatHasCastSince');
}

function mayReject({
  paper,
  by,
  place,
  reason,
}: ConfirmingFacts & { readonly reason: string }): Refusal | null {
  if (paper.enteredById === by.personId) return refuse('paperNeedsAnother');
  return refusalOfHand(by, place) ?? reasonRefusal(reason);
}

function mayWithdraw({ paper, by }: Pick<ConfirmingFacts, 'paper' | 'by'>): Refusal | null {
  return paper.enteredById === by.personId ? null : refuse('paperNotYours');
}

/** Neither the seat's own people nor anybody who is kept from the item handles its paper. */
function refusalOfHand({ personId, isKeptFrom }: PaperHand, { seatPeople }: PaperPlace): Refusal | null {
  if (seatPeople.includes(personId)) return refuse('paperOwnSeat');
  return isKeptFrom ? refuse('paperInterested') : null;
}

function refusalOfPlace({ roundState, now, deadlineAt, isRecused }: PaperPlace): Refusal | null {
  if (roundState === 'planned') return refuse('roundNotOpened');
  if (roundState !== 'open' || !takesBallots(now, deadlineAt)) return refuse('paperTooLate');
  return isRecused ? refuse('paperSeatRecused') : null;
}

function reasonRefusal(reason: string): Refusal | null {
  const has = Array.from(reason.trim()).length;
  const { fewest, most } = REJECTION_REASON;
  if (has < fewest) return refuse('paperReasonMissing', { fewest });
  return has > most ? refuse('reasonTooLong', { most }) : null;
}

/** What is wrong with the day of the signature, a Beijing day: not before the round was opened, not ahead. */
export function checkSignedOn(
  signedOn: string,
  { openedAt, now }: { readonly openedAt: Instant; readonly now: Instant },
): Refusal | null {
  if (!isDay(signedOn)) return refuse('paperDateMissing');
  if (signedOn > beijingDay(now)) return refuse('paperDateAhead');
  return signedOn < beijingDay(openedAt) ? refuse('paperDateTooEarly', { day: beijingDay(openedAt) }) : null;
}

/** Whether the vote of a paper may be shown: only to those who have to compare it, and only until it is settled. */
export function maySeeVote(state: PaperState, by: PaperHand, place: Pick<PaperPlace, 'seatPeople'>): boolean {
  return state === 'entered' && !by.isKeptFrom && !place.seatPeople.includes(by.personId);
}

/**
 * Whether the scan may be opened: while the entry waits, by those who may see the vote; afterwards, once the round
 * takes no more ballots, by the inspector alone, because it tells how a seat has voted.
 */
export function mayOpenScan(
  state: PaperState,
  seesVote: boolean,
  { isInspector, roundState }: { readonly isInspector: boolean; readonly roundState: RoundState },
): boolean {
  if (state === 'entered' && seesVote) return true;
  return isInspector && (roundState === 'closed' || roundState === 'announced');
}
