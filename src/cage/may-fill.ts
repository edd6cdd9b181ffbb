import { holds, type Viewer } from '../domain/access/viewer';
import { refuse, type Refusal } from '../domain/shared/refusal';

/** The secretariat fills in the five ones, and so do the people of the project's park. */
export function mayFill(viewer: Viewer, project: { readonly hostUnitId: string | null }): Refusal | null {
  if (holds(viewer, 'secretariat')) return null;
  const isItsHost = holds(viewer, 'host') && project.hostUnitId === viewer.unitId;
  return isItsHost ? null : refuse('notYourProject');
}
