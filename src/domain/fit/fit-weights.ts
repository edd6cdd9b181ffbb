import type { Setting } from '../settings/setting';

export const FIT_CRITERIA = ['chain', 'site', 'intensity', 'tax', 'elements', 'region'] as const;
export type FitCriterion = (typeof FIT_CRITERIA)[number];

/** What each criterion weighs, and what a chain is worth by where the host lists it, in per cent. */
export interface FitWeights {
  readonly weights: Readonly<Record<FitCriterion, number>>;
  readonly chain: { readonly first: number; readonly leading: number; readonly wanted: number };
  readonly [key: string]: Readonly<Record<string, number>>;
}

export const HEAVIEST = 100;

/**
 * 园区适配权重. Ours: the chain and the site come first because these are what parks turn projects away for; the other
 * weights follow the rubric's order of criteria (rubrics 4.1: industry fit, land, energy, tax).
 */
export const fitWeights: Setting<FitWeights> = {
  key: 'fit-weights',
  preset: {
    weights: { chain: 30, site: 25, intensity: 15, tax: 10, elements: 15, region: 5 },
    chain: { first: 100, leading: 90, wanted: 80 },
  },
  read(stored) {
    const { weights, chain } = stored as FitWeights;
    for (const criterion of FIT_CRITERIA) check(weights[criterion], criterion);
    for (const place of ['first', 'leading', 'wanted'] as const) check(chain[place], place);
    if (FIT_CRITERIA.every((criterion) => weights[criterion] === 0)) throw new Error('every weight is 0');
    return {
      weights: Object.fromEntries(FIT_CRITERIA.map((one) => [one, weights[one]])) as FitWeights['weights'],
      chain: { first: chain.first, leading: chain.leading, wanted: chain.wanted },
    };
  },
};

function check(value: unknown, name: string): void {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > HEAVIEST)
    throw new Error(`${name} is not a whole number from 0 to ${HEAVIEST}`);
}
