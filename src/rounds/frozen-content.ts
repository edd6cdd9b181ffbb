import { rollOf, seatsOf } from '../domain/round/roll';
import type { InterestRecord } from '../leads/lead-interests.service';
import type { RubricVersionRead, RuleSetRead } from '../rubrics/rubrics.queries';
import type { OpeningInterests } from './interests.service';
import type { Round, RoundItem, RoundSeat, Turnout } from './round.entity';

/** What a round that opens is decided by. */
export interface Frozen {
  readonly items: readonly RoundItem[];
  readonly seats: readonly RoundSeat[];
  readonly turnout: readonly Turnout[];
  /** Whether some of the seats judge each item, and not all. */
  readonly isShared: boolean;
  readonly interests: OpeningInterests;
}

/** Everything a decision of this round rests on; its digest is stored with the round. */
export function frozenContent(
  round: Round,
  { items, seats, turnout, isShared, interests: { records } }: Frozen,
  rubric: RubricVersionRead,
  rules: RuleSetRead,
) {
  return {
    number: round.number,
    rubric: { id: rubric.id, digest: rubric.digest },
    rules: { id: rules.id, digest: rules.digest },
    items: items.map(({ id, position, leadId, leadRevisionId, asked, carriesFromId, carried }) => ({
      id,
      position,
      leadId,
      leadRevisionId,
      ...(carriesFromId === null ? {} : { asked, carriesFromId, carried }),
    })),
    roll: rollOf(seatsOf(seats)),
    holders: seats.map(({ id, holderId, alternateId }) => ({ id, holderId, alternateId })),
    recused: named(turnout.filter(({ state }) => state === 'recused')),
    ...(isShared ? { assigned: named(turnout) } : {}),
    ...(records.length === 0 ? {} : { interests: records.map(interestNamed) }),
  };
}

const named = (turnout: readonly Turnout[]) =>
  turnout.map(({ roundSeatId, itemId }) => ({ roundSeatId, itemId }));

const interestNamed = ({ itemId, seatId, personId, grounds, standing }: InterestRecord) => ({
  itemId,
  seatId,
  personId,
  grounds: [...grounds],
  standing,
});
