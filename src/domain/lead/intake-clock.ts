import { begunBefore, promiseDue } from '../promise/due';
import { intakeTerm, largeFrom, type IntakeSize, type PromiseLimits } from '../promise/limits';
import type { Instant } from '../shared/instant';
import type { WorkCalendar } from '../shared/workdays';
import type { Track } from './dictionaries';

/** When a lead handed in at `from` has to be accepted or returned, by the limits of the city. */
export function intakeDue(
  calendar: WorkCalendar,
  from: Instant,
  lead: IntakeSize,
  limits: PromiseLimits,
): Instant {
  return promiseDue(calendar, from, intakeTerm(limits, lead), limits.closesAt);
}

/** By it a database finds the leads whose intake check is overdue. */
export interface IntakeOverdue {
  /** Handed in before: overdue, unless it is large or specialist. */
  readonly before: Instant;
  /** Handed in before: overdue, however large. */
  readonly longBefore: Instant;
  /** Hundredths of 万元 from which on it is large. */
  readonly largeFrom: number;
  readonly specialistTracks: readonly Track[];
}

export function intakeOverdue(calendar: WorkCalendar, now: Instant, limits: PromiseLimits): IntakeOverdue {
  const before = (workdays: number): Instant => begunBefore(calendar, workdays, limits.closesAt, now);
  return {
    before: before(limits.intake),
    longBefore: before(limits.intakeLong),
    largeFrom: largeFrom(limits),
    specialistTracks: limits.specialistTracks,
  };
}
