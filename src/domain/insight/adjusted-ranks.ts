import type { JudgedItem } from './severity';
import { countedBallots } from './varied-ballots';
import type { RubricContent } from '../rubric/rubric-content';
import { Fraction } from '../shared/fraction';
import { carriedMarks, type CarriedMarks } from '../tally/carried';
import { decide } from '../tally/decide';
import { tallyItem } from '../tally/tally';
import type { Outcome, TallyInput, TallyResult } from '../tally/tally-result';

/** An item as it was decided, and as it would stand had nobody been strict or generous. A second opinion only. */
export interface AdjustedItem {
  readonly itemId: string;
  readonly total: Fraction | null;
  readonly rank: number | null;
  /** To four decimals; null where there is no total. */
  readonly adjusted: Fraction | null;
  readonly adjustedRank: number | null;
  readonly outcome: Outcome;
  readonly adjustedOutcome: Outcome;
}

/**
 * The items of one round in their order, each mark less the effect of whoever gave it. Votes, quorum and marks carried
 * over stay as they are. Items that share a total share a rank; those without a quorum or a total have none.
 */
export function adjustedRanks(
  items: readonly JudgedItem[],
  effects: ReadonlyMap<string, number>,
): AdjustedItem[] {
  const found = items.map((item) => {
    const result = tallyItem(item.input);
    const counts = result.outcome !== 'void' && result.total !== null;
    const adjusted = counts ? adjustedTotal(item, effects) : null;
    return { item, result, total: counts ? result.total : null, adjusted };
  });
  const rankAmong = (own: Fraction | null, all: readonly (Fraction | null)[]): number | null =>
    own === null ? null : 1 + all.filter((other) => other !== null && own.lt(other)).length;
  const [totals, adjustedTotals] = [found.map(({ total }) => total), found.map(({ adjusted }) => adjusted)];
  return found.map(({ item, result, total, adjusted }) => ({
    itemId: item.itemId,
    total,
    rank: rankAmong(total, totals),
    adjusted,
    adjustedRank: rankAmong(adjusted, adjustedTotals),
    outcome: result.outcome,
    adjustedOutcome: adjusted === null ? result.outcome : outcomeWith(adjusted, result, item.input),
  }));
}

function outcomeWith(total: Fraction, result: TallyResult, { rules }: TallyInput): Outcome {
  const { vetoes, votes, quorum, extensionsUsed } = result;
  return decide(
    {
      quorumMet: true,
      extensionsUsed,
      vetoConfirmed: vetoes.confirmed.length > 0,
      vetoUnresolved: vetoes.unresolved.length > 0,
      total,
      agree: votes.agree,
      cast: quorum.cast,
    },
    rules,
  ).outcome;
}

function adjustedTotal(
  { input, reviewerOf }: JudgedItem,
  effects: ReadonlyMap<string, number>,
): Fraction | null {
  const { rubric, rules, carried } = input;
  const ballots = countedBallots(input);
  let weighed = 0;
  let inUse = 0;
  let full = 0;
  for (const { code, kinds, weight } of rubric.criteria) {
    const marks = ballots.flatMap(({ seatId, kind, scores }) => {
      const score = scores[code];
      if (score === undefined || !kinds.includes(kind)) return [];
      return [score - (effects.get(reviewerOf.get(seatId) ?? '') ?? 0)];
    });
    full += weight;
    const kept = carriedMarks(carried, code);
    const mean = kept ? carriedMean(kept, rubric.scale) : trimmedMean(marks, rules.score.trim);
    if (mean === null) continue;
    inUse += weight;
    weighed += weight * mean;
  }
  if (inUse === 0) return null;
  return Fraction.of(Math.round((weighed * full * 10_000) / (inUse * rubric.scale.highest)), 10_000);
}

/** As it was given: whoever gave it is not known to this round. */
function carriedMean({ counts, dropped }: CarriedMarks, { lowest }: RubricContent['scale']): number | null {
  const marks = counts.flatMap((n, step) => new Array<number>(n).fill(lowest + step));
  return trimmedMean(marks, { from: 0, lowest: dropped.lowest, highest: dropped.highest });
}

function trimmedMean(marks: readonly number[], trim: TallyInput['rules']['score']['trim']): number | null {
  if (marks.length === 0) return null;
  const sorted = [...marks].sort((a, b) => a - b);
  const kept = sorted.length < trim.from ? sorted : sorted.slice(trim.lowest, sorted.length - trim.highest);
  return kept.reduce((sum, mark) => sum + mark, 0) / kept.length;
}
