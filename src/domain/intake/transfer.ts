import type { LeadState } from '../lead/states';
import { refuse, type Refusal } from '../shared/refusal';

/** Who can be proposed to judge a lead in place of the city. */
export const TRANSFER_TIERS = ['county', 'park', 'city'] as const;
export type TransferTier = (typeof TRANSFER_TIERS)[number];

/**
 * A host is asked for and the scout answers, because the investor has to agree (lead-form 3.6 rule 5). A tier is told:
 * scope is the secretariat's to judge. A later proposal of a kind replaces an earlier one.
 */
export type TransferState = 'asked' | 'agreed' | 'declined' | 'told' | 'replaced';

/** Hosts are named in the form, so one can be proposed only until a round has begun. */
export function transferRefusal(state: LeadState): Refusal | null {
  return state === 'submitted' || state === 'queued' ? null : refuse('transferNotNow', { state });
}

/** The hosts of a lead once its scout has agreed to another one: that one first, three at the most. */
export function hostsAfterTransfer(intended: readonly string[], to: string): string[] {
  return [to, ...intended.filter((code) => code !== to)].slice(0, 3);
}
