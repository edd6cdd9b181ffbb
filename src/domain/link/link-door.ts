import { takesBallots } from '../round/deadline';
import type { Instant } from '../shared/instant';

/**
 * What a live voting link opens: the ballots of its seat, or, once they are over, the vetoes alone that wait for the
 * seat to confirm or dismiss them.
 */
export type LinkDoor = 'vote' | 'rule';

/**
 * What a link that nobody has revoked opens now. Until the deadline it is the ballot. From then on until the count it
 * opens for a seat that has a veto to rule on, because what is left open at the count keeps the item from being
 * admitted; for every other seat it opens nothing.
 * @param vetoesAsked how many vetoes wait for the ruling of this seat
 * @returns null where it opens nothing
 */
export function linkDoor(
  round: { readonly state: string; readonly now: Instant; readonly deadlineAt: Instant },
  vetoesAsked: number,
): LinkDoor | null {
  const { state, now, deadlineAt } = round;
  if (state === 'open' && takesBallots(now, deadlineAt)) return 'vote';
  const isUncounted = state === 'open' || state === 'locked';
  return isUncounted && vetoesAsked > 0 ? 'rule' : null;
}
