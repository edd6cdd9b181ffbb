import { PANEL_KINDS, type PanelKind } from '../rubric/panel-kind';
import type { RuleSet } from '../rubric/rule-set';
import { refuse, type Refusal } from '../shared/refusal';
import { matchOf, pairKey, type AssignmentProblem, type Pair } from './assignment';

/** What a seat has been given. */
export interface SeatLoad {
  readonly seatId: string;
  readonly items: number;
  /** Of them demanding or hard. */
  readonly difficult: number;
  /** Of them of its own field. */
  readonly ownField: number;
  /** By how many it is above the cap; a seat that judges everything is never above it. */
  readonly over: number;
}

/** What an item has of one kind. */
export interface ItemKind {
  readonly kind: PanelKind;
  readonly seats: number;
  readonly wanted: number;
}

export interface ItemReview {
  readonly itemId: string;
  readonly kinds: readonly ItemKind[];
}

/** An assignment as it stands, made by hand or not. */
export interface AssignmentReview {
  readonly seats: readonly SeatLoad[];
  readonly items: readonly ItemReview[];
  /** Judgements fewer than wanted, and seats above the cap: it may be applied with these, and says so. */
  readonly missing: number;
  readonly overloaded: number;
}

/** Counts what each seat and each item has. Pairs of unknown seats or items are not counted. */
export function review(problem: AssignmentProblem, pairs: readonly Pair[]): AssignmentReview {
  const given = new Set(pairs.map(pairKey));
  const { items, seats, rules } = problem;
  const loads = seats.map((seat): SeatLoad => {
    const own = items.filter(({ itemId }) => given.has(pairKey({ seatId: seat.seatId, itemId })));
    const over = seat.everyItem || rules.most === null ? 0 : Math.max(0, own.length - rules.most);
    return {
      seatId: seat.seatId,
      items: own.length,
      difficult: own.filter(({ difficulty }) => difficulty > 1).length,
      ownField: own.filter((item) => matchOf(seat, item) === 0).length,
      over,
    };
  });
  const rows = items.map(({ itemId }): ItemReview => {
    const own = seats.filter(({ seatId }) => given.has(pairKey({ seatId, itemId })));
    const kinds = PANEL_KINDS.map((kind) => ({
      kind,
      seats: own.filter((seat) => seat.kind === kind).length,
      wanted: rules.perKind[kind],
    }));
    return { itemId, kinds };
  });
  return {
    seats: loads,
    items: rows,
    missing: rows
      .flatMap(({ kinds }) => kinds)
      .reduce((sum, { seats: has, wanted }) => sum + Math.max(0, wanted - has), 0),
    overloaded: loads.filter(({ over }) => over > 0).length,
  };
}

/**
 * Why an assignment may not be applied, or a round not be opened with it; what a person may decide otherwise (fewer
 * seats than planned, more than the cap) is no reason. Details name items by their place on the agenda, seats by id.
 */
export function checkAssignment(
  problem: AssignmentProblem,
  pairs: readonly Pair[],
  quorum: RuleSet['quorum'],
): Refusal | null {
  const { items, seats, forbidden } = problem;
  const given = new Set(pairs.map(pairKey));
  const known = new Set(
    seats.flatMap(({ seatId }) => items.map(({ itemId }) => pairKey({ seatId, itemId }))),
  );
  const strange = pairs.filter((pair) => !known.has(pairKey(pair)));
  if (strange.length > 0) return refuse('assignmentOutdated', { count: strange.length });
  const position = (itemId: string): number => items.findIndex((item) => item.itemId === itemId) + 1;
  const kept = forbidden.find((pair) => given.has(pairKey(pair)));
  if (kept) return refuse('assignmentForbidden', { item: position(kept.itemId), seat: kept.seatId });
  const barred = new Set(forbidden.map(pairKey));
  for (const { itemId, kinds } of review(problem, pairs).items) {
    const short = kinds.find(({ kind, seats: has }) => has < quorum.perKind[kind]);
    if (short)
      return refuse('assignmentBelowQuorum', {
        item: position(itemId),
        kind: short.kind,
        has: short.seats,
        needed: quorum.perKind[short.kind],
      });
    const absent = seats.find(
      ({ seatId, everyItem }) =>
        everyItem && !given.has(pairKey({ seatId, itemId })) && !barred.has(pairKey({ seatId, itemId })),
    );
    if (absent) return refuse('assignmentWithoutDuty', { item: position(itemId), seat: absent.seatId });
  }
  return null;
}
