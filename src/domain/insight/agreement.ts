import { alpha, type Alpha } from './alpha';
import { convertedScore } from './converted-score';
import { countedBallots } from './varied-ballots';
import { Fraction } from '../shared/fraction';
import type { TallyInput } from '../tally/tally-result';

/** Fewer items than this give an alpha that a single item can turn; ours. */
export const FEWEST_ITEMS = 5;

/** How far a panel agreed in one round on which items are better. */
export interface Agreement {
  /** Of each ballot as a whole, brought to 0–100: interval. */
  readonly overall: Alpha;
  /** Of the marks for each criterion, as steps of a scale: ordinal. In the rubric's order. */
  readonly criteria: readonly { readonly criterion: string; readonly alpha: Alpha }[];
  /** Whether there are too few items for a conclusion. */
  readonly few: boolean;
}

/**
 * How far the ballots as wholes agree over some items. Silent seats are missing values, not zeros; items of which only
 * some criteria were asked have no ballot as a whole and are left out.
 */
export function overallAgreement(items: readonly TallyInput[]): Pick<Agreement, 'overall' | 'few'> {
  const overall = alpha(
    items
      .filter(({ carried }) => carried === undefined)
      .map((input) => countedBallots(input).flatMap((ballot) => convertedScore(ballot, input.rubric) ?? [])),
    'interval',
  );
  return { overall, few: overall.units < FEWEST_ITEMS };
}

/** The same with each criterion; all items under the same rubric. */
export function agreement(items: readonly TallyInput[]): Agreement {
  const cast = items.map(countedBallots);
  const [first] = items;
  return {
    ...overallAgreement(items),
    criteria: (first?.rubric.criteria ?? []).map(({ code, kinds }) => ({
      criterion: code,
      alpha: alpha(
        cast.map((ballots) =>
          ballots.flatMap(({ kind, scores }) => {
            const score = scores[code];
            return score === undefined || !kinds.includes(kind) ? [] : [Fraction.of(score)];
          }),
        ),
        'ordinal',
      ),
    })),
  };
}
