import type { Viewer } from '../domain/access/viewer';
import type { DisputeState } from '../domain/claim/dispute';
import { seesAll } from './claims.queries';
import type { DisputeAct } from './dispute.entity';

/** What the rules must know of a dispute to say who sees what of it. */
export interface DisputeParties {
  readonly state: DisputeState;
  readonly challengerId: string;
  /** Who has the lead first reported in hand. */
  readonly holderId: string;
}

export type Side = 'decider' | 'holder' | 'challenger';

/** As whom somebody looks at a dispute; null for whom it does not exist. A party that also decides looks as a party. */
export function sideOf(viewer: Viewer, { challengerId, holderId }: DisputeParties): Side | null {
  if (viewer.personId === challengerId) return 'challenger';
  if (viewer.personId === holderId) return 'holder';
  return seesAll(viewer) ? 'decider' : null;
}

/**
 * Both sides see the ruling with its reasons. Before it the holder sees what the challenger states, so that he can
 * answer it; the challenger sees nothing of the holder's, and neither sees the proposal.
 */
export function seesAct(side: Side, { state }: DisputeParties, { move }: Pick<DisputeAct, 'move'>): boolean {
  if (side === 'decider' || state === 'ruled') return true;
  if (move === 'propose') return false;
  return side === 'holder' || move === 'file' || move === 'withdraw';
}

/** Papers are for those who decide and for the side that brought them. */
export function seesPaper(side: Side, of: 'holder' | 'challenger'): boolean {
  return side === 'decider' || side === of;
}
