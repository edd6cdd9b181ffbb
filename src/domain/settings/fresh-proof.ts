import type { Setting } from './setting';

/** How old a proof of who somebody is may be before an act that binds many. */
export interface FreshProofRule {
  readonly [key: string]: number;
  /** Minutes, 1 to 720: as long as a session lasts at most. */
  readonly minutes: number;
}

/** Bounds of the minutes. */
export const FRESH_PROOF_MINUTES = { fewest: 1, most: 720 } as const;

/** Five minutes (reliability.md, S-11): closing, voiding, reopening, overriding and changing people's roles. */
export const FRESH_PROOF: Setting<FreshProofRule> = {
  key: 'fresh-proof',
  preset: { minutes: 5 },
  read(stored) {
    const minutes = (stored as { minutes?: unknown } | null)?.minutes;
    const { fewest, most } = FRESH_PROOF_MINUTES;
    if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < fewest || minutes > most)
      throw new Error('the age of a proof is no whole number of minutes from 1 to 720');
    return { minutes };
  },
};
