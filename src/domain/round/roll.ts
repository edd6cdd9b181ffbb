import { canonical } from '../shared/canonical';
import { PANEL_KINDS, type PanelKind, type SeatFunction } from '../rubric/panel-kind';

/** One seat on the roll of a round. The right to vote is the seat's, whoever holds it that day. */
export type Seat = {
  readonly seatId: string;
  readonly kind: PanelKind;
  readonly function: SeatFunction | null;
};

/** Round seats as the rules take them: named by their ids. */
export function seatsOf(
  roll: readonly { readonly id: string; readonly kind: PanelKind; readonly function: SeatFunction | null }[],
): Seat[] {
  return roll.map((seat) => ({ seatId: seat.id, kind: seat.kind, function: seat.function }));
}

/** The roll as it is frozen at opening: by seat id, so that the same seats always give the same roll. */
export function rollOf(seats: readonly Seat[]): readonly Seat[] {
  return seats
    .map(({ seatId, kind, function: duty }): Seat => ({ seatId, kind, function: duty }))
    .sort((a, b) => (a.seatId < b.seatId ? -1 : a.seatId > b.seatId ? 1 : 0));
}

/** The text whose digest names the roll. */
export function rollSeal(seats: readonly Seat[]): string {
  return canonical(rollOf(seats));
}

/** The roll of one item: the seats that are to judge it, all where nothing was shared out. */
export function assignedSeats(
  roll: readonly Seat[],
  assigned: ReadonlySet<string> | undefined,
): readonly Seat[] {
  return assigned === undefined ? roll : roll.filter(({ seatId }) => assigned.has(seatId));
}

/** The roll less the seats recused from one item. */
export function eligibleSeats(roll: readonly Seat[], recused: ReadonlySet<string>): readonly Seat[] {
  return recused.size === 0 ? roll : roll.filter(({ seatId }) => !recused.has(seatId));
}

/** Kinds that have no seat. */
export function kindsWithoutSeat(seats: readonly Pick<Seat, 'kind'>[]): readonly PanelKind[] {
  return PANEL_KINDS.filter((kind) => !seats.some((seat) => seat.kind === kind));
}
