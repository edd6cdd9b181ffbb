import type { Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { refuse, type Refusal } from '../shared/refusal';

/** What nobody does to a round alone: one person asks with a reason, another carries it out. */
export const REQUEST_KINDS = ['reopen', 'void'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['asked', 'carriedOut', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface CarryingOutFacts {
  readonly askedById: string;
  readonly byId: string;
  /** The deadline that was asked for; null where the request is for none. */
  readonly newDeadlineAt: Instant | null;
  /** A deadline that the second person has sent along; null where none was. */
  readonly sentDeadlineAt: Instant | null;
}

/** The life of such a request. Either of the two, or anybody else who may carry it out, can take it back. */
export const requestMachine = defineMachine({
  name: 'roundRequest',
  moves: {
    carryOut: { from: ['asked'], to: 'carriedOut', refusal: mayCarryOut },
    withdraw: { from: ['asked'], to: 'withdrawn' },
  },
});

/** The second person agrees to what was asked; whoever wants something else has to ask for it anew. */
function mayCarryOut(facts: CarryingOutFacts): Refusal | null {
  const { askedById, byId, newDeadlineAt, sentDeadlineAt } = facts;
  if (askedById === byId) return refuse('secondPersonNeeded');
  return sentDeadlineAt !== null && sentDeadlineAt !== newDeadlineAt
    ? refuse('requestDiffers', { deadlineAt: newDeadlineAt ?? '' })
    : null;
}
