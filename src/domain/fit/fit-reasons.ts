import { sentence, type Sentence } from '../shared/sentence';
import type { Fraction } from '../shared/fraction';
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
