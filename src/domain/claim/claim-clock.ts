import type { LeadState } from '../lead/states';
import { addDays, beijingDay, endOfDay, type Instant } from '../shared/instant';
import type { ClaimRules } from './claim-rules';
import type { ClaimState } from './states';

/** Terms end with the Beijing day they fall on: nobody loses a first report in the middle of a day. */
function daysAfter(from: Instant, days: number): Instant {
  return endOfDay(addDays(beijingDay(from), days));
}

/** Until when a first report is protected that begins now, before or after admission. */
export function protectionFrom(now: Instant, admitted: boolean, rules: ClaimRules): Instant {
  return daysAfter(now, admitted ? rules.admittedDays : rules.protectionDays);
}

/** When silence since the last follow-up is told, and when it ends the first report; the protection may end before. */
export function silenceFrom(
  followedAt: Instant,
  protectedUntil: Instant,
  rules: ClaimRules,
): { readonly amberAt: Instant; readonly lapsesAt: Instant } {
  const silent = daysAfter(followedAt, rules.lapseAfterDays);
  return {
    amberAt: daysAfter(followedAt, rules.amberAfterDays),
    lapsesAt: silent < protectedUntil ? silent : protectedUntil,
  };
}

/** While a panel or a consultation has the lead, waiting is not the scout's silence. */
export const HELD_BY_OTHERS: readonly LeadState[] = ['inReview', 'consulting'];

export type ClaimLight = 'green' | 'amber' | 'red' | 'paused';

export interface ClaimClock {
  readonly state: ClaimState;
  readonly leadState: LeadState;
  readonly amberAt: Instant | null;
  readonly lapsesAt: Instant | null;
}

/** The light of a first report. Red is one that is lost; paused one on which no clock runs. */
export function claimLight({ state, leadState, amberAt, lapsesAt }: ClaimClock, now: Instant): ClaimLight {
  if (state === 'reported') return 'paused';
  if (state !== 'protected') return state === 'ended' ? 'paused' : 'red';
  if (HELD_BY_OTHERS.includes(leadState)) return 'paused';
  if (lapsesAt !== null && lapsesAt < now) return 'red';
  return amberAt !== null && amberAt < now ? 'amber' : 'green';
}
