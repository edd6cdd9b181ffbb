import { EDITABLE_STATES, type LeadState } from '../lead/states';
import { refuse, type Refusal } from '../shared/refusal';
import { holds, type Viewer } from './viewer';

/** What the rules must know of a lead. */
export interface LeadFacts {
  readonly state: LeadState;
  readonly scoutId: string;
  readonly coScoutAccounts: readonly string[];
  /** Units of the hosts it is meant for. */
  readonly hostUnitIds: readonly string[];
  readonly isRestricted: boolean;
  /** Who has an interest in it, confirmed, declared, or still to be decided. */
  readonly keptAwayIds: readonly string[];
}

/** Taken in and not withdrawn: from here on hosts and supporters work on it. */
const ACCEPTED: readonly LeadState[] = [
  'queued',
  'inReview',
  'admitted',
  'consulting',
  'resubmit',
  'deferred',
  'rejected',
];

const isOwn = (viewer: Viewer, lead: LeadFacts): boolean =>
  holds(viewer, 'scout') && viewer.personId === lead.scoutId;
const isShared = (viewer: Viewer, lead: LeadFacts): boolean =>
  holds(viewer, 'scout') && lead.state !== 'draft' && lead.coScoutAccounts.includes(viewer.account);
const isItsHost = (viewer: Viewer, lead: LeadFacts): boolean =>
  holds(viewer, 'host') && lead.hostUnitIds.includes(viewer.unitId);

/** Whoever runs the rounds or inspects them never judges, so no interest keeps them away. */
export const neverJudges = (viewer: Viewer): boolean => holds(viewer, 'secretariat', 'inspector');

/** Whoever has an interest in a lead sees nothing of it, in whatever other capacity; for them it does not exist. */
const isKeptAway = (viewer: Viewer, lead: LeadFacts): boolean =>
  !neverJudges(viewer) && lead.keptAwayIds.includes(viewer.personId);

/**
 * A draft belongs to its scout alone. Reported leads are seen by the scout, co-scouts, the secretariat, the leading
 * group and the inspector; once accepted also by the hosts it is meant for and the support departments. For others
 * it does not exist: the refusal is to be answered as 404.
 */
export function maySeeLead(viewer: Viewer, lead: LeadFacts): Refusal | null {
  if (isKeptAway(viewer, lead)) return refuse('leadNotFound');
  if (isOwn(viewer, lead) || isShared(viewer, lead)) return null;
  const isReported = lead.state !== 'draft';
  if (isReported && holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return null;
  const isAccepted = ACCEPTED.includes(lead.state);
  if (isAccepted && (isItsHost(viewer, lead) || holds(viewer, 'supporter'))) return null;
  return refuse('leadNotFound');
}

/** Its scout, as long as it has not been handed in or came back for completion. */
export function mayEditLead(viewer: Viewer, lead: LeadFacts): Refusal | null {
  const unseen = maySeeLead(viewer, lead);
  if (unseen !== null) return unseen;
  if (!isOwn(viewer, lead)) return refuse('notYourLead');
  return EDITABLE_STATES.includes(lead.state) ? null : refuse('leadNotEditable', { state: lead.state });
}

/** A host speaks for its own park and only about leads meant for it, before the vote. */
export function mayAnswerAsHost(
  viewer: Viewer,
  lead: LeadFacts,
  host: { readonly unitId: string },
): Refusal | null {
  const unseen = maySeeLead(viewer, lead);
  if (unseen !== null) return unseen;
  if (!holds(viewer, 'host') || host.unitId !== viewer.unitId) return refuse('notYourHost');
  if (!lead.hostUnitIds.includes(host.unitId)) return refuse('hostNotIntended');
  return lead.state === 'queued' ? null : refuse('hostAnswerTooLate', { state: lead.state });
}

/** Has to do with it, or works on it: its scouts, the hosts it is meant for, and the secretariat. */
const isParty = (viewer: Viewer, lead: LeadFacts): boolean =>
  isOwn(viewer, lead) || isShared(viewer, lead) || isItsHost(viewer, lead) || holds(viewer, 'secretariat');

/** The investor's contact in full at once: its own scout only. Everybody else sees it masked. */
export function maySeeContact(viewer: Viewer, lead: LeadFacts): boolean {
  return maySeeLead(viewer, lead) === null && isOwn(viewer, lead);
}

/** To be shown it for a purpose and for a while, on record: whoever has to call somebody. */
export function mayUnmaskContact(viewer: Viewer, lead: LeadFacts): Refusal | null {
  const unseen = maySeeLead(viewer, lead);
  if (unseen !== null) return unseen;
  return isParty(viewer, lead) ? null : refuse('contactNotForYou');
}

/** Who has been shown it: its own scout, the secretariat and the inspector. */
export function maySeeContactViews(viewer: Viewer, lead: LeadFacts): boolean {
  if (maySeeLead(viewer, lead) !== null) return false;
  return isOwn(viewer, lead) || holds(viewer, 'secretariat', 'inspector');
}

/**
 * A restricted lead hides who invests from everybody outside the panel and the parties: of those who see leads, from
 * the support departments. The leading group decides on it and the inspector watches how: both read what the panel
 * reads, and each look is recorded.
 */
export function maySeeInvestor(viewer: Viewer, lead: LeadFacts): boolean {
  if (maySeeLead(viewer, lead) !== null) return false;
  return !lead.isRestricted || isParty(viewer, lead) || holds(viewer, 'inspector', 'leadingGroup');
}
