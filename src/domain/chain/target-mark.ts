import { sentence, type Sentence } from '../shared/sentence';

/** Why a lead is marked as one the city has been looking for. */
export type TargetMark =
  | { readonly ground: 'code' | 'name'; readonly firm: string; readonly chain: string }
  | { readonly ground: 'gap'; readonly segment: string; readonly chain: string; readonly wanted: string };

/**
 * The reason of a mark. For those from whom a restricted lead hides its investor the firm is not named: its name is
 * the investor's.
 */
export function targetReason(mark: TargetMark, maySeeInvestor: boolean): Sentence {
  if (mark.ground === 'gap') {
    const { segment, chain, wanted } = mark;
    return sentence('chains.mark.gap', { segment, chain, wanted });
  }
  const { firm, chain, ground } = mark;
  return maySeeInvestor
    ? sentence(`chains.mark.${ground}`, { firm, chain })
    : sentence('chains.mark.veiled', { chain });
}

/** A firm found by code and by name is told once, by code. */
export function strongestMarks(marks: readonly TargetMark[]): TargetMark[] {
  const order = { code: 0, name: 1, gap: 2 };
  const key = (mark: TargetMark): string =>
    mark.ground === 'gap' ? `gap ${mark.chain} ${mark.segment}` : `firm ${mark.chain} ${mark.firm}`;
  const sorted = [...marks].sort((a, b) => order[a.ground] - order[b.ground]);
  return sorted.filter((mark, at) => sorted.findIndex((other) => key(other) === key(mark)) === at);
}
