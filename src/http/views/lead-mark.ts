import type { LeadState } from '../../domain/lead/states';
import type { Instant } from '../../domain/shared/instant';
import type { Words } from '../../words/words';
import { seal, tag, type Outcome, type Seal, type Tag, type TagTone } from './marks';

const tones: Readonly<Partial<Record<LeadState, TagTone>>> = {
  submitted: 'amber',
  returned: 'red',
  queued: 'blue',
};

const outcomes: Readonly<Partial<Record<LeadState, Outcome>>> = {
  admitted: 'admit',
  consulting: 'consult',
  resubmit: 'resubmit',
  deferred: 'defer',
  rejected: 'reject',
};

/** A state on the way is a tag, an outcome a seal; one of the two is null. */
export interface StateMark {
  readonly tag: Tag | null;
  readonly seal: Seal | null;
}

/** A lead turned down at intake never stood before a panel: it gets no panel's seal. */
export function stateMark(
  lead: { readonly state: LeadState; readonly acceptedAt: Instant | null },
  words: Words,
): StateMark {
  const { state, acceptedAt } = lead;
  const outcome = outcomes[state];
  if (state === 'rejected' && acceptedAt === null)
    return { tag: tag(words.t('leads.state.rejectedAtIntake'), 'red', state), seal: null };
  if (outcome) return { tag: null, seal: { ...seal(outcome, words.t(`leads.seal.${outcome}`), 'line') } };
  return { tag: tag(words.t(`lead.state.${state}`), tones[state] ?? '', state), seal: null };
}
