import { takesBallots } from '../round/deadline';
import type { RoundState } from '../round/round-moves';
import type { Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { refuse, type Refusal } from '../shared/refusal';

/** Where one seat stands on one item. A recusal is for good: the ballot before it stays on record and counts no more. */
export const BALLOT_STATES = ['none', 'draft', 'cast', 'revised', 'recused'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

export interface BallotFacts {
  readonly roundState: RoundState;
  readonly now: Instant;
  readonly deadlineAt: Instant;
}

/**
 * A draft of a revision moves nothing: it may be kept whenever `revise` may be made, and the cast version counts
 * until then.
 */
export const ballotMachine = defineMachine({
  name: 'ballot',
  moves: {
    saveDraft: { from: ['none', 'draft'], to: 'draft', refusal: mayWrite },
    cast: { from: ['none', 'draft'], to: 'cast', refusal: mayWrite },
    revise: { from: ['cast', 'revised'], to: 'revised', refusal: mayWrite },
    recuse: { from: ['none', 'draft', 'cast', 'revised'], to: 'recused', refusal: mayWrite },
  },
});

/** Whether the seat has a ballot that counts. */
export const hasCast = (state: BallotState): boolean => state === 'cast' || state === 'revised';

function mayWrite({ roundState, now, deadlineAt }: BallotFacts): Refusal | null {
  if (roundState !== 'open') return refuse('roundNotOpen', { state: roundState });
  return takesBallots(now, deadlineAt) ? null : refuse('deadlinePassed', { deadlineAt });
}
