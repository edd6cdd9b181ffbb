import type { Words } from '../words/words';
import type { ChainChoice } from './lead-chain';

/** Names for `leafText`, apart from hosts, whose codes could be the same. */
export function chainNames(chains: readonly ChainChoice[], words: Words): (readonly [string, string])[] {
  return chains.map(
    ({ code, name, nameEn }) => [`chain ${code}`, words.locale === 'en' ? nameEn : name] as const,
  );
}
