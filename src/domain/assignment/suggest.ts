import { PANEL_KINDS, type PanelKind } from '../rubric/panel-kind';
import type { AssignmentRules, AssignmentSeat } from './assignment';

/** Enough that one judgement does not decide alone, and few enough that a seat is not asked for everything. */
const usualPerKind = 3;

/** What a round starts with when it is to be shared out: three of each kind, or all where there are fewer; no cap. */
export function suggestedRules(seats: readonly Pick<AssignmentSeat, 'kind'>[]): AssignmentRules {
  const count = (kind: PanelKind): number => seats.filter((seat) => seat.kind === kind).length;
  const entries = PANEL_KINDS.map((kind) => [kind, Math.min(usualPerKind, count(kind))] as const);
  return { perKind: Object.fromEntries(entries) as Record<PanelKind, number>, most: null };
}
