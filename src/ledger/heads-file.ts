/** A head as somebody outside kept it: `hash` is whole (64 hex digits) or its first 16, `seq` may be unknown. */
export interface GivenHead {
  readonly seq: number | null;
  readonly hash: string;
  /** Of whoever signed it on another machine; only with a whole hash and its number. */
  readonly signature?: string;
}

/** The text holds nothing that could be read as a head. */
export class NoHeads extends Error {}

const hex = '[0-9a-fA-F]';
const groups = (count: number): string => `(?:${hex}{4}[\\s-]{0,3}){${count - 1}}${hex}{4}(?![ \\t-]?${hex})`;
const spoken = new RegExp(
  `(?<!${hex})(?:(\\d{1,10})(?:号|条)?[^0-9a-fA-F\\n]*[\\s:,号条])?(${groups(16)}|${groups(4)})`,
  'g',
);

/**
 * Reads heads as people keep them: JSON (one head or a list of `{ seq, hash }`), lines `seq hash`, or the groups of
 * four as they are printed in minutes, letters and mails, whole or the first four, with words around them.
 * @throws NoHeads where there is none, so that a mistyped file never passes for a check
 */
export function parseHeads(text: string): GivenHead[] {
  const heads = fromJson(text) ?? fromText(text);
  if (heads.length === 0)
    throw new NoHeads('No head found: give lines "number hash", JSON, or the printed groups');
  return heads;
}

function fromJson(text: string): GivenHead[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object') return null;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isHead).map(({ seq, hash, signature }) => ({
    seq,
    hash: hash.toLowerCase(),
    ...(typeof signature === 'string' ? { signature } : {}),
  }));
}

function isHead(value: unknown): value is { seq: number; hash: string; signature?: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, hash } = value as { seq?: unknown; hash?: unknown };
  return Number.isSafeInteger(seq) && typeof hash === 'string' && /^[0-9a-fA-F]{64}$/.test(hash);
}

function fromText(text: string): GivenHead[] {
  return [...text.normalize('NFKC').matchAll(spoken)].map(([, seq, hash = '']) => ({
    seq: seq === undefined ? null : Number(seq),
    hash: hash.replace(/[\s-]/g, '').toLowerCase(),
  }));
}
