import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** A city may have chains of its own that no catalogue names. */
export function chainName(code: string, words: Words): string {
  const key = `lead.option.chain.${code}`;
  return words.has(key) ? words.t(key) : code;
}

/** `先进陶瓷、轻合金`; '' for none. */
export function chainNames(codes: readonly string[], words: Words): string {
  return codes.length === 0 ? '' : formatsFor(words).list(codes.map((code) => chainName(code, words)));
}
