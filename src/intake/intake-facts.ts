import type { TransferTier } from '../domain/intake/transfer';
import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import type { FieldProblem } from '../domain/lead/problem';
import type { Tier } from '../domain/lead/scope-rules';
import type { PromiseEnd } from '../domain/promise/due';
import type { CheckSay } from '../http/views/check';

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
  /** Who judges it by the scope rules of the day it was handed in; null for one of before there were any. */
  readonly tier: Tier | null;
  /** What other features found, by the code of the check. */
  readonly found: ReadonlyMap<string, CheckSay>;
  readonly transfers: readonly TransferStanding[];
  /** Questions its scout has not answered yet. */
  readonly openQuestions: number;
  /** When the secretariat has to have answered, pauses reckoned in. */
  readonly end: PromiseEnd;
}
