import type { PanelKind } from '../rubric/panel-kind';
import type { AssignmentProblem, KindProblem } from './assignment';
import { solveKind } from './solve-kind';

/** One item that lacks seats of a kind. */
export interface ShortItem {
  readonly itemId: string;
  readonly missing: number;
  /** Seats of the kind that may judge it. */
  readonly eligible: number;
}

/**
 * What a kind cannot give, and why. `seats`: fewer seats of the kind may judge the item than are wanted, whatever the
 * cap. `cap`: there would be seats, but all that could help are full; the items named are those left over, others could
 * be left over instead, and `neededCap` is the smallest cap with which none is.
 */
export interface Shortage {
  readonly kind: PanelKind;
  readonly because: 'seats' | 'cap';
  /** Seats of the kind wanted for each item. */
  readonly wanted: number;
  /** Judgements that are missing, over all items. */
  readonly missing: number;
  /** In the order of the agenda. */
  readonly items: readonly ShortItem[];
  readonly neededCap: number | null;
}

/** None when nothing is missing. */
export function shortagesOf(
  kind: KindProblem,
  missing: readonly number[],
  { items, seats, rules }: AssignmentProblem,
): Shortage[] {
  if (missing.every((n) => n === 0)) return [];
  const wanted = rules.perKind[kind.kind];
  const choices = choicesOf(kind);
  const fixed = seats.some((seat) => seat.kind === kind.kind && seat.everyItem);
  const rows = items.map(({ itemId }, row) => {
    const [need, own, lacking] = [kind.need[row] ?? 0, choices[row] ?? 0, missing[row] ?? 0];
    const bySeats = Math.min(lacking, Math.max(0, need - own));
    const standing = fixed ? wanted - need : 0;
    return { itemId, eligible: standing + own, seats: bySeats, cap: lacking - bySeats };
  });
  return (['seats', 'cap'] as const).flatMap((because): Shortage[] => {
    const short = rows.flatMap((row): ShortItem[] =>
      row[because] === 0 ? [] : [{ itemId: row.itemId, missing: row[because], eligible: row.eligible }],
    );
    if (short.length === 0) return [];
    const total = short.reduce((sum, item) => sum + item.missing, 0);
    const cap = because === 'cap' ? neededCap(kind, choices) : null;
    return [{ kind: kind.kind, because, wanted, missing: total, items: short, neededCap: cap }];
  });
}

function choicesOf({ seats, need, grades }: KindProblem): number[] {
  return need.map((_, row) => {
    const own = grades.subarray(row * seats.length, (row + 1) * seats.length);
    return own.reduce((sum, grade) => sum + (grade < 0 ? 0 : 1), 0);
  });
}

/** By halving: with a higher cap there is never less that fits, and with as many as there are items all fits. */
function neededCap(kind: KindProblem, choices: readonly number[]): number {
  const need = kind.need.map((n, row) => Math.min(n, choices[row] ?? 0));
  let low = kind.most + 1;
  let high = kind.need.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { missing } = solveKind({ ...kind, need, most: middle }, []);
    if (missing.every((n) => n === 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
