import { vetoMachine, type ConfirmingFacts, type VetoState } from './veto';
import { takesBallots } from '../round/deadline';
import type { SeatFunction } from '../rubric/panel-kind';
import type { VetoGround } from '../rubric/rubric-content';
import type { Instant } from '../shared/instant';
import { refuse, type Refusal } from '../shared/refusal';

/** A seat of the roll as the rules on vetoes see it. */
export interface VetoSeat {
  readonly seatId: string;
  readonly function: SeatFunction | null;
}

/** Where the round stands that a veto belongs to. */
export interface VetoRound {
  readonly state: string;
  readonly now: Instant;
  readonly deadlineAt: Instant;
}

/** Rounds that have not been counted: until then a veto may be settled, also after the deadline. */
const uncounted: readonly string[] = ['open', 'locked'];

/**
 * The seats that may settle a veto: those that speak for the ground's function and are not recused from the item.
 * The seat that raised it is among them only where it is the only one: otherwise a second department has to look.
 */
export function confirmingSeats(
  { confirmedBy }: Pick<VetoGround, 'confirmedBy'>,
  roll: readonly VetoSeat[],
  recused: ReadonlySet<string>,
  raisedBy: string,
): readonly string[] {
  if (confirmedBy.by !== 'seats') return [];
  const able = roll
    .filter(({ seatId, function: duty }) => duty !== null && !recused.has(seatId) && speaksFor(duty))
    .map(({ seatId }) => seatId);
  const others = able.filter((seatId) => seatId !== raisedBy);
  return others.length > 0 ? others : able;

  function speaksFor(duty: SeatFunction): boolean {
    return confirmedBy.functions.includes(duty);
  }
}

/** The ground is dealt with outside this system: of what is typed nothing is kept. */
export function isOffSystem({ confirmedBy }: Pick<VetoGround, 'confirmedBy'>): boolean {
  return confirmedBy.by === 'leadingGroup';
}

/** Whether a seat may raise a veto now: as long as ballots are taken, also after it has cast its own. */
export function mayRaise(round: VetoRound, isRecused: boolean): Refusal | null {
  if (isRecused) return refuse('vetoRecused');
  return mayChange(round);
}

/** Whether whoever raised a veto may take it back: like a ballot, before the deadline. */
export function mayWithdraw(round: VetoRound, state: VetoState): Refusal | null {
  return settled(state, 'withdraw') ?? mayChange(round);
}

/**
 * Whether a veto may be confirmed or dismissed by this seat or body: until the round is counted. A person who raised
 * a veto does not confirm it for a body; of seats `confirmingSeats` says which.
 */
export function maySettle(
  move: 'confirm' | 'dismiss',
  state: VetoState,
  by: ConfirmingFacts & { readonly round: VetoRound; readonly isRaiser: boolean },
): Refusal | null {
  const refusal = settled(state, move) ?? vetoMachine.check(move, state, by);
  if (refusal !== null) return refusal;
  if (!uncounted.includes(by.round.state)) return refuse('vetoRoundOver');
  return by.isRaiser ? refuse('vetoOwn') : null;
}

/** "Already settled" says more than the machine's "wrong state". */
function settled(state: VetoState, move: 'confirm' | 'dismiss' | 'withdraw'): Refusal | null {
  return vetoMachine.movesFrom(state).includes(move) ? null : refuse('vetoSettled', { state });
}

function mayChange({ state, now, deadlineAt }: VetoRound): Refusal | null {
  if (state !== 'open') return refuse('vetoRoundOver');
  return takesBallots(now, deadlineAt) ? null : refuse('vetoTooLate');
}
