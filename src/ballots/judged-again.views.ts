import type { Comparison } from '../leads/resubmissions.queries';
import type { Words } from '../words/words';

/** What those who judge a lead again are shown of the time before: what changed, and what had been asked for. */
export interface JudgedAgain {
  readonly note: string;
  readonly same: string;
  readonly diff: { readonly caption: string; readonly rows: Comparison['rows'] } | null;
  readonly asked: readonly { readonly wanted: string; readonly answer: string }[];
}

/**
 * Null for a lead that no round has judged before. Of the earlier outcome it says nothing; of earlier marks only a second
 * look tells any, those it carries over.
 */
export function judgedAgain(
  before: Comparison | null,
  isSecondLook: boolean,
  words: Words,
): JudgedAgain | null {
  if (before === null) return null;
  const { roundNumber: round, rows, asked } = before;
  return {
    note: words.t(isSecondLook ? 'secondLook.ballot.again' : 'ballots.again.note', {
      round,
      before: before.before.number,
      after: before.after.number,
    }),
    same: rows.length === 0 ? words.t('ballots.again.same') : '',
    diff: rows.length === 0 ? null : { caption: words.t('ballots.again.caption'), rows },
    asked: (asked?.items ?? []).map(({ position, wanted, answer }) => ({
      wanted: words.t('leads.material.item', { n: position, wanted }),
      answer: answer ?? words.t('leads.material.unanswered'),
    })),
  };
}
