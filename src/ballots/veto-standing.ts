import type { Role } from '../domain/access/viewer';
import type { VetoState } from '../domain/ballot/veto';
import { confirmingSeats, maySettle, mayWithdraw, type VetoRound } from '../domain/ballot/veto-rules';
import type { SeatFunction } from '../domain/rubric/panel-kind';
import type { VetoGround } from '../domain/rubric/rubric-content';
import type { Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';

/** A seat of the roll, with whether it takes no part in the item of the veto: recused, or not assigned. */
export interface RollSeat {
  readonly seatId: string;
  readonly function: SeatFunction | null;
  readonly unitName: string;
  /** Its holder, or whoever it was handed over to. */
  readonly voterId: string;
  readonly recused: boolean;
}

/** A veto with all that is known around it. */
export interface VetoRead {
  readonly id: string;
  readonly ground: VetoGround;
  readonly basis: string;
  readonly facts: string;
  readonly state: VetoState;
  readonly raisedAt: Instant;
  readonly raisedBy: string;
  readonly raisedLabel: string;
  readonly raisedSeatId: string;
  readonly settledAt: Instant | null;
  readonly settledLabel: string | null;
  readonly settledReason: string | null;
  readonly itemId: string;
  readonly position: number;
  readonly leadNumber: string;
  /** Who reported the lead: they take no part in its item, for whichever seat. */
  readonly scoutId: string;
  /** Who has an interest in the lead: for them there is no veto either. */
  readonly keptAwayIds: readonly string[];
  /** Who has declared, by answering or by casting, to have no interest in the lead. */
  readonly declaredIds: readonly string[];
  /** As the lead was called when the round opened. */
  readonly title: string;
  readonly investorName: string;
  readonly round: {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly deadlineAt: Instant;
  };
  readonly roll: readonly RollSeat[];
}

/** Who looks: a seat behind its mailed link, or a signed-in person. */
export type Watcher =
  | { readonly as: 'seat'; readonly roundSeatId: string; readonly personId: string }
  | { readonly as: 'person'; readonly personId: string; readonly roles: readonly Role[] };

/** What a watcher is to a veto. A refusal says why not now; null that it may. */
export interface VetoStanding {
  readonly isRaiser: boolean;
  readonly isConfirmer: boolean;
  readonly settle: Refusal | null;
  readonly withdraw: Refusal | null;
}

const counted: readonly string[] = ['closed', 'announced'];

/** The seats that may settle this veto. */
export function confirmersOf({ ground, roll, raisedSeatId }: VetoRead): readonly RollSeat[] {
  const recused = new Set(roll.filter((seat) => seat.recused).map(({ seatId }) => seatId));
  const ids = new Set(confirmingSeats(ground, roll, recused, raisedSeatId));
  return roll.filter(({ seatId }) => ids.has(seatId));
}

/** The one place that says who sees a veto: null for everybody who must not even know that it exists. */
export function vetoStanding(veto: VetoRead, watcher: Watcher, now: Instant): VetoStanding | null {
  const standing = watcher.as === 'seat' ? ofSeat(veto, watcher) : ofPerson(veto, watcher);
  if (standing === null) return null;
  const { isRaiser, isConfirmer, byBody } = standing;
  const { state, deadlineAt } = veto.round;
  const round: VetoRound = { state, now, deadlineAt };
  const { ground } = veto;
  const seat = watcher.as === 'seat' ? veto.roll.find(({ seatId }) => seatId === watcher.roundSeatId) : null;
  const by = { ground, seatFunction: seat?.function ?? null, actsFor: byBody, round };
  return {
    isRaiser,
    isConfirmer,
    settle: maySettle('confirm', veto.state, { ...by, isRaiser: byBody !== null && isRaiser }),
    withdraw: mayWithdraw(round, veto.state),
  };
}

/**
 * Whether a watcher has yet to declare to have no interest in the item before settling its veto. A body acts for its
 * office and is kept away by what is recorded of it; a seat says so itself, item by item, also where it never opened it.
 */
export function mustDeclare({ declaredIds }: VetoRead, watcher: Watcher): boolean {
  return watcher.as === 'seat' && !declaredIds.includes(watcher.personId);
}

interface Part {
  readonly isRaiser: boolean;
  readonly isConfirmer: boolean;
  readonly byBody: 'secretariat' | 'leadingGroup' | null;
}

function ofSeat(veto: VetoRead, { roundSeatId, personId }: Extract<Watcher, { as: 'seat' }>): Part | null {
  if (veto.roll.find(({ seatId }) => seatId === roundSeatId)?.recused) return null;
  if (veto.scoutId === personId || veto.keptAwayIds.includes(personId)) return null;
  // Whoever took the seat over reads what was written for it after their own declaration.
  const mayRead = veto.raisedBy === personId || veto.declaredIds.includes(personId);
  const isRaiser = veto.raisedSeatId === roundSeatId && mayRead;
  const isConfirmer = confirmersOf(veto).some(({ seatId }) => seatId === roundSeatId);
  return isRaiser || isConfirmer ? { isRaiser, isConfirmer, byBody: null } : null;
}

function ofPerson(veto: VetoRead, { personId, roles }: Extract<Watcher, { as: 'person' }>): Part | null {
  if (veto.keptAwayIds.includes(personId) && !roles.includes('secretariat')) return null;
  const { by } = veto.ground.confirmedBy;
  const isConfirmer = by !== 'seats' && roles.includes(by);
  const sees =
    isConfirmer ||
    roles.includes('secretariat') ||
    (roles.includes('leadingGroup') && counted.includes(veto.round.state));
  const isRaiser = veto.raisedBy === personId;
  return sees ? { isRaiser, isConfirmer, byBody: isConfirmer ? by : null } : null;
}
