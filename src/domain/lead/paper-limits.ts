import type { Setting } from '../settings/setting';

/** How much may be attached. Megabytes are 1,048,576 bytes; one file may have 20 (lead form 3.4). */
export type PaperLimits = {
  readonly leadFiles: number;
  readonly leadMegabytes: number;
  /** Of one scout, over all leads. */
  readonly scoutFiles: number;
  readonly scoutMegabytes: number;
};

/** The least and the most that each may be set to: never less than one whole file. */
export const PAPER_LIMIT_BOUNDS: Readonly<Record<keyof PaperLimits, readonly [least: number, most: number]>> =
  {
    leadFiles: [1, 200],
    leadMegabytes: [20, 500],
    scoutFiles: [10, 100_000],
    scoutMegabytes: [20, 100_000],
  };

/**
 * Of a lead, what the lead form says (3.4: 100 MB). Of a scout, our own choice: twenty leads filled to the brim, or
 * several hundred as they usually come; it keeps one account from filling the disk.
 */
export const PAPER_LIMITS: Setting<PaperLimits> = {
  key: 'paper-limits',
  preset: { leadFiles: 50, leadMegabytes: 100, scoutFiles: 1000, scoutMegabytes: 2000 },
  read(stored) {
    const given = stored as Record<keyof PaperLimits, unknown>;
    const limit = (name: keyof PaperLimits): number => {
      const [least, most] = PAPER_LIMIT_BOUNDS[name];
      const value = given[name];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
        throw new Error(`${name} must be a whole number from ${least} to ${most}`);
      return value;
    };
    return {
      leadFiles: limit('leadFiles'),
      leadMegabytes: limit('leadMegabytes'),
      scoutFiles: limit('scoutFiles'),
      scoutMegabytes: limit('scoutMegabytes'),
    };
  },
};
