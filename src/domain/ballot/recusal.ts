import type { FieldProblem } from './check-ballot';

/** Characters a recusal's reason has at least and at most. */
export const RECUSAL_REASON = { fewest: 4, most: 500 } as const;

/** A recusal leaves the base of every share, so it says why. */
export function checkRecusal(reason: string): readonly FieldProblem[] {
  const has = Array.from(reason.trim()).length;
  const { fewest, most } = RECUSAL_REASON;
  if (has === 0) return [{ field: 'reason', because: 'recusalNeedsReason' }];
  if (has < fewest) return [{ field: 'reason', because: 'textTooShort', details: { fewest, has } }];
  return has > most ? [{ field: 'reason', because: 'textTooLong', details: { most, has } }] : [];
}
