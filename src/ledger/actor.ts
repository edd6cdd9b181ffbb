import type { Viewer } from '../domain/access/viewer';
import type { LedgerActor } from './ledger';

/** Whoever is signed in, as records and ledger name them. */
export function actorOf(viewer: Viewer): LedgerActor {
  return { personId: viewer.personId, label: `${viewer.name}（${viewer.unitName}）` };
}
