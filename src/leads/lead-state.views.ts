import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { Words } from '../words/words';
import { intakeDue } from '../domain/lead/intake-clock';
import type { PromiseEnd } from '../domain/promise/due';
import type { PromiseLimits } from '../domain/promise/limits';
import { formatsFor } from '../words/formats';
import type { Lead } from './lead.entity';

export interface NextStep {
  readonly text: string;
  readonly late: boolean;
}

/** What terms are reckoned with. */
export interface StepTime {
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  readonly limits: PromiseLimits;
}

/** How long the secretariat still has; late from the last day on. */
export function intakeLeft(
  dueAt: Instant,
  { calendar, now }: Pick<StepTime, 'calendar' | 'now'>,
  words: Words,
): NextStep {
  const days = calendar.workdaysBetween(now, dueAt);
  if (days > 0) return { text: words.t('leads.next.intake', { n: days }), late: false };
  if (days === 0) return { text: words.t('leads.next.intakeToday'), late: true };
  return { text: words.t('leads.next.intakeLate', { n: -days }), late: true };
}

/** What happens next with a lead and who has to do it. `end`: of its intake check, where pauses are reckoned in. */
export function nextStep(
  lead: Pick<Lead, 'state' | 'stateAt' | 'acceptedAt' | 'track' | 'totalInvestment'> & {
    statements: number;
    hosts: number;
  },
  own: boolean,
  time: StepTime,
  words: Words,
  end: PromiseEnd | null = null,
): NextStep {
  const { state } = lead;
  if (state === 'submitted' && end !== null && end.pausedUntil !== null)
    return {
      text: words.t('promises.next.paused', { day: formatsFor(words).day(end.pausedUntil) }),
      late: false,
    };
  if (state === 'submitted') {
    const dueAt = end?.dueAt ?? intakeDue(time.calendar, lead.stateAt, lead, time.limits);
    return intakeLeft(dueAt, time, words);
  }
  if (state === 'queued') {
    const { statements, hosts } = lead;
    return { text: words.t('leads.next.queued', { n: statements, of: hosts }), late: false };
  }
  const mine = own && (state === 'returned' || state === 'resubmit');
  return { text: words.t(`leads.next.${state}${mine ? '.own' : ''}`), late: mine };
}
