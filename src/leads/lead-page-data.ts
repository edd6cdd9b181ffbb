import { holds, type Viewer } from '../domain/access/viewer';
import type { DuplicateGrade, DuplicateGround } from '../domain/lead/duplicates';
import type { Lead } from './lead.entity';

/** A lead that a submitted one looks like, as the secretariat sees it. */
export interface AlikeLead {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly submittedAt: string;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
}

/** A lead that a new one can begin from. */
export interface EarlierLead {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly investorName: string;
}

/** Until a panel has admitted it, for its scout and for those who would pass it on. */
export function looksForPlace(viewer: Viewer, { state, scoutId }: Lead): boolean {
  const isSettled = ['admitted', 'rejected', 'withdrawn', 'merged'].includes(state);
  return !isSettled && (scoutId === viewer.personId || holds(viewer, 'secretariat', 'leadingGroup'));
}
