import { holds, type Viewer } from '../access/viewer';
import type { LeadState } from '../lead/states';
import { addDays, beijingDay, isDay, type Instant } from '../shared/instant';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';

/** Days that a record may lie back: what is older was not written down in time and belongs into a note. */
export const RECORD_REACH = 30;

/** States in which the investor is followed up. */
const FOLLOWED: readonly LeadState[] = [
  'submitted',
  'returned',
  'queued',
  'inReview',
  'consulting',
  'resubmit',
  'deferred',
];

interface Asked {
  readonly kind: 'response' | 'answer' | 'followUp';
  readonly onDay: string;
  readonly note: string;
}

/**
 * Why this record cannot be made: a follow-up by the lead's scout or the secretariat; a first word and an answer to the
 * scout by the secretariat, while they are promised.
 */
export function recordRefusal(
  viewer: Viewer,
  lead: { readonly state: LeadState; readonly scoutId: string },
  { kind }: Pick<Asked, 'kind'>,
): Refusal | null {
  const office = holds(viewer, 'secretariat');
  if (kind === 'followUp') {
    if (!office && lead.scoutId !== viewer.personId) return refuse('notYourLead');
    return FOLLOWED.includes(lead.state) ? null : refuse('recordNotNow');
  }
  if (!office) return refuse('notYourRole');
  const wanted: LeadState = kind === 'response' ? 'submitted' : 'queued';
  return lead.state === wanted ? null : refuse('recordNotNow');
}

/** What is wrong with what was typed. */
export function recordFault({ onDay, note }: Asked, now: Instant): Refusal | null {
  const today = beijingDay(now);
  return firstRefusal(
    () => (isDay(onDay) && onDay <= today ? null : refuse('recordDayAhead')),
    () => (onDay >= addDays(today, -RECORD_REACH) ? null : refuse('recordDayTooOld', { days: RECORD_REACH })),
    () => (note.trim() === '' ? refuse('recordNoteMissing') : null),
  );
}
