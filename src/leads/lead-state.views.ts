import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { Words } from '../words/words';
import { intakeDue } from '../domain/lead/intake-clock';
import type { Lead } from './lead.entity';

export interface NextStep {
  readonly text: string;
  readonly late: boolean;
}

/** How long the secretariat still has; late from the last day on. */
export function intakeLeft(since: Instant, calendar: WorkCalendar, now: Instant, words: Words): NextStep {
  const days = calendar.workdaysBetween(now, intakeDue(calendar, since));
  if (days > 0) return { text: words.t('leads.next.intake', { n: days }), late: false };
  if (days === 0) return { text: words.t('leads.next.intakeToday'), late: true };
  return { text: words.t('leads.next.intakeLate', { n: -days }), late: true };
}

/** What happens next with a lead and who has to do it. */
export function nextStep(
  lead: Pick<Lead, 'state' | 'stateAt' | 'acceptedAt'> & { statements: number; hosts: number },
  own: boolean,
  time: { readonly calendar: WorkCalendar; readonly now: Instant },
  words: Words,
): NextStep {
  const { state } = lead;
  if (state === 'submitted') return intakeLeft(lead.stateAt, time.calendar, time.now, words);
  if (state === 'queued') {
    const { statements, hosts } = lead;
    return { text: words.t('leads.next.queued', { n: statements, of: hosts }), late: false };
  }
  const mine = own && (state === 'returned' || state === 'resubmit');
  return { text: words.t(`leads.next.${state}${mine ? '.own' : ''}`), late: mine };
}
