import { msOf, type Instant } from '../shared/instant';

/** How one seat did in one past round: how much of the time had passed when it was done, or null where it never was. */
export interface PastResponse {
  readonly roundId: string;
  readonly seatId: string;
  /** 0 is the opening, 1 the first deadline. */
  readonly doneAt: number | null;
}

/** Below so many comparable cases, or rounds, no chance is stated. */
export const FEWEST_CASES = 12;
export const FEWEST_ROUNDS = 3;

/** The panel's own rate counts as much as this many rounds of the seat itself. */
const WORTH_OF_PANEL = 4;

/** 90 % of intervals made so hold the true rate. */
const Z = 1.645;

/** What is known of seats that had not voted when as much time had passed as now. */
export interface Responses {
  readonly rounds: number;
  readonly cases: number;
  /** Of these cases, those that voted before the deadline after all. */
  readonly done: number;
  readonly isEnough: boolean;
  /** The chance of a seat, with the lowest and highest that the number of cases leaves open. */
  chance(seatId: string): { readonly low: number; readonly middle: number; readonly high: number };
}

/**
 * The past of a panel, seen from now: only cases count in which the seat had not voted either when `elapsed` of the
 * time (0 to 1) had passed. A seat's own cases are mixed with the rate of the whole panel, which weighs as much as
 * four rounds, so that a new holder is not judged by one round. The range is Wilson's interval about the panel's rate.
 */
export function responsesAt(past: readonly PastResponse[], elapsed: number): Responses {
  const cases = past.filter(({ doneAt }) => doneAt === null || doneAt > elapsed);
  const bySeat = new Map<string, { cases: number; done: number }>();
  for (const { seatId, doneAt } of cases) {
    const own = bySeat.get(seatId) ?? { cases: 0, done: 0 };
    bySeat.set(seatId, { cases: own.cases + 1, done: own.done + (inTime(doneAt) ? 1 : 0) });
  }
  const done = cases.filter(({ doneAt }) => inTime(doneAt)).length;
  const rounds = new Set(cases.map(({ roundId }) => roundId)).size;
  const panel = wilson(done, cases.length);
  return {
    rounds,
    cases: cases.length,
    done,
    isEnough: cases.length >= FEWEST_CASES && rounds >= FEWEST_ROUNDS,
    chance(seatId) {
      const own = bySeat.get(seatId) ?? { cases: 0, done: 0 };
      const mixed = (rate: number): number =>
        (own.done + WORTH_OF_PANEL * rate) / (own.cases + WORTH_OF_PANEL);
      return { low: mixed(panel.low), middle: mixed(panel.middle), high: mixed(panel.high) };
    },
  };
}

/** How much of the time from opening to deadline has passed: 0 at the opening, 1 at the deadline, more after it. */
export function elapsedShare(openedAt: Instant, deadlineAt: Instant, now: Instant): number {
  const whole = msOf(deadlineAt) - msOf(openedAt);
  return whole <= 0 ? 1 : Math.max(0, (msOf(now) - msOf(openedAt)) / whole);
}

const inTime = (doneAt: number | null): boolean => doneAt !== null && doneAt <= 1;

/** A share of `n` cases with the interval in which the rate behind it lies (Wilson 1927); all of 0 to 1 without a case. */
function wilson(k: number, n: number): { low: number; middle: number; high: number } {
  if (n === 0) return { low: 0, middle: 0.5, high: 1 };
  const z2 = Z * Z;
  const centre = (k + z2 / 2) / (n + z2);
  const half = (Z / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4);
  return { low: Math.max(0, centre - half), middle: k / n, high: Math.min(1, centre + half) };
}
