import { judge, standingOf, type Standing, type Verdict } from './standing';
import { countedBallots, silentSeats, withBallots, without } from './varied-ballots';
import { VOTES, type Vote } from '../ballot/ballot';
import { quorum } from '../round/quorum';
import type { Fraction } from '../shared/fraction';
import type { Outcome, TallyInput } from '../tally/tally-result';

/** Totals from the lowest to the highest that a variation gives; null where one of them leaves no total. */
export interface Range {
  readonly lowest: Fraction | null;
  readonly highest: Fraction | null;
}

/** So many ballots with this vote: leaving out any one of them gives another outcome. */
export interface BallotFlip {
  readonly vote: Vote;
  readonly n: number;
  readonly to: Outcome;
}

export interface WeightFlip {
  readonly criterion: string;
  readonly change: 'more' | 'less';
  readonly to: Outcome;
}

/**
 * What the outcome of an item rests on. Each variation asks what the scores and votes would have come to; the quorum
 * is taken as met in all of them, because who attended is a question of its own (`quorumRestsOn`).
 */
export interface Robustness {
  readonly base: Verdict;
  /** Each ballot in turn left out as if it had never been cast. */
  readonly ballots: Range & {
    readonly tried: number;
    /** The smallest share of agreement among them. */
    readonly agree: { readonly agree: number; readonly cast: number };
    readonly flips: readonly BallotFlip[];
  };
  /** One more mark dropped at each end of every criterion. */
  readonly extremes: { readonly total: Fraction | null; readonly flips: Outcome | null };
  /** Each weight in turn a tenth more and a tenth less, the others scaled so that they sum to the same. */
  readonly weights: Range & { readonly tried: number; readonly flips: readonly WeightFlip[] };
  /** The seats that did not vote: all for it with the highest score, and all against it with the lowest. */
  readonly missing: {
    readonly seats: number;
    readonly best: Verdict;
    readonly worst: Verdict;
    readonly flips: readonly Outcome[];
  };
  /** Ballots without any one of which there would have been no quorum. */
  readonly quorumRestsOn: number;
}

/** Null where nothing was decided: an item without a quorum. Exact throughout; the order of ballots does not matter. */
export function robustness(input: TallyInput): Robustness | null {
  const seats = new Set(input.recusals);
  const cast = new Set(countedBallots(input).map(({ seatId }) => seatId));
  const met = (voted: ReadonlySet<string>): boolean =>
    quorum(input.roll, seats, voted, input.rules.quorum).met;
  if (!met(cast)) return null;
  const standing = standingOf(input);
  const base = judge(standing, input);
  const extremes = judge(standing, input, { trimMore: true });
  return {
    base,
    ballots: leaveOneOut(input, standing, base),
    extremes: {
      total: extremes.total,
      flips: extremes.outcome === base.outcome ? null : extremes.outcome,
    },
    weights: shiftWeights(input, standing, base),
    missing: missingBallots(input, standing, base),
    quorumRestsOn: [...cast].filter((seatId) => !met(new Set([...cast].filter((other) => other !== seatId))))
      .length,
  };
}

function leaveOneOut(input: TallyInput, standing: Standing, base: Verdict): Robustness['ballots'] {
  const ballots = countedBallots(input);
  const found = new Map<string, BallotFlip>();
  const verdicts = ballots.map((ballot) => {
    const verdict = judge(without(standing, ballot, input), input);
    if (verdict.outcome !== base.outcome) {
      const key = `${ballot.vote} ${verdict.outcome}`;
      found.set(key, { vote: ballot.vote, n: (found.get(key)?.n ?? 0) + 1, to: verdict.outcome });
    }
    return verdict;
  });
  const least = verdicts.reduce((a, b) => (b.agree * a.cast < a.agree * b.cast ? b : a), base);
  const flips = [...found.values()].sort(
    (a, b) => VOTES.indexOf(a.vote) - VOTES.indexOf(b.vote) || (a.to < b.to ? -1 : 1),
  );
  return {
    ...rangeOf(verdicts),
    tried: ballots.length,
    agree: { agree: least.agree, cast: least.cast },
    flips,
  };
}

function shiftWeights(input: TallyInput, standing: Standing, base: Verdict): Robustness['weights'] {
  const { criteria } = input.rubric;
  const tenths = criteria.map(({ weight }) => weight * 10);
  const flips: WeightFlip[] = [];
  const verdicts = criteria.flatMap(({ code, weight }, at) =>
    ([1, -1] as const).map((sign) => {
      const weights = tenths.map((own, place) => (place === at ? own + sign * weight : own));
      const verdict = judge(standing, input, { weights });
      if (verdict.outcome !== base.outcome)
        flips.push({ criterion: code, change: sign === 1 ? 'more' : 'less', to: verdict.outcome });
      return verdict;
    }),
  );
  return { ...rangeOf(verdicts), tried: verdicts.length, flips };
}

function missingBallots(input: TallyInput, standing: Standing, base: Verdict): Robustness['missing'] {
  const seats = silentSeats(input);
  const { lowest, highest } = input.rubric.scale;
  const all = (vote: Vote, score: number): Verdict =>
    judge(withBallots(standing, seats, { vote, score }, input), input);
  const [best, worst] = [all('agree', highest), all('against', lowest)];
  const flips = [best.outcome, worst.outcome].filter((outcome) => outcome !== base.outcome);
  return { seats: seats.length, best, worst, flips };
}

function rangeOf(verdicts: readonly Verdict[]): Range {
  let lowest: Fraction | null = null;
  let highest: Fraction | null = null;
  for (const { total } of verdicts) {
    if (total === null) return { lowest: null, highest: null };
    if (lowest === null || total.lt(lowest)) lowest = total;
    if (highest === null || highest.lt(total)) highest = total;
  }
  return { lowest, highest };
}
