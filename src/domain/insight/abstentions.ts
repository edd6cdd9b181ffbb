import type { Vote } from '../ballot/ballot';

/** A seat that has abstained so often in a row that the rules want the secretariat to know. */
export interface Abstaining {
  readonly seatId: string;
  readonly inARow: number;
}

/**
 * Who abstained at least so often in a row (decision-rules 5.2: three). In the order of the agenda; an item on which a
 * seat has cast nothing, or from which it is recused, neither counts nor breaks the row.
 * @param flagAfter 0 where the rules want nobody told
 */
export function abstaining(
  ballots: readonly { readonly seatId: string; readonly position: number; readonly vote: Vote }[],
  flagAfter: number,
): readonly Abstaining[] {
  if (flagAfter === 0) return [];
  const inOrder = [...ballots].sort((one, other) => one.position - other.position);
  const rows = new Map<string, { now: number; most: number }>();
  for (const { seatId, vote } of inOrder) {
    const { now, most } = rows.get(seatId) ?? { now: 0, most: 0 };
    const next = vote === 'abstain' ? now + 1 : 0;
    rows.set(seatId, { now: next, most: Math.max(most, next) });
  }
  return [...rows]
    .filter(([, { most }]) => most >= flagAfter)
    .map(([seatId, { most }]) => ({ seatId, inARow: most }));
}
