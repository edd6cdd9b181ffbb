import type { Day } from '../shared/instant';
import { refuse, type Refusal } from '../shared/refusal';

/** How long somebody is out-stationed; both days belong to it, `until` null while nobody has said. */
export interface PostingTerm {
  readonly from: Day;
  readonly until: Day | null;
}

/** The longest posting, in days: three years; what is longer is a slip of the year. */
export const LONGEST_POSTING = 3 * 366;

export type PostingStanding = 'coming' | 'running' | 'over';

export function postingStanding({ from, until }: PostingTerm, today: Day): PostingStanding {
  if (today < from) return 'coming';
  return until !== null && until < today ? 'over' : 'running';
}

/** Whether two terms have a day in common. */
export function overlap(one: PostingTerm, other: PostingTerm): boolean {
  return (one.until === null || one.until >= other.from) && (other.until === null || other.until >= one.from);
}

/** Why somebody cannot be posted so: backwards, too long, or on days on which they are posted already. */
export function postingRefusal(term: PostingTerm, others: readonly PostingTerm[]): Refusal | null {
  const { from, until } = term;
  if (until !== null && until < from) return refuse('postingBackwards');
  if (until !== null && Date.parse(until) - Date.parse(from) > LONGEST_POSTING * 86_400_000)
    return refuse('postingTooLong');
  return others.some((other) => overlap(term, other)) ? refuse('postingOverlaps') : null;
}
