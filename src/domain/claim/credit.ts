import { Fraction } from '../shared/fraction';
import { WHOLE_SHARE, type Shares } from './dispute';

/** Somebody with a share in the credit for a lead. */
export interface CreditShare {
  readonly personId: string;
  readonly share: Fraction;
}

/**
 * Who has which part of the credit for a lead; the parts make up one. A ruling divides it between the two who
 * reported; of the holder's part each co-scout who has confirmed takes the per cent agreed, the rest stays with the
 * holder. What a co-scout has not confirmed stays with the holder too.
 */
export function creditShares(
  holderId: string,
  coScouts: readonly { readonly personId: string; readonly share: string; readonly confirmed: boolean }[],
  split: (Shares & { readonly challengerId: string }) | null,
): readonly CreditShare[] {
  const whole = Fraction.of(split?.holder ?? WHOLE_SHARE, WHOLE_SHARE);
  const others = coScouts
    .filter(({ confirmed }) => confirmed)
    .map(({ personId, share }) => ({ personId, share: whole.times(perCent(share)) }));
  const rest = whole.minus(Fraction.sum(others.map(({ share }) => share)));
  const challenger = split
    ? [{ personId: split.challengerId, share: Fraction.of(split.challenger, WHOLE_SHARE) }]
    : [];
  return [{ personId: holderId, share: rest }, ...others, ...challenger];
}

function perCent(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return Fraction.of(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}
