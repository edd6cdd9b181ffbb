import { trimOf } from '../tally/carried';
import { count, type Count } from '../tally/count';
import { criterionMean } from '../tally/criterion-mean';
import { decide } from '../tally/decide';
import type { Outcome, TallyInput } from '../tally/tally-result';
import type { RuleSet } from '../rubric/rule-set';
import { Fraction } from '../shared/fraction';

type Trim = RuleSet['score']['trim'];
type Marks = Count['marks'];

/** An item counted into whole numbers, to be varied: one ballot fewer, one more, other weights. */
export interface Standing {
  readonly marks: Marks;
  readonly agree: number;
  readonly cast: number;
}

/** What an item would come to. Scores and votes alone speak: the quorum is taken as met. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly total: Fraction | null;
  readonly agree: number;
  readonly cast: number;
}

export interface Variation {
  /** Weights in the rubric's order, in any unit; the total stays on the rubric's own scale of 100. */
  readonly weights?: readonly number[];
  /** Whether one more mark is dropped at each end of every criterion that keeps one. */
  readonly trimMore?: boolean;
}

/** The item as its ballots left it; those of recused seats do not count. */
export function standingOf(input: TallyInput): Standing {
  const { marks, votes, cast } = count(input, new Set(input.recusals));
  return { marks, agree: votes.agree, cast: cast.size };
}

/** Decides a standing by the item's own rules, exactly, as the tally would with its quorum met. */
export function judge(standing: Standing, input: TallyInput, variation: Variation = {}): Verdict {
  const { agree, cast } = standing;
  const total = totalOf(standing.marks, input, variation);
  const has = (state: string): boolean => input.vetoes.some((veto) => veto.state === state);
  const { outcome } = decide(
    {
      quorumMet: true,
      extensionsUsed: 0,
      vetoConfirmed: has('confirmed'),
      vetoUnresolved: has('raised'),
      total,
      agree,
      cast,
    },
    input.rules,
  );
  return { outcome, total, agree, cast };
}

/** Σ weight × mean over the weights in use, on the scale of the full weight; null when a criterion has no mark. */
function totalOf(
  marks: Marks,
  { rubric, rules, carried }: TallyInput,
  variation: Variation,
): Fraction | null {
  const { criteria, scale } = rubric;
  let full = 0;
  let inUse = 0;
  let weighed = Fraction.zero;
  for (const [at, { code, weight: own }] of criteria.entries()) {
    const weight = variation.weights?.[at] ?? own;
    const { counts, na } = marks[at] ?? { counts: [], na: 0 };
    const counted = trimOf(carried, code, rules.score.trim);
    const trim = variation.trimMore ? oneMore(counted, counts) : counted;
    const { method, mean } = criterionMean(counts, na, scale, trim);
    full += own;
    if (method === 'none') return null;
    if (mean === null) continue;
    inUse += weight;
    weighed = weighed.plus(mean.times(weight));
  }
  return inUse === 0 ? null : weighed.times(full).over(inUse * scale.highest);
}

/** One more dropped at each end, where that leaves a mark; else as the rules say. */
function oneMore(trim: Trim, counts: readonly number[]): Trim {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const more =
    n >= trim.from
      ? { from: trim.from, lowest: trim.lowest + 1, highest: trim.highest + 1 }
      : { from: 1, lowest: 1, highest: 1 };
  return n > more.lowest + more.highest ? more : trim;
}
