import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LeadPageData } from './lead-page-data';

export interface HistoryItem {
  readonly at: string;
  readonly text: string;
  readonly mark: boolean;
  readonly seal: null;
  readonly light: null;
}

/** Moves that a panel's or leader's decision makes: they name nobody. */
const QUIET = new Set<string>([
  'enterRound',
  'leaveRound',
  'admit',
  'consult',
  'askResubmit',
  'defer',
  'reject',
  'lapse',
  'recall',
  'overrideAdmit',
  'overrideConsult',
  'overrideResubmit',
  'overrideDefer',
  'overrideReject',
]);

/** Everything that happened to a lead, newest first; the registration ends the line. */
export function leadHistory({ acts, seen, scout }: LeadPageData, words: Words): { items: HistoryItem[] } {
  const fmt = formatsFor(words);
  const items = acts.map((act) => {
    const move = words.t(`lead.move.${act.move}`);
    const first = act.move === 'submit' && act.revision === 1;
    const what = first
      ? words.t('leads.history.first', { number: seen.lead.number ?? '' })
      : act.move === 'submit'
        ? words.t('leads.history.again', { n: act.revision })
        : QUIET.has(act.move)
          ? move
          : words.t('leads.history.by', { who: act.byLabel, move });
    const other = act.otherNumber === null ? '' : words.t('leads.history.into', { number: act.otherNumber });
    const why = act.reason ? words.t('leads.history.reason', { reason: act.reason }) : '';
    return { at: fmt.dateTime(act.at), text: what + other + why, mark: first, seal: null, light: null };
  });
  const registered = words.t('leads.history.registered', { name: scout.name, unit: scout.unitName });
  return {
    items: [
      ...items,
      { at: fmt.dateTime(seen.lead.createdAt), text: registered, mark: false, seal: null, light: null },
    ],
  };
}
