import type { ReferrerKind } from '../lead/dictionaries';
import type { Day } from '../shared/instant';

/** Why a referrer can be given no reward; null when nothing stands against it. */
export type Unrewarded =
  'civilServant' | 'stateUnitStaff' | 'investorParty' | 'interestDeclared' | 'undeclared';

/** Public servants, staff of state units, the investor and its parties cannot be rewarded `[AW1][AW3][AW5]`. */
export function unrewardedBecause(referrer: {
  readonly kind: ReferrerKind | null;
  readonly conflict: boolean;
}): Unrewarded | null {
  const { kind, conflict } = referrer;
  if (kind === null) return 'undeclared';
  if (kind === 'civilServant' || kind === 'stateUnitStaff' || kind === 'investorParty') return kind;
  return conflict ? 'interestDeclared' : null;
}

/** Whether an appointment as ambassador is running on a day; both its ends belong to it. */
export function isInTerm({ from, until }: { readonly from: Day; readonly until: Day }, day: Day): boolean {
  return from <= day && day <= until;
}
