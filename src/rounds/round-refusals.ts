import type { RoundState } from '../domain/round/round-moves';
import { refuse, type Refusal } from '../domain/shared/refusal';

/** Why a round in this state cannot be moved on in the way that was asked for. */
const notNow: Readonly<Record<RoundState, string>> = {
  planned: 'roundNotOpened',
  open: 'roundAlreadyOpen',
  locked: 'deadlinePassed',
  closed: 'alreadyClosed',
  announced: 'alreadyClosed',
  cancelled: 'roundCancelled',
  voided: 'roundVoided',
};

/** The machine's "wrong state" in the words of the round's own life; any other refusal as it is. */
export function inRoundWords(refusal: Refusal | null, move: string, state: RoundState): Refusal | null {
  return refusal?.because === 'wrongState' ? outOfTurn(move, state) : refusal;
}

/** The refusal for a move that this state does not allow. */
export function outOfTurn(move: string, state: RoundState): Refusal {
  return refuse(inSomeMoves[state]?.[move] ?? notNow[state]);
}

/** Where a move has more to say about a state than others have. */
const inSomeMoves: Readonly<Partial<Record<RoundState, Readonly<Record<string, string>>>>> = {
  open: { announce: 'roundNotClosed', reopen: 'roundNotClosed' },
  locked: { announce: 'roundNotClosed', reopen: 'roundNotClosed', cancel: 'voidInstead' },
  announced: { announce: 'alreadyAnnounced', reopen: 'alreadyAnnounced', void: 'alreadyAnnounced' },
};
