import type { Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';

/** `soon`: the reminder is due. `late`: the last day is over. */
export type AnswerStanding = 'open' | 'soon' | 'late';

export interface AnswerTerm {
  readonly dueAt: Instant;
  readonly standing: AnswerStanding;
  /** Workdays left; negative when late. */
  readonly left: number;
}

/** When an answer asked for at `from` is due: the end of the n-th workday after it; a due date never slides. */
export function answerTerm(
  calendar: WorkCalendar,
  from: Instant,
  limit: { readonly workdays: number; readonly remindBefore: number },
  now: Instant,
): AnswerTerm {
  const dueAt = calendar.addWorkdays(from, limit.workdays);
  const left = calendar.workdaysBetween(now, dueAt);
  if (now > dueAt) return { dueAt, standing: 'late', left: Math.min(left, -1) };
  return { dueAt, standing: left <= limit.remindBefore ? 'soon' : 'open', left };
}
