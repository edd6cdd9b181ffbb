import type { LeadState } from '../domain/lead/states';

/** The tabs of the list, in their order; each state belongs to one. */
export const LEAD_TABS = [
  'draft',
  'submitted',
  'returned',
  'queued',
  'inReview',
  'discussing',
  'admitted',
  'other',
] as const;
export type LeadTab = (typeof LEAD_TABS)[number];

const tabs: Readonly<Record<LeadState, LeadTab>> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  queued: 'queued',
  inReview: 'inReview',
  consulting: 'discussing',
  resubmit: 'discussing',
  admitted: 'admitted',
  deferred: 'other',
  rejected: 'other',
  withdrawn: 'other',
  merged: 'other',
};

export function tabOf(state: LeadState): LeadTab {
  return tabs[state];
}

/** Reported and neither given up nor turned down: such a lead stands in the way of a second one. */
const LIVE: readonly LeadState[] = [
  'submitted',
  'returned',
  'queued',
  'inReview',
  'admitted',
  'consulting',
  'resubmit',
  'deferred',
];

export function isLive(state: LeadState): boolean {
  return LIVE.includes(state);
}

export const LIVE_STATES = LIVE;
