import { formatsFor, type Amount } from '../words/formats';
import type { Words } from '../words/words';
import type { LeadCard } from '../leads/leads.queries';
import type { Planning } from './round-planning.queries';
import { lookChoice, type LookChoice, type LookTyped } from './second-look.views';

/** A queued lead on the page for planning a round. */
export interface LeadChoice {
  id: string;
  title: string;
  investor: string;
  number: string;
  track: string;
  amount: Amount | null;
  host: string;
  unit: string;
  checked: boolean;
  isTaken: boolean;
  taken: string;
  pickLabel: string;
  look: LookChoice | null;
}

export function leadChoice(
  lead: LeadCard,
  { elsewhere, earlier, ruleSets }: Planning,
  { picked, looks }: { readonly picked: ReadonlySet<string>; readonly looks: LookTyped | null },
  words: Words,
): LeadChoice {
  const round = elsewhere.get(lead.id);
  const before = ruleSets.some(({ content }) => content.secondLook.allowed)
    ? earlier.get(lead.id)
    : undefined;
  return {
    id: lead.id,
    title: lead.title,
    investor: lead.investorName,
    number: lead.number,
    track: words.t(`rounds.track.${lead.track}`),
    amount: lead.totalInvestment === null ? null : formatsFor(words).wan(lead.totalInvestment),
    host: lead.firstHostName ?? '',
    unit: lead.scoutUnitName,
    checked: picked.has(lead.id) && round === undefined,
    isTaken: round !== undefined,
    taken: round === undefined ? '' : words.t('rounds.new.taken', { round }),
    pickLabel: words.t('ui.select.one', { name: lead.title }),
    look:
      before === undefined || round !== undefined
        ? null
        : lookChoice(before.result, before.rubric, looks, words),
  };
}
