import type { TransferTier } from '../domain/intake/transfer';
import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import type { DuplicateGrade, DuplicateGround } from '../domain/lead/duplicates';
import type { FieldProblem } from '../domain/lead/problem';
import type { PromiseEnd } from '../domain/promise/due';
import type { Instant } from '../domain/shared/instant';

/** Another lead that a queued one looks like. */
export interface AlikeInQueue {
  readonly leadId: string;
  readonly number: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly submittedAt: Instant;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
}

/** A host or a tier that was proposed for it, as it stands. */
export interface TransferStanding {
  readonly kind: 'host' | 'tier';
  readonly state: 'asked' | 'agreed' | 'declined' | 'told';
  readonly hostName: string | null;
  readonly tier: TransferTier | null;
}

/** Everything the checks of one lead in the queue are made of; a check is a pure view of it. */
export interface IntakeFacts {
  /** As it was submitted last. */
  readonly content: LeadContent;
  /** What the rules of submission said of it then. */
  readonly warnings: readonly FieldProblem[];
  readonly computed: Computed;
  readonly alike: readonly AlikeInQueue[];
  /** How many papers of each kind are attached. */
  readonly papers: ReadonlyMap<string, number>;
  readonly transfers: readonly TransferStanding[];
  /** Questions its scout has not answered yet. */
  readonly openQuestions: number;
  /** When the secretariat has to have answered, pauses reckoned in. */
  readonly end: PromiseEnd;
}
