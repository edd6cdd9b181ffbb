import { agreement, type Agreement } from '../domain/insight/agreement';
import { disagreement, type Disagreement } from '../domain/insight/disagreement';
import type { DisputeLimits } from '../domain/insight/dispute-limits';
import { fragility, type Fragility } from '../domain/insight/fragility';
import { robustness, type Robustness } from '../domain/insight/robustness';
import type { TallyInput, TallyResult } from '../domain/tally/tally-result';

/** What stands beside an item's result: what it rests on and how far the panel was apart. Null without a quorum. */
export interface ItemInsight {
  readonly robustness: Robustness;
  readonly fragility: Fragility;
  readonly disagreement: Disagreement;
}

export interface RoundInsight {
  readonly items: ReadonlyMap<string, ItemInsight>;
  readonly agreement: Agreement;
}

/** Of a closed round, from the ballots its results were computed from. Pure, and in no order but that of the inputs. */
export function roundInsight(
  inputs: ReadonlyMap<string, TallyInput>,
  results: ReadonlyMap<string, Pick<TallyResult, 'criteria'>>,
  limits?: DisputeLimits,
): RoundInsight {
  const items = [...inputs].flatMap(([id, input]): [string, ItemInsight][] => {
    const found = robustness(input);
    const result = results.get(id);
    if (found === null || result === undefined) return [];
    return [
      [
        id,
        { robustness: found, fragility: fragility(found), disagreement: disagreement(input, result, limits) },
      ],
    ];
  });
  return { items: new Map(items), agreement: agreement([...inputs.values()]) };
}

/** Whether the meeting should hear of an item: its outcome hangs on little, or the panel was far apart. */
export function forAgenda(insight: ItemInsight | undefined): boolean {
  return insight !== undefined && (insight.fragility.rests !== 'solid' || insight.disagreement.flagged);
}
