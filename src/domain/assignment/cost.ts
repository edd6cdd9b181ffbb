import { DIFFICULTIES, type Difficulty } from './difficulty';
import type { KindProblem } from './assignment';

/**
 * What an assignment costs, in points; the cheapest is proposed. All whole numbers, so that the cheapest is one and
 * not a matter of rounding.
 *
 * A seat outside its field costs 120 points for an item, in a neighbouring one 60. Items cost the more the more a seat
 * already has: the j-th item of a seat whose even share is n costs 100 × (2j − 1) / 2n, rounded down, so about 100 at
 * the even share and 200 at twice that. Therefore a specialist is given what is of its field up to about twice its even
 * share and the rest goes to others. The same is added once more for the j-th demanding or hard item of a seat, and once
 * more for the j-th hard one, against the even share of those: nobody carries all the difficult ones.
 */
/** For each grade that a seat is away from its own field. */
export const mismatchPoints = 60;
const sharePoints = 100;

/** Even shares of one kind by level: items of that difficulty or above, for each seat, rounded up; at least 1. */
export type EvenShares = readonly [number, number, number];

export function evenShares(
  { seats, need }: Pick<KindProblem, 'seats' | 'need'>,
  difficulties: readonly Difficulty[],
): EvenShares {
  const [all, demanding, hard] = DIFFICULTIES.map((level) => {
    const wanted = need.reduce((sum, n, item) => sum + ((difficulties[item] ?? 1) >= level ? n : 0), 0);
    return Math.max(1, Math.ceil(wanted / Math.max(1, seats.length)));
  });
  return [all ?? 1, demanding ?? 1, hard ?? 1];
}

/** Points for the `nth` item (from 1) of a level that a seat is given; never less than for the one before. */
export function loadPoints(nth: number, evenShare: number): number {
  return Math.floor((sharePoints * (2 * nth - 1)) / (2 * evenShare));
}
