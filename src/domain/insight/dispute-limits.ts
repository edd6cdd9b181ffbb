import type { Setting } from '../settings/setting';
import { Fraction } from '../shared/fraction';

/** From where on disagreement is flagged. A flag asks for a word at the meeting; it changes nothing. */
export interface DisputeLimits {
  /** Points of 100 by which ballots deviate from their mean (standard deviation). */
  readonly deviation: number;
  /** Points of 100 between the means of two kinds of seats. */
  readonly kindGap: number;
  /** Tenths of a step by which marks of a criterion deviate, on a scale of five steps: 15 is 1.5 steps. */
  readonly markTenths: number;
  readonly [key: string]: number;
}

/** Bounds of the figures: a deviation of more than half the scale cannot be. */
export const DISPUTE_BOUNDS = {
  deviation: { fewest: 1, most: 50 },
  kindGap: { fewest: 1, most: 100 },
  markTenths: { fewest: 1, most: 25 },
} as const;

export type DisputeLimit = keyof typeof DISPUTE_BOUNDS;
export const DISPUTE_LIMITS = Object.keys(DISPUTE_BOUNDS) as readonly DisputeLimit[];

/**
 * 分歧标准. No published rule was found (decision-rules 5.1: thresholds of panels lie beyond what could be read); the
 * minutes have to list main differences ([COMM]), and from where on a difference is one is ours.
 */
export const disputeLimits: Setting<DisputeLimits> = {
  key: 'dispute-limits',
  preset: { deviation: 15, kindGap: 25, markTenths: 15 },
  read(stored) {
    const given = (stored ?? {}) as Record<string, unknown>;
    for (const name of DISPUTE_LIMITS) {
      const { fewest, most } = DISPUTE_BOUNDS[name];
      const value = given[name];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < fewest || value > most)
        throw new Error(`${name} is no whole number from ${fewest} to ${most}`);
    }
    const { deviation, kindGap, markTenths } = given as unknown as DisputeLimits;
    return { deviation, kindGap, markTenths };
  },
};

/** The limits as exact figures that variances and gaps are compared with: squares, because roots are not exact. */
export function exactLimits({ deviation, kindGap, markTenths }: DisputeLimits) {
  return {
    variance: Fraction.of(deviation * deviation),
    kindGap: Fraction.of(kindGap),
    /** Of the squared length of the scale: (tenths ÷ 10 ÷ 5)². */
    criterionShare: Fraction.of(markTenths * markTenths, 50 * 50),
  };
}
