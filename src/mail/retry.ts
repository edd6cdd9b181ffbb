import type { Randomness } from '../clock/randomness';
import { Instant, msOf, toInstant } from '../domain/shared/instant';

const first = 30_000;
const longest = 30 * 60_000;
const givenUpAfter = 3 * 24 * 60 * 60_000;

/**
 * When to try again after `attempts` tries: 30 s, 1 min, 2 min … 30 min, each shortened by up to a half at random
 * so that mails that failed together do not come back together. Null when the mail is three days old.
 */
export function nextTry(
  { attempts, createdAt }: { attempts: number; createdAt: Instant },
  now: Instant,
  randomness: Randomness,
): Instant | null {
  if (msOf(now) - msOf(createdAt) >= givenUpAfter) return null;
  const whole = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20));
  const share = randomness.bytes(2).readUInt16BE() / 65_536;
  return toInstant(msOf(now) + Math.round(whole * (1 - share / 2)));
}
