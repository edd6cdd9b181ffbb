import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { AdmissionCondition } from './condition.entity';
import type { ItemForConditions } from './conditions.queries';

/**
 * The chair of the panel sets conditions: before the announcement on what will be admitted, and while a consultation
 * is open, which may still admit.
 */
export function maySet(viewer: Viewer, item: ItemForConditions): Refusal | null {
  if (viewer.personId !== item.chairId) return refuse('notTheChair');
  if (!item.allowed) return refuse('conditionsNotAllowed');
  if (item.roundState === 'closed')
    return item.decided === 'admit' ? null : refuse('conditionWithoutAdmission');
  return item.leadState === 'consulting' && item.roundState === 'announced'
    ? null
    : refuse('conditionTooLate');
}

/**
 * What the host made a condition is confirmed or set aside while the chair may set conditions, by the chair or by the
 * secretariat, which took the host's word down.
 */
export function maySettle(viewer: Viewer, item: ItemForConditions): Refusal | null {
  return maySet(holds(viewer, 'secretariat') ? { ...viewer, personId: item.chairId } : viewer, item);
}

/** Its owner, the secretariat, and the people of the park it was admitted for. */
export function mayReport(viewer: Viewer, condition: AdmissionCondition, hostUnitId: string | null): boolean {
  if (viewer.personId === condition.ownerId || holds(viewer, 'secretariat')) return true;
  return holds(viewer, 'host') && hostUnitId !== null && hostUnitId === viewer.unitId;
}

/** The secretariat checks; whoever reported is told by the machine that it takes a second person. */
export function mayCheck(viewer: Viewer): boolean {
  return holds(viewer, 'secretariat');
}
