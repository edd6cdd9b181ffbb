import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LedgerPoint } from './ledger';

/** The file holds no Ed25519 key, or cannot be read. The sentence names the file. */
export class UnfitKey extends Error {}

/** What is signed: the layout, the number and the whole hash. */
const signed = ({ seq, hash }: LedgerPoint): Buffer => Buffer.from(`yushen-head-1\n${seq}\n${hash}\n`);

/** Signs heads with a private key, or leaves them unsigned where there is none. */
export class HeadKey {
  private constructor(private readonly key: KeyObject | null) {}

  static readonly none = new HeadKey(null);

  /** @param path of a private key in PEM (`openssl genpkey -algorithm ed25519`). @throws UnfitKey */
  static read(path: string): HeadKey {
    return new HeadKey(readKey(path, createPrivateKey));
  }

  /** Base64; null without a key. */
  sign(head: LedgerPoint): string | null {
    return this.key && sign(null, signed(head), this.key).toString('base64');
  }
}

/** The public key with which signatures are checked; from a private key it is derived. @throws UnfitKey */
export function readPublicKey(path: string): KeyObject {
  return readKey(path, createPublicKey);
}

/** Whether somebody who has the private key has signed just this number and hash. */
export function isSigned(head: LedgerPoint, signature: string, key: KeyObject): boolean {
  try {
    return verify(null, signed(head), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function readKey(path: string, make: (pem: string) => KeyObject): KeyObject {
  try {
    const key = make(readFileSync(path, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below: the reasons of a reader of keys help nobody.
  }
  throw new UnfitKey(`${path} is not an Ed25519 key in PEM that can be read`);
}
