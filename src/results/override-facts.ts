import type { OverrideFacts } from '../domain/followup/override';
import type { RoundState } from '../domain/round/round-moves';
import { decidedOf } from './outcome.entity';
import type { ResultItem } from './results.queries';

/** What decides about overriding an item, for the act and for its page. */
export function overrideFacts({ outcome, lead }: ResultItem, roundState: RoundState): OverrideFacts {
  return {
    computed: outcome.computed,
    stands: decidedOf(outcome),
    announced: roundState === 'announced',
    leadState: lead.state,
  };
}
