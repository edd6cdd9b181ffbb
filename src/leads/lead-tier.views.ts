import type { Scope } from '../domain/lead/scope';
import type { Tier } from '../domain/lead/scope-rules';
import type { Words } from '../words/words';
import type { Fact } from './lead-facts.views';

/**
 * Who judges a lead: as it was handed in, and below it what the rules of today would say where that is something else.
 * A draft shows what the rules say now; nothing while it does not say enough.
 */
export function tierFacts(stored: Tier | null, { tier }: Scope, words: Words): Fact[] {
  const shown = stored ?? tier;
  if (shown === null) return [];
  const sub =
    tier === null || tier === shown ? '' : words.t('scope.lead.changed', { tier: words.t(`tier.${tier}`) });
  return [{ label: words.t('scope.lead.title'), value: words.t(`tier.${shown}`), sub }];
}
