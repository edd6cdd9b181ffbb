import { firstRefusal, refuse, type Refusal } from '../domain/shared/refusal';
import type { PersonCard } from '../people/people.queries';

/** Longest roll that a panel may have; a round of the rule book has 10 to 15 seats. */
export const mostSeats = 80;

/** Who exercises a seat's right to vote, as the rules look at it. */
export interface SeatPeople {
  readonly unitId: string;
  readonly holderId: string | null;
  readonly alternateId: string | null;
}

/** Who is known of those a plan names. */
export interface Known {
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly unitIds: ReadonlySet<string>;
}

/**
 * The rules about those who sit on a panel: panelists only, one seat for each holder, nobody their own alternate.
 * `seat` in the details is the place of the offending seat, from 1.
 */
export function checkSeats(seats: readonly SeatPeople[], known: Known): Refusal | null {
  return firstRefusal(
    () => checkSize(seats),
    ...seats.map((seat, at) => () => checkSeat(seat, at, seats.slice(0, at), known)),
  );
}

/** The same for one seat among those that stay as they are, whatever may have become of their people. */
export function checkOneSeat(seat: SeatPeople, others: readonly SeatPeople[], known: Known): Refusal | null {
  return checkSize([...others, seat]) ?? checkSeat(seat, others.length, others, known);
}

/** A panel has a seat at least, and not so many that no page could show them. */
export function checkSize(seats: readonly unknown[]): Refusal | null {
  if (seats.length === 0) return refuse('panelWithoutSeats');
  return seats.length > mostSeats ? refuse('panelTooLarge', { most: mostSeats }) : null;
}

/** A panel has a name that fits on a paper. */
export function checkName(name: string): Refusal | null {
  return name.trim() === '' || name.length > 60 ? refuse('panelNameLength', { most: 60 }) : null;
}

/** The chair rules on what is neither admitted nor rejected, which only the leading group may do. */
export function checkChair(chair: PersonCard | undefined): Refusal | null {
  if (chair === undefined) return refuse('panelWithoutChair');
  return chair.roles.includes('leadingGroup') ? null : refuse('chairNotLeading', { name: chair.name });
}

/** So does the deputy, in the place of the chair; nobody stands in for themselves. */
export function checkDeputy(
  deputyId: string | null,
  chairId: string,
  people: ReadonlyMap<string, PersonCard>,
): Refusal | null {
  if (deputyId === null) return null;
  if (deputyId === chairId) return refuse('deputyIsChair');
  const deputy = people.get(deputyId);
  return deputy?.roles.includes('leadingGroup')
    ? null
    : refuse('deputyNotLeading', { name: deputy?.name ?? '' });
}

function checkSeat(
  { unitId, holderId, alternateId }: SeatPeople,
  at: number,
  others: readonly SeatPeople[],
  { people, unitIds }: Known,
): Refusal | null {
  const seat = at + 1;
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  if (!unitIds.has(unitId)) return refuse('seatUnitUnknown', { seat });
  for (const id of [holderId, alternateId]) {
    if (id === null) continue;
    const person = people.get(id);
    if (!person) return refuse('seatPersonUnknown', { seat });
    if (!person.roles.includes('panelist')) return refuse('notAPanelist', { name: person.name, seat });
  }
  if (holderId === null) return null;
  if (holderId === alternateId) return refuse('ownAlternate', { name: nameOf(holderId), seat });
  const twice = others.some((one) => one.holderId === holderId);
  return twice ? refuse('holderTwice', { name: nameOf(holderId), seat }) : null;
}
