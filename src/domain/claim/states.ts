import { defineMachine } from '../shared/machine';

export const CLAIM_STATES = ['reported', 'protected', 'lapsed', 'ended', 'overruled', 'yielded'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** In these the first report stands in the way of another one. */
export const STANDING_CLAIMS: readonly ClaimState[] = ['reported', 'protected'];

/**
 * The life of a first report (lead-form 3.6). It is made by the first valid submission and protected from passing
 * intake; it lapses when nobody follows it up or its protection ends. `end` is a lead withdrawn, merged or rejected,
 * `revive` one that comes back. `overrule` gives the first report to who disputed it, `yield` to the earlier report of
 * what was ruled to be the same project.
 */
export const claimMachine = defineMachine({
  name: 'claim',
  moves: {
    protect: { from: ['reported'], to: 'protected' },
    extend: { from: ['reported', 'protected'], to: 'protected' },
    renew: { from: ['protected'], to: 'protected' },
    lapse: { from: ['protected'], to: 'lapsed' },
    end: { from: ['reported', 'protected'], to: 'ended' },
    revive: { from: ['ended', 'lapsed'], to: 'protected' },
    overrule: { from: ['reported', 'protected', 'lapsed', 'ended'], to: 'overruled' },
    yield: { from: ['reported', 'protected'], to: 'yielded' },
  },
});

export type ClaimMove = keyof typeof claimMachine.moves;
