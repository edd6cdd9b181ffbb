import { refuse, type Refusal } from '../shared/refusal';
import { holds, type Viewer } from './viewer';

/** What a host has and wants is stated by its own people and by administrators; everybody signed in may read it. */
export function mayStateProfile(viewer: Viewer, host: { readonly unitId: string | null }): Refusal | null {
  if (holds(viewer, 'admin')) return null;
  return holds(viewer, 'host') && host.unitId === viewer.unitId ? null : refuse('notYourHostProfile');
}
