import type { Viewer } from '../domain/access/viewer';
import type { LedgerActor } from '../ledger/ledger';

/** How a person appears in the record of their act. */
export function actorOf(viewer: Viewer): LedgerActor {
  return { personId: viewer.personId, label: `${viewer.name}（${viewer.unitName}）` };
}
