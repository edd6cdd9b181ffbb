import type { TallyResult } from './tally-result';
import { RULINGS, type Ruling, type RuleSet } from '../rubric/rule-set';
import { addDays, beijingDay, endOfDay, type Instant } from '../shared/instant';
import { refuse, type Refusal } from '../shared/refusal';
import type { WorkCalendar } from '../shared/workdays';

export const isRuling = (text: string): text is Ruling => (RULINGS as readonly string[]).includes(text);

/**
 * What the chair may choose for a borderline item. A veto that stands in the way narrows it, and an item that has come back with
 * material as often as the rules allow cannot be sent back again. Empty for an item that is not borderline.
 */
export function rulingsFor(
  result: Pick<TallyResult, 'outcome' | 'vetoes' | 'rules'>,
  resubmissions: number,
): readonly Ruling[] {
  if (result.outcome !== 'borderline') return [];
  const { borderline, veto } = result.rules;
  const { confirmed, unresolved } = result.vetoes;
  const narrowed = confirmed.length + unresolved.length > 0;
  return borderline.choices
    .filter((ruling) => !narrowed || veto.unresolved.includes(ruling))
    .filter((ruling) => ruling !== 'resubmit' || resubmissions < borderline.mostResubmissions);
}

/** Whether this choice may be made. The chair's reason goes into the letter, so there has to be one. */
export function checkRuling(
  ruling: { readonly choice: string; readonly reason: string },
  result: Pick<TallyResult, 'outcome' | 'vetoes' | 'rules'>,
  resubmissions: number,
): Refusal | null {
  if (result.outcome !== 'borderline') return refuse('notBorderline', { outcome: result.outcome });
  const { choice } = ruling;
  if (!isRuling(choice)) return refuse('rulingUnknown');
  const open = rulingsFor(result, resubmissions);
  if (!open.includes(choice)) {
    const { mostResubmissions: most } = result.rules.borderline;
    return choice === 'resubmit' && resubmissions >= most
      ? refuse('resubmittedTooOften', { times: resubmissions, most })
      : refuse('rulingNotOpen', { ruling: choice, open: open.join(',') });
  }
  return ruling.reason.trim() === '' ? refuse('reasonMissing') : null;
}

/** Until when the ruling has to be followed up: the meeting held, the material handed in, the deferral lapsed. */
export function rulingDue(ruling: Ruling, ruledAt: Instant, rules: RuleSet, calendar: WorkCalendar): Instant {
  const { consultWorkdays, resubmitWorkdays, deferMonths } = rules.borderline;
  if (ruling === 'consult') return calendar.addWorkdays(ruledAt, consultWorkdays);
  if (ruling === 'resubmit') return calendar.addWorkdays(ruledAt, resubmitWorkdays);
  return endOfDay(monthsLater(beijingDay(ruledAt), deferMonths));
}

/** The same day of a later month, or that month's last day: 31 January and one month is 28 February. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const candidate = addDays(first, date - 1);
  return candidate.slice(0, 7) === first.slice(0, 7)
    ? candidate
    : addDays(candidate, -Number(candidate.slice(8)));
}
