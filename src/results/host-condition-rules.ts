import { refuse, type Refusal } from '../domain/shared/refusal';
import type { LetterDraft } from './letter-drafts.queries';

/** Why results cannot go out: a lead is admitted whose host made conditions, and nobody has said what becomes of them. */
export function hostConditionsRefusal(drafts: readonly LetterDraft[]): Refusal | null {
  const open = unsettled(drafts);
  if (open.length === 0) return null;
  const leads = open.map(({ item }) => item.lead.number).join('、');
  return refuse('hostConditionsOpen', { count: open.length, leads });
}

export function unsettled(drafts: readonly LetterDraft[]): readonly LetterDraft[] {
  return drafts.filter(({ decided, hostConditions }) => decided === 'admit' && hostConditions.length > 0);
}
