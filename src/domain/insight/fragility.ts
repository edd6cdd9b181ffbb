import type { Robustness } from './robustness';
import { sentence, type Sentence } from '../shared/sentence';

/**
 * What an outcome rests on, from what matters most: a single ballot, the weights, the highest and lowest marks, the
 * ballots that never came; `solid` where none of it changes anything. All but `solid` belong on the agenda.
 */
export type Rests = 'ballot' | 'weights' | 'extremes' | 'missing' | 'solid';

export interface Fragility {
  readonly rests: Rests;
  /** The one sentence: `任一票缺席结论不变`, `结论系于1票`. */
  readonly says: Sentence;
  /** What would turn it, in words; null where nothing does. */
  readonly because: Sentence | null;
}

/** The one sentence on an outcome's robustness, and what stands behind it. Codes get their words from the view. */
export function fragility({ ballots, weights, extremes, missing }: Robustness): Fragility {
  const [ballot] = ballots.flips;
  if (ballot !== undefined)
    return {
      rests: 'ballot',
      says: sentence('insight.robust.ballot'),
      because: sentence('insight.robust.ballot.because', {
        vote: ballot.vote,
        outcome: ballot.to,
        n: ballot.n,
      }),
    };
  const [weight] = weights.flips;
  if (weight !== undefined)
    return {
      rests: 'weights',
      says: sentence('insight.robust.weights'),
      because: sentence(`insight.robust.weights.${weight.change}`, {
        criterion: weight.criterion,
        outcome: weight.to,
      }),
    };
  if (extremes.flips !== null)
    return {
      rests: 'extremes',
      says: sentence('insight.robust.extremes'),
      because: sentence('insight.robust.extremes.because', { outcome: extremes.flips }),
    };
  const [turned] = missing.flips;
  if (turned !== undefined)
    return {
      rests: 'missing',
      says: sentence('insight.robust.missing', { n: missing.seats }),
      because: sentence('insight.robust.missing.because', { n: missing.seats, outcome: turned }),
    };
  return { rests: 'solid', says: sentence('insight.robust.solid'), because: null };
}
