import type { Instant } from '../domain/shared/instant';
import type { LeadDecision } from './leads.service';

/** One thing decided of a lead, in a round or after it, as its page tells it. */
export interface Judgement {
  readonly at: Instant;
  readonly roundNumber: string;
  /** `round` as announced; otherwise what was decided after it. */
  readonly kind: 'round' | 'consultation' | 'override';
  readonly decided: LeadDecision | 'void';
  /** Two decimals, and only for those who may see results. */
  readonly score: string | null;
  readonly documentNumber: string | null;
  readonly cageNo: string | null;
  readonly revision: number | null;
  /** The page of the results, or of the consultation; null for those who may not read it. */
  readonly resultsHref: string | null;
  readonly letter: { readonly number: string; readonly href: string } | null;
}

/** What is under way with a lead now that a round has been announced. */
export interface Following {
  readonly kind: 'consult' | 'resubmit' | 'defer';
  readonly dueAt: Instant;
  /** Its own page; null for those who have none to open. */
  readonly href: string | null;
}

/** All that a lead's page shows of what panels and the leading group made of it. */
export interface LeadJudged {
  /** The newest first. */
  readonly judgements: readonly Judgement[];
  readonly following: Following | null;
}
