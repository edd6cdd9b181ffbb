import type { Requirement } from './requirements';

/** Ways side by side; beyond, working them all through takes too long for a page. */
const MOST_WAYS = 1_500;

/** One seat's turn: from each way before to the way after it has not voted, and after it has; -1 leads nowhere. */
interface Turn {
  readonly seatId: string;
  readonly without: Int32Array;
  readonly with: Int32Array;
  /** How many ways there are after it. */
  readonly after: number;
}

/** Where too few seats are left from the start. */
const deadEnd: Turn = { seatId: '', without: Int32Array.of(-1), with: Int32Array.of(-1), after: 0 };

/**
 * Every way in which requirements can be met, seat by seat, laid out once: what is still missing of each requirement
 * is one way. Ways in which too few seats are left are dropped, so that whatever is left at the end is a success.
 */
export class Ways {
  private constructor(private readonly turns: readonly Turn[]) {}

  /** Null where there are too many. */
  static of(requirements: readonly Requirement[]): Ways | null {
    if (requirements.some(({ missing, seats }) => seats.length < missing)) return new Ways([deadEnd]);
    const membership = membershipOf(requirements);
    const left = requirements.map(({ seats }) => seats.length);
    const turns: Turn[] = [];
    let ways = [requirements.map(({ missing }) => missing)];
    for (const [seatId, own] of membership) {
      for (const index of own) left[index] = (left[index] ?? 0) - 1;
      const next = new Map<string, number>();
      const after: number[][] = [];
      const place = (missing: number[]): number => {
        if (own.some((index) => (missing[index] ?? 0) > (left[index] ?? 0))) return -1;
        const key = missing.join(' ');
        const known = next.get(key);
        if (known !== undefined) return known;
        next.set(key, after.length);
        return after.push(missing) - 1;
      };
      const without = Int32Array.from(ways, (missing) => place(missing));
      const voted = Int32Array.from(ways, (missing) => place(less(missing, own)));
      turns.push({ seatId, without, with: voted, after: after.length });
      if (after.length > MOST_WAYS) return null;
      ways = after;
    }
    return new Ways(turns);
  }

  /** The chance that all requirements are met. */
  chance(chances: ReadonlyMap<string, number>): number {
    let weights = Float64Array.of(1);
    for (const { seatId, without, with: voted, after } of this.turns) {
      const chance = chances.get(seatId) ?? 0;
      const next = new Float64Array(after);
      for (const [at, weight] of weights.entries()) {
        add(next, without[at], weight * (1 - chance));
        add(next, voted[at], weight * chance);
      }
      weights = next;
    }
    return weights.reduce((sum, one) => sum + one, 0);
  }
}

/** To which requirements each seat belongs. Seats of small requirements first: these are settled early and gone. */
function membershipOf(requirements: readonly Requirement[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const smallestFirst = requirements
    .map(({ seats }, index) => ({ seats, index }))
    .sort((a, b) => a.seats.length - b.seats.length);
  for (const { seats, index } of smallestFirst) {
    for (const seatId of seats) found.set(seatId, [...(found.get(seatId) ?? []), index]);
  }
  return found;
}

const less = (missing: readonly number[], own: readonly number[]): number[] =>
  missing.map((one, index) => (own.includes(index) ? Math.max(0, one - 1) : one));

function add(weights: Float64Array, at: number | undefined, weight: number): void {
  if (at !== undefined && at >= 0) weights[at] = (weights[at] ?? 0) + weight;
}
