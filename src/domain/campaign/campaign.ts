import { holds, type Viewer } from '../access/viewer';
import { daysBetween, type Day } from '../shared/instant';
import { refuse, type Refusal } from '../shared/refusal';

/** What a campaign is called by; none has rules of its own (mechanisms 46, 48: theme year, 百日会战, 千百工程). */
export const CAMPAIGN_KINDS = ['themeYear', 'hundredDays', 'programme', 'other'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** The highest rank among those who went (mechanisms 56). */
export const LEADER_LEVELS = ['staff', 'unitHead', 'countyLeader', 'cityLeader', 'topLeader'] as const;
export type LeaderLevel = (typeof LEADER_LEVELS)[number];

export const VISIT_RESULTS = ['introduced', 'interested', 'willCome', 'underTalks', 'declined'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** Days of the campaign that are over by the end of `today`, of all its days; both ends count. */
export function timeOf({ startsOn, endsOn }: Term, today: Day): { passed: number; total: number } {
  const total = daysBetween(startsOn, endsOn) + 1;
  const passed = Math.min(total, Math.max(0, daysBetween(startsOn, today) + 1));
  return { passed, total };
}

/** Whether what is done keeps up with the share of time that is over; a goal of nothing is always kept up with. */
export function keepsUp(done: number, goal: number, time: { passed: number; total: number }): boolean {
  return done * time.total >= goal * time.passed;
}

/** A visit counts in the one campaign it was logged for, and only while that runs. */
export function countsIn(campaign: Term, visitedOn: Day): Refusal | null {
  const within = campaign.startsOn <= visitedOn && visitedOn <= campaign.endsOn;
  return within ? null : refuse('visitOutsideCampaign', { from: campaign.startsOn, to: campaign.endsOn });
}

/** Whose visits someone sees: all, those of their own unit, or none at all. */
export function visitScope(viewer: Viewer): 'all' | 'unit' | 'none' {
  if (holds(viewer, 'secretariat', 'leadingGroup')) return 'all';
  return holds(viewer, 'scout') ? 'unit' : 'none';
}

/** Whoever logged it, and the secretariat. */
export function mayCorrectVisit(viewer: Viewer, visit: { readonly byId: string }): boolean {
  return holds(viewer, 'secretariat') || visit.byId === viewer.personId;
}
