import { PANEL_KINDS, type PanelKind } from '../rubric/panel-kind';
import { gradeMatch, type Expertise, type MatchGrade, type Subject } from './match';
import type { Difficulty } from './difficulty';

/** A lead that some seats are to judge. */
export interface AssignmentItem {
  readonly itemId: string;
  readonly subject: Subject;
  readonly difficulty: Difficulty;
}

/** A seat that may be asked to judge some of the items. */
export interface AssignmentSeat {
  readonly seatId: string;
  readonly kind: PanelKind;
  readonly expertise: Expertise;
  /** It judges every item it is not kept from, because the rules demand its ballot; the cap is not for it. */
  readonly everyItem: boolean;
}

/** How many seats of each kind judge an item, and how many items a seat is given at the most (null: any number). */
export interface AssignmentRules {
  readonly perKind: Readonly<Record<PanelKind, number>>;
  readonly most: number | null;
}

/** A seat and an item. */
export interface Pair {
  readonly seatId: string;
  readonly itemId: string;
}

export interface AssignmentProblem {
  /** In the order of the agenda. */
  readonly items: readonly AssignmentItem[];
  /** In the order of the roll. */
  readonly seats: readonly AssignmentSeat[];
  readonly rules: AssignmentRules;
  /** Seats that may not judge an item: whoever reported it, and whoever is recused. */
  readonly forbidden: readonly Pair[];
}

/** The name of a pair, for sets and forms. */
export const pairKey = ({ seatId, itemId }: Pair): string => `${seatId}:${itemId}`;

/** A problem looked up by index, as the arithmetic needs it. */
export interface KindProblem {
  readonly kind: PanelKind;
  /** Only the seats that are given items by choice, by their place in the problem's seats. */
  readonly seats: readonly number[];
  /** For each item how many of those seats it still needs. */
  readonly need: readonly number[];
  readonly most: number;
  /** Row by row for each item: the grade of each seat of `seats`, or -1 where the pair is forbidden. */
  readonly grades: Int8Array;
}

/** The pairs that stand whatever is chosen: seats that judge every item. */
export function fixedPairs({ items, seats, forbidden }: AssignmentProblem): Pair[] {
  const kept = new Set(forbidden.map(pairKey));
  return seats
    .filter(({ everyItem }) => everyItem)
    .flatMap(({ seatId }) => items.map(({ itemId }) => ({ seatId, itemId })))
    .filter((pair) => !kept.has(pairKey(pair)));
}

/** The problem of each kind: no seat has two kinds, so that they can be solved one by one. */
export function kindProblems(problem: AssignmentProblem): KindProblem[] {
  const { items, seats, rules, forbidden } = problem;
  const kept = new Set(forbidden.map(pairKey));
  const byChoice = seats.map(({ everyItem }) => !everyItem);
  return PANEL_KINDS.map((kind) => {
    const own = seats.flatMap((seat, at) => (seat.kind === kind && byChoice[at] ? [at] : []));
    const fixed = seats.filter((seat) => seat.kind === kind && seat.everyItem);
    const need = items.map(({ itemId }) => {
      const standing = fixed.filter(({ seatId }) => !kept.has(pairKey({ seatId, itemId }))).length;
      return Math.max(0, rules.perKind[kind] - standing);
    });
    const grades = new Int8Array(items.length * own.length);
    items.forEach(({ itemId, subject }, row) => {
      own.forEach((at, column) => {
        const seat = seats[at];
        if (seat === undefined) return;
        const isKept = kept.has(pairKey({ seatId: seat.seatId, itemId }));
        grades[row * own.length + column] = isKept ? -1 : gradeMatch(seat.expertise, subject);
      });
    });
    return { kind, seats: own, need, most: rules.most ?? items.length, grades };
  });
}

/** How well a pair fits, for showing. */
export function matchOf(seat: AssignmentSeat, item: AssignmentItem): MatchGrade {
  return gradeMatch(seat.expertise, item.subject);
}
