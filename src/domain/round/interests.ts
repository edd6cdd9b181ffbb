import { refuse, type Refusal } from '../shared/refusal';
import {
  hasReported,
  interestGrades,
  isCertain,
  isSerious,
  type InterestGrades,
  type InterestGround,
} from './interest-grades';

export { INTEREST_GROUNDS, type InterestGround } from './interest-grades';

/** One person of one seat in respect of one item, with every ground there is, in the order of `INTEREST_GROUNDS`. */
export interface Interest {
  readonly itemId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly grounds: readonly InterestGround[];
}

/**
 * `open`: nobody has decided yet. `left`: the round opened with it undecided. `confirmed` keeps the person from the
 * item; `dismissed` does not.
 */
export const INTEREST_STANDINGS = ['open', 'confirmed', 'dismissed', 'left'] as const;
export type InterestStanding = (typeof INTEREST_STANDINGS)[number];

/** A firm of the same class of industry may be the investor's rival. */
export const isCompetitor = (grounds: readonly InterestGround[]): boolean => grounds.includes('sameIndustry');

/**
 * Whether somebody is kept from everything of the lead: confirmed or declared, or excluded by rule, or serious and
 * undecided. Whoever reported it goes on reading their own report.
 */
export function keepsAway(
  standing: InterestStanding,
  grounds: readonly InterestGround[],
  grades: InterestGrades = interestGrades.preset,
): boolean {
  if (hasReported(grounds)) return false;
  return standing === 'confirmed' || (standing === 'open' && isSerious(grounds, grades));
}

/** Whether a possible rival reads the item without its details: as long as nobody has said that it is none. */
export function hidesDetail(standing: InterestStanding, grounds: readonly InterestGround[]): boolean {
  return isCompetitor(grounds) && (standing === 'open' || standing === 'left');
}

/** What was decided of an interest, and of which grounds it knew. */
export interface Decision {
  readonly standing: InterestStanding;
  readonly grounds: readonly InterestGround[];
}

/**
 * How an interest stands now. What is certain is confirmed without anybody; a dismissal holds only for the grounds it
 * knew, so that a new one opens the question again.
 */
export function standingOf(
  grounds: readonly InterestGround[],
  decided: Decision | null,
  grades: InterestGrades = interestGrades.preset,
): 'byRule' | InterestStanding {
  if (isCertain(grounds, grades)) return 'byRule';
  if (decided === null || decided.standing === 'left') return 'open';
  if (decided.standing !== 'dismissed') return decided.standing;
  return grounds.every((ground) => decided.grounds.includes(ground)) ? 'dismissed' : 'open';
}

/** Characters a reason has at least and at most. */
export const INTEREST_REASON = { fewest: 4, most: 500 } as const;

/** Each decision says why: it changes the base of every share, or keeps somebody in whom a rule has named. */
export function checkInterestReason(reason: string): Refusal | null {
  const has = Array.from(reason.trim()).length;
  const { fewest, most } = INTEREST_REASON;
  if (has < fewest) return refuse('interestNeedsReason', { fewest, has });
  return has > most ? refuse('interestReasonLong', { most, has }) : null;
}
