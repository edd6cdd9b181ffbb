import { addDays, beijingDay, endOfDay, isDay, type Day, type Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { PauseSpan } from './due';

export type PauseState = 'asked' | 'running' | 'declined' | 'withdrawn' | 'resumed';

/** What a pause must be known by for the rules. */
export interface PauseFacts {
  readonly askedById: string;
  readonly byId: string;
  readonly now: Instant;
  /** The last day of the pause. */
  readonly until: Day;
  /** When the promise ends as it stands, pauses before this one counted. */
  readonly dueAt: Instant;
  readonly reason: string;
}

type Rule = (facts: PauseFacts) => Refusal | null;

const withReason: Rule = ({ reason }) => (reason.trim() === '' ? refuse('reasonMissing') : null);
const bySecondPerson: Rule = ({ askedById, byId }) =>
  askedById === byId ? refuse('pauseNeedsSecond') : null;
const byWhoAsked: Rule = ({ askedById, byId }) => (askedById === byId ? null : refuse('pauseNotYours'));
/** Rule 10: a due date never slides because it is overdue. */
const notOverdue: Rule = ({ now, dueAt }) => (now > dueAt ? refuse('pauseOverdue') : null);
const notOver: Rule = ({ now, until }) => (now > endOfDay(until) ? refuse('pauseDayPast') : null);

/**
 * A pause is asked for with a reason and a last day, begins when a second person approves it, and ends with that day or
 * when somebody resumes the promise before.
 */
export const pauseMachine = defineMachine({
  name: 'pause',
  moves: {
    approve: {
      from: ['asked'],
      to: 'running',
      refusal: (facts: PauseFacts) =>
        firstRefusal(
          () => bySecondPerson(facts),
          () => notOver(facts),
          () => notOverdue(facts),
        ),
    },
    decline: {
      from: ['asked'],
      to: 'declined',
      refusal: (facts: PauseFacts) =>
        firstRefusal(
          () => bySecondPerson(facts),
          () => withReason(facts),
        ),
    },
    withdraw: { from: ['asked'], to: 'withdrawn', refusal: byWhoAsked },
    resume: {
      from: ['running'],
      to: 'resumed',
      refusal: (facts: PauseFacts) =>
        firstRefusal(
          () => notOver(facts),
          () => withReason(facts),
        ),
    },
  },
});

/** Why a pause cannot be asked for. */
export function askingRefusal(
  asked: { readonly now: Instant; readonly dueAt: Instant; readonly until: string; readonly reason: string },
  longest: number,
): Refusal | null {
  const today = beijingDay(asked.now);
  return firstRefusal(
    () => (asked.now > asked.dueAt ? refuse('pauseOverdue') : null),
    () => (asked.reason.trim() === '' ? refuse('reasonMissing') : null),
    () => (isDay(asked.until) && asked.until > today ? null : refuse('pauseDayPast')),
    () => (asked.until > addDays(today, longest) ? refuse('pauseTooLong', { days: longest }) : null),
  );
}

/** A pause as it was recorded. */
export interface PauseRecord {
  readonly state: PauseState;
  readonly begunAt: Instant | null;
  readonly until: Day;
  readonly resumedAt: Instant | null;
}

/** Whether it holds the promise up now. */
export function isPausing({ state, until }: PauseRecord, now: Instant): boolean {
  return state === 'running' && now <= endOfDay(until);
}

/**
 * The time it has taken or, while it runs, will take by its last day; null where it never began. It counts no further
 * than its last day, whenever somebody looks.
 */
export function spanOf({ state, begunAt, until, resumedAt }: PauseRecord): PauseSpan | null {
  if (begunAt === null || (state !== 'running' && state !== 'resumed')) return null;
  return { from: begunAt, to: resumedAt ?? endOfDay(until) };
}
