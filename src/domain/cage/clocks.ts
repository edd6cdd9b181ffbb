import type { Slot } from './five-ones';
import type { ExplainedLight } from './light';
import { STAGE_RULES, type Stage } from './stages';
import { addDays, beijingDay, daysBetween, type Day, type Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';

/** Workdays in which the five slots are to be filled, and days from amber to red. A city may set others. */
export const CAGE_TERMS = { fiveOnesWorkdays: 5, redAfterDays: 30 } as const;
export type CageTerms = { readonly fiveOnesWorkdays: number; readonly redAfterDays: number };

/** An approved pause: while it lasts the clock stands still and shows grey. */
export interface Pause {
  readonly until: Day;
  readonly reason: string;
}

/** When the five slots are due: the end of the fifth workday after admission. */
export function fiveOnesDue(
  admittedAt: Instant,
  calendar: WorkCalendar,
  terms: CageTerms = CAGE_TERMS,
): Instant {
  return calendar.addWorkdays(admittedAt, terms.fiveOnesWorkdays);
}

/** The light of the five-ones clock: green when complete or still in time, amber when overdue, red when long overdue. */
export function fiveOnesLight(
  facts: {
    readonly dueAt: Instant;
    readonly now: Instant;
    readonly missing: readonly Slot[];
    readonly pause: Pause | null;
  },
  terms: CageTerms = CAGE_TERMS,
): ExplainedLight {
  const { dueAt, now, missing, pause } = facts;
  const today = beijingDay(now);
  const due = beijingDay(dueAt);
  const details = { missing: missing.join(','), count: missing.length, due };
  if (missing.length === 0) return { light: 'green', because: 'fiveOnesComplete', details: {} };
  if (isPaused(pause, today)) return paused(pause);
  if (now <= dueAt) return { light: 'green', because: 'fiveOnesInTime', details };
  return late(daysBetween(due, today), 'fiveOnesLate', details, terms);
}

/**
 * The light of a stage's clock. A stage without a clock of its own takes the date agreed in the contract; without
 * either there is nothing to be late for.
 */
export function stageLight(
  facts: {
    readonly stage: Stage;
    readonly enteredOn: Day;
    readonly agreedOn: Day | null;
    readonly now: Instant;
    readonly pause: Pause | null;
  },
  terms: CageTerms = CAGE_TERMS,
): ExplainedLight {
  const { stage, enteredOn, agreedOn, now, pause } = facts;
  const today = beijingDay(now);
  if (isPaused(pause, today)) return paused(pause);
  const due = stageDue(stage, enteredOn, agreedOn);
  if (due === null) return { light: 'green', because: 'stageWithoutClock', details: { stage } };
  if (today <= due) return { light: 'green', because: 'stageInTime', details: { stage, due } };
  return late(daysBetween(due, today), 'stageLate', { stage, due }, terms);
}

/** The last day on which a project should move on from a stage; null when no date is set. */
export function stageDue(stage: Stage, enteredOn: Day, agreedOn: Day | null): Day | null {
  const days = STAGE_RULES.find((rule) => rule.stage === stage)?.clockDays ?? null;
  return agreedOn ?? (days === null ? null : addDays(enteredOn, days));
}

function late(
  days: number,
  because: string,
  details: ExplainedLight['details'],
  terms: CageTerms,
): ExplainedLight {
  return { light: days > terms.redAfterDays ? 'red' : 'amber', because, details: { ...details, days } };
}

/** A pause that has ended is none: a due date never slides because it is overdue. */
function isPaused(pause: Pause | null, today: Day): pause is Pause {
  return pause !== null && today <= pause.until;
}

function paused({ until, reason }: Pause): ExplainedLight {
  return { light: 'grey', because: 'paused', details: { until, reason } };
}
