import type { LeadContent } from '../lead/content';
import { exactly } from '../lead/decimals';
import { parseWan } from '../shared/wan';

/** 1 usual, 2 demanding, 3 hard. */
export type Difficulty = 1 | 2 | 3;
export const DIFFICULTIES = [1, 2, 3] as const;

/** From which figures on a lead takes longer to judge; a product judgement, held as data. */
export interface DifficultyRules {
  /** Total investment in 万元. */
  readonly largeFromWan: string;
  /** Energy in tonnes of standard coal a year. */
  readonly energyFromTce: string;
}

export const usualDifficultyRules: DifficultyRules = { largeFromWan: '50000', energyFromTce: '5000' };

type Facts = Pick<
  LeadContent,
  | 'totalInvestmentWan'
  | 'energyTce'
  | 'envCategory'
  | 'hazardousProcess'
  | 'needsChemicalPark'
  | 'sensitivity'
>;

/**
 * How much work an item is, from its form alone: one reason (large, much energy, an environmental report or a
 * hazardous process, restricted) makes it demanding, two or more make it hard.
 */
export function difficultyOf(facts: Facts, rules: DifficultyRules = usualDifficultyRules): Difficulty {
  const reasons = [
    (parseWan(facts.totalInvestmentWan ?? '') ?? 0n) >= (parseWan(rules.largeFromWan) ?? 0n),
    atLeast(facts.energyTce, rules.energyFromTce),
    facts.envCategory === 'book' || facts.hazardousProcess || facts.needsChemicalPark,
    facts.sensitivity === 'restricted',
  ].filter(Boolean).length;
  return reasons === 0 ? 1 : reasons === 1 ? 2 : 3;
}

/** Canonical decimals compared exactly; a figure that is not there is not large. */
function atLeast(figure: string | null, limit: string): boolean {
  return figure !== null && exactly(figure).gte(exactly(limit));
}
