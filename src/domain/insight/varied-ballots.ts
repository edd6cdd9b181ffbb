import type { Standing } from './standing';
import type { Vote } from '../ballot/ballot';
import type { PanelKind } from '../rubric/panel-kind';
import { eligibleSeats, type Seat } from '../round/roll';
import { askedOf } from '../tally/carried';
import type { CountedBallot, TallyInput } from '../tally/tally-result';

/** What is asked of whom: varied ballots touch no mark that is carried over. */
type Asked = Pick<TallyInput, 'rubric' | 'carried'>;

/** A ballot that counts, with the kind of its seat. */
export interface KindBallot extends CountedBallot {
  readonly kind: PanelKind;
}

/** The ballots that count towards an item, with their kinds. */
export function countedBallots({ ballots, roll, recusals }: TallyInput): KindBallot[] {
  const kinds = new Map(eligibleSeats(roll, new Set(recusals)).map(({ seatId, kind }) => [seatId, kind]));
  return ballots.flatMap((ballot) => {
    const kind = kinds.get(ballot.seatId);
    return kind === undefined ? [] : [{ ...ballot, kind }];
  });
}

/** Seats that could have voted on the item and did not. */
export function silentSeats({ ballots, roll, recusals }: TallyInput): Seat[] {
  const cast = new Set(ballots.map(({ seatId }) => seatId));
  return eligibleSeats(roll, new Set(recusals)).filter(({ seatId }) => !cast.has(seatId));
}

/** The standing as if this ballot had never been cast. */
export function without(standing: Standing, ballot: KindBallot, input: Asked): Standing {
  return shifted(standing, ballot, input, -1);
}

/** The standing with a ballot of each of these seats: the same vote, and the same score on all that the seat scores. */
export function withBallots(
  standing: Standing,
  seats: readonly Seat[],
  { vote, score }: { readonly vote: Vote; readonly score: number },
  input: Asked,
): Standing {
  const scores = Object.fromEntries(input.rubric.criteria.map(({ code }) => [code, score]));
  return seats.reduce(
    (so, { seatId, kind }) => shifted(so, { seatId, kind, vote, scores, na: [] }, input, 1),
    standing,
  );
}

function shifted(
  { marks, agree, cast }: Standing,
  { kind, vote, scores, na }: KindBallot,
  { rubric: { criteria, scale }, carried }: Asked,
  by: 1 | -1,
): Standing {
  const asked = new Set(askedOf(criteria, carried));
  return {
    agree: vote === 'agree' ? agree + by : agree,
    cast: cast + by,
    marks: marks.map((mark, at) => {
      const criterion = criteria[at];
      if (!criterion || !asked.has(criterion) || !criterion.kinds.includes(kind)) return mark;
      const score = scores[criterion.code];
      if (score === undefined) return na.includes(criterion.code) ? { ...mark, na: mark.na + by } : mark;
      const counts = [...mark.counts];
      counts[score - scale.lowest] = (counts[score - scale.lowest] ?? 0) + by;
      return { counts, na: mark.na };
    }),
  };
}
