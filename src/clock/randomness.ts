import { randomBytes } from 'node:crypto';

/** The one source of randomness for tokens, codes and ids; replaceable in tests and in the seeded demo. */
export abstract class Randomness {
  abstract bytes(count: number): Buffer;
}

/** The operating system's cryptographic generator. */
export class SecureRandomness extends Randomness {
  bytes(count: number): Buffer {
    return randomBytes(count);
  }
}
