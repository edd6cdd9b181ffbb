import type { Line } from './explanation';
import type { Share } from '../rubric/rule-set';
import { sentence, type Sentence } from '../shared/sentence';

/** A line that states a fact. */
export function states(key: string, args: Sentence['args'] = {}): Line {
  return { ...sentence(key, args), formula: null, met: null };
}

/** A line that tests something, with the sum behind it. */
export function tests(
  key: string,
  args: Sentence['args'],
  met: boolean,
  formula: string | null = null,
): Line {
  return { ...sentence(key, args), formula, met };
}

/** "At least num/den of whole" in whole numbers: `3 × 9 = 27 ≥ 2 × 10 = 20`. */
export function shareFormula({ num, den }: Share, part: number, whole: number): string {
  const left = den * part;
  const right = num * whole;
  return `${product(den, part)} ${left >= right ? '≥' : '<'} ${product(num, whole)}`;
}

function product(factor: number, of: number): string {
  return `${factor} × ${of} = ${factor * of}`;
}
