import { carriedMarks, trimOf } from './carried';
import { count, type Count } from './count';
import { criterionMean } from './criterion-mean';
import { decide } from './decide';
import type { CriterionResult, TallyInput, TallyResult } from './tally-result';
import { quorum } from '../round/quorum';
import { Fraction } from '../shared/fraction';

/**
 * Ballots to result, exactly: the same input gives the same result whatever the order of ballots, and no float takes
 * part. A criterion that every one of its scorers marked as not applying drops out, and the remaining weights are
 * scaled up so that they again sum to the full weight; a criterion without any mark leaves the item incomplete. In a
 * second look the criteria that are not asked take part with the marks they carry, weighed as they were.
 *
 * Throws RangeError on ballots that cannot have been valid (see `count`).
 */
export function tallyItem(input: TallyInput): TallyResult {
  const { rubric, rules, roll, vetoes, extensionsUsed = 0 } = input;
  const recused = new Set(input.recusals);
  const counted = count(input, recused);
  const reached = quorum(roll, recused, counted.cast, rules.quorum);
  const { criteria, weights } = weigh(input, counted.marks);
  const complete = weights.inUse > 0 && criteria.every(({ method }) => method !== 'none');
  const total = complete ? Fraction.sum(criteria.flatMap(({ contribution }) => contribution ?? [])) : null;
  const grounds = (state: string): readonly string[] =>
    [...new Set(vetoes.flatMap((veto) => (veto.state === state ? [veto.ground] : [])))].sort();
  const confirmed = grounds('confirmed');
  const unresolved = grounds('raised');
  const decision = decide(
    {
      quorumMet: reached.met,
      extensionsUsed,
      vetoConfirmed: confirmed.length > 0,
      vetoUnresolved: unresolved.length > 0,
      total,
      agree: counted.votes.agree,
      cast: reached.cast,
    },
    rules,
  );
  return {
    rubric: rubric.code,
    scale: rubric.scale,
    rules,
    extensionsUsed,
    quorum: reached,
    criteria,
    weights,
    complete,
    total,
    votes: counted.votes,
    vetoes: { confirmed, unresolved },
    ...decision,
  };
}

function weigh(
  { rubric: { criteria, scale }, rules, carried }: TallyInput,
  marks: Count['marks'],
): Pick<TallyResult, 'criteria' | 'weights'> {
  const means = criteria.map((criterion, at) => {
    const { counts, na } = marks[at] ?? { counts: [], na: 0 };
    const trim = trimOf(carried, criterion.code, rules.score.trim);
    return { criterion, counts, na, ...criterionMean(counts, na, scale, trim) };
  });
  const sum = (weighed: typeof means): number =>
    weighed.reduce((all, { criterion }) => all + criterion.weight, 0);
  const full = sum(means);
  const inUse = sum(means.filter(({ method }) => method !== 'na'));
  const results = means.map(({ criterion, counts, na, n, dropped, method, mean }): CriterionResult => {
    const { code, kinds, weight } = criterion;
    const countedWeight = method === 'na' ? Fraction.zero : Fraction.of(weight * full, inUse);
    const contribution = mean === null ? null : countedWeight.times(mean).over(scale.highest);
    const own = { code, kinds, weight, countedWeight, counts, n, na, dropped, method, mean, contribution };
    const from = carriedMarks(carried, code)?.from;
    return from === undefined ? own : { ...own, carriedFrom: from };
  });
  return { criteria: results, weights: { inUse, full } };
}
