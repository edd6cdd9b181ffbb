import type { Drawn } from '../elements/drawn';
import { sentence, type Sentence } from '../shared/sentence';
import { Fraction } from '../shared/fraction';
import type { FitReason } from './fit';

export const pro = (key: string, args: Sentence['args'] = {}): FitReason => ({
  side: 'for',
  isBlocking: false,
  say: sentence(key, args),
});
export const contra = (key: string, args: Sentence['args'] = {}): FitReason => ({
  side: 'against',
  isBlocking: false,
  say: sentence(key, args),
});
export const blocking = (key: string, args: Sentence['args'] = {}): FitReason => ({
  side: 'against',
  isBlocking: true,
  say: sentence(key, args),
});
export const open = (key: string, args: Sentence['args'] = {}): FitReason => ({
  side: 'open',
  isBlocking: false,
  say: sentence(key, args),
});

/** A quantity in a sentence: two decimals at most, no trailing zeros. */
export const shown = (quantity: Fraction): string => quantity.toDecimal(2).replace(/\.?0+$/, '');

/** What is left of a stock, and how the reason has to be told: with what is drawn on it only where something is. */
export interface LeftOver {
  readonly left: Fraction;
  /** Ends the key of the sentence; `over`: more is drawn than there is. */
  readonly how: '' | '.drawn' | '.over';
  readonly args: Sentence['args'];
}

export function lessDrawn(has: Fraction, drawn: Drawn | undefined): LeftOver {
  const { admitted, pending } = drawn ?? { admitted: Fraction.zero, pending: Fraction.zero };
  if (admitted.compare(0) <= 0 && pending.compare(0) <= 0) return { left: has, how: '', args: {} };
  const args = { has: shown(has), admitted: shown(admitted), pending: shown(pending) };
  const left = has.minus(admitted).minus(pending);
  if (left.compare(0) >= 0) return { left, how: '.drawn', args };
  return { left, how: '.over', args: { ...args, over: shown(left.times(-1)) } };
}
