import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { AdmissionCondition } from './condition.entity';
import type { ItemForConditions } from './conditions.queries';

/**
 * Whoever presides over the item sets conditions: before the announcement on what will be admitted, and while a consultation
 * is open, which may still admit.
 */
export function maySet(viewer: Viewer, item: ItemForConditions): Refusal | null {
  return viewer.personId === item.presidingId ? whyNotNow(item) : refuse('notPresiding');
}

function whyNotNow(item: ItemForConditions): Refusal | null {
  if (!item.allowed) return refuse('conditionsNotAllowed');
  if (item.roundState === 'closed')
    return item.decided === 'admit' ? null : refuse('conditionWithoutAdmission');
  return item.leadState === 'consulting' && item.roundState === 'announced'
    ? null
    : refuse('conditionTooLate');
}

/**
 * What the host made a condition is confirmed or set aside while conditions may be set, by who presides or by the
 * secretariat, which took the host's word down.
 */
export function maySettle(viewer: Viewer, item: ItemForConditions): Refusal | null {
  return holds(viewer, 'secretariat') ? whyNotNow(item) : maySet(viewer, item);
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
