import type { Viewer } from '../domain/access/viewer';
import type { DisputeFacts } from '../domain/claim/dispute';
import type { Instant } from '../domain/shared/instant';
import type { DisputeRow } from './disputes.queries';

/** What the moves of a dispute are asked with; the same for the act and for its button. */
export function disputeFacts(viewer: Viewer, dispute: DisputeRow, now: Instant): DisputeFacts {
  return {
    roles: viewer.roles,
    isHolder: viewer.personId === dispute.holderId,
    isChallenger: viewer.personId === dispute.challengerId,
    now,
    answerBy: dispute.answerBy,
    answered: dispute.state === 'answered' || dispute.state === 'proposed',
    forLeadingGroup: dispute.forLeadingGroup === 1,
  };
}
