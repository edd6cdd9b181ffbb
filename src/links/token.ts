import { createHash } from 'node:crypto';

/** 256 random bits as base64url. */
export const TOKEN_BYTES = 32;

/** The only form in which a token is kept: SHA-256, 64 hex digits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The token in what arrives as the last part of an address. Mail clients wrap it, encode it and add to it: white
 * space, soft line ends, invisible characters, percent-encoding, `?x=1`, a full stop or a bracket. What holds no
 * token is returned as it came (shortened), to be looked up in vain like any unknown token.
 */
export function readToken(raw: string): string {
  const decoded = percentDecoded(percentDecoded(raw.slice(0, 2000)));
  const bare = decoded.replace(/=\r?\n/g, '').replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  return /^[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/.exec(bare)?.[0] ?? raw.slice(0, 200);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
