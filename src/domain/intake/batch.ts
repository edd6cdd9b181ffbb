/**
 * What may be done to several leads at once. To reject or to merge needs a reason of its own for each lead, and a host
 * is proposed for one lead, so these are not among them.
 */
export const BATCH_ACTS = ['accept', 'return', 'tier'] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** One page of the queue at its largest; more at once nobody can have looked at. */
export const MOST_IN_BATCH = 100;
