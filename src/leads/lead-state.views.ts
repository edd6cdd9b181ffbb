import type { LeadState } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import { seal, tag, type Outcome, type Seal, type Tag, type TagTone } from '../http/views/marks';
import type { Words } from '../words/words';
import { intakeDue } from './intake-clock';
import type { Lead } from './lead.entity';

const tones: Readonly<Partial<Record<LeadState, TagTone>>> = {
  submitted: 'amber',
  returned: 'red',
  queued: 'blue',
};

const outcomes: Readonly<Partial<Record<LeadState, Outcome>>> = {
  admitted: 'admit',
  consulting: 'consult',
  resubmit: 'resubmit',
  deferred: 'defer',
  rejected: 'reject',
};

/** A state on the way is a tag, an outcome a seal; one of the two is null. */
export interface StateMark {
  readonly tag: Tag | null;
  readonly seal: Seal | null;
}

/** A lead turned down at intake never stood before a panel: it gets no panel's seal. */
export function stateMark(lead: Pick<Lead, 'state' | 'acceptedAt'>, words: Words): StateMark {
  const { state, acceptedAt } = lead;
  const outcome = outcomes[state];
  if (state === 'rejected' && acceptedAt === null)
    return { tag: tag(words.t('leads.state.rejectedAtIntake'), 'red', state), seal: null };
  if (outcome) return { tag: null, seal: { ...seal(outcome, words.t(`leads.seal.${outcome}`), 'line') } };
  return { tag: tag(words.t(`lead.state.${state}`), tones[state] ?? '', state), seal: null };
}

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
