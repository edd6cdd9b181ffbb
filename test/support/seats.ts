import { seats } from '../../src/demo/yijiang';
import { manufacturing } from '../../src/domain/rubric/manufacturing';
import { criteriaFor } from '../../src/domain/rubric/rubric-content';

/** The criteria that a seat of the demo panel scores, by its place on the roll from 0. */
export function criteriaOfSeat(seat: number): string[] {
  const kind = seats[seat]?.kind;
  if (!kind) throw new Error(`The panel has no seat ${seat}`);
  return criteriaFor(manufacturing, kind).map(({ code }) => code);
}

/** A complete set of scores for a seat, all the same. */
export function scoresOfSeat(seat: number, score: number): Record<string, string> {
  return Object.fromEntries(criteriaOfSeat(seat).map((code) => [code, String(score)]));
}

/** The account that holds a seat. */
export function holderOf(seat: number): string {
  return seats[seat]?.holder ?? '';
}
