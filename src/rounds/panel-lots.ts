import { createHash } from 'node:crypto';

/**
 * The lot of a person under a seed: SHA-256 over the seed, a blank and the person's id, 64 hex digits. Anybody can work
 * it out: `printf '%s' 'SEED PERSON' | sha256sum`.
 */
export function lots(seed: string): (personId: string) => string {
  return (personId) => createHash('sha256').update(`${seed} ${personId}`).digest('hex');
}
