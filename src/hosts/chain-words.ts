import type { ChainBook } from '../domain/chain/chain-book';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** As the city's register calls it. */
export function chainName(code: string, chains: ChainBook, words: Words): string {
  return chains.name(code, words.locale);
}

/** `先进陶瓷、轻合金`; '' for none. */
export function chainNames(codes: readonly string[], chains: ChainBook, words: Words): string {
  if (codes.length === 0) return '';
  return formatsFor(words).list(codes.map((code) => chainName(code, chains, words)));
}
