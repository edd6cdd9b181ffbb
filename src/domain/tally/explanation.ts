import { explainRules } from './explain-rules';
import { explainScores, type ScoreRow } from './explain-scores';
import { explainWho } from './explain-who';
import { outcomeCode, type TallyResult } from './tally-result';
import type { Sentence } from '../shared/sentence';

/**
 * One line of reasoning: a sentence for the catalogue, the sum behind it in plain signs ("3 × 9 = 27 ≥ 2 × 10 = 20")
 * where there is one, and whether what it tests is met (null when it only states a fact).
 */
export type Line = Sentence & { readonly formula: string | null; readonly met: boolean | null };

export type Step =
  | { readonly step: 'who'; readonly lines: readonly Line[]; readonly met: boolean }
  | {
      readonly step: 'scores';
      readonly lines: readonly Line[];
      readonly rows: readonly ScoreRow[];
      readonly weight: number;
      /** Two decimals; null when incomplete. */
      readonly total: string | null;
    }
  | {
      readonly step: 'rules';
      readonly lines: readonly Line[];
      readonly outcome: string;
      readonly rules: string;
    };

/**
 * How a result came about, in the three steps of the results page: who had a vote, the score of each criterion, and
 * how score, votes and vetoes stand against the rules. Plain data with exact figures; names and words are the view's.
 */
export function explain(result: TallyResult): readonly Step[] {
  return [
    { step: 'who', lines: explainWho(result), met: result.quorum.met },
    {
      step: 'scores',
      ...explainScores(result),
      weight: result.weights.full,
      total: result.total?.toDecimal(2) ?? null,
    },
    { step: 'rules', lines: explainRules(result), outcome: outcomeCode(result), rules: result.rules.code },
  ];
}
