import type { Viewer } from '../domain/access/viewer';
import type { LedgerActor } from './ledger';

/** Whoever is signed in, as records and ledger name them. */
export function actorOf(viewer: Viewer): LedgerActor {
  return { personId: viewer.personId, label: `${viewer.name}（${viewer.unitName}）` };
}

/** What falls due by a rule and a time, with nobody pressing. */
export const theClock: LedgerActor = { personId: null, label: '系统（到时自动）' };
