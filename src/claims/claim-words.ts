import { claimLight } from '../domain/claim/claim-clock';
import type { Instant } from '../domain/shared/instant';
import { light, type Light } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ClaimRow } from './claims.queries';

/** The light of a first report with its word. */
export function lightOf(claim: ClaimRow, now: Instant, words: Words): Light {
  const colour = claimLight(claim, now);
  return light(colour, words.t(`claims.light.${colour}`));
}

/** Why the light is as it is, as a finished sentence with the day on which it will change. */
export function reasonOf(claim: ClaimRow, now: Instant, words: Words): string {
  const fmt = formatsFor(words);
  const { state, followedAt, lapsesAt, protectedUntil } = claim;
  if (state !== 'protected' || followedAt === null || lapsesAt === null || protectedUntil === null)
    return words.t(`claims.why.${state === 'protected' ? 'reported' : state}`);
  const colour = claimLight(claim, now);
  const told = {
    followed: fmt.dayFull(followedAt),
    lapses: fmt.dayFull(lapsesAt),
    until: fmt.dayFull(protectedUntil),
  };
  return words.t(`claims.why.protected.${colour}`, told);
}
