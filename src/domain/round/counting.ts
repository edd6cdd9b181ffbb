import { refuse, type Refusal } from '../shared/refusal';

export interface CountingFacts {
  /** The rules of the round let the clock count it. */
  readonly byClock: boolean;
  /** Items without their quorum. */
  readonly itemsShort: number;
  /** Vetoes that are neither confirmed nor dismissed. */
  readonly vetoesOpen: number;
}

/** Whether a locked round is counted without anybody pressing: never while a person could still change the result. */
export function countsByItself({ byClock, itemsShort, vetoesOpen }: CountingFacts): Refusal | null {
  if (!byClock) return refuse('countedByHand');
  if (itemsShort > 0) return refuse('quorumShort', { items: itemsShort });
  return vetoesOpen > 0 ? refuse('vetoesOpen', { vetoes: vetoesOpen }) : null;
}
