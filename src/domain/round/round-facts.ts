import type { RuleSet } from '../rubric/rule-set';
import type { Instant } from '../shared/instant';
import type { Seat } from './roll';

export interface OpeningFacts {
  readonly now: Instant;
  readonly deadlineAt: Instant;
  /** Numbers of all its leads, and of those among them that are no longer queued. */
  readonly leads: number;
  readonly leadsNotQueued: readonly string[];
  readonly rubricPublished: boolean;
  readonly seats: readonly Pick<Seat, 'kind'>[];
  readonly rules: RuleSet;
}

export interface LockingFacts {
  readonly now: Instant;
  readonly deadlineAt: Instant;
}

export interface ExtensionFacts {
  readonly now: Instant;
  readonly deadlineAt: Instant;
  readonly newDeadlineAt: Instant | null;
  readonly reason: string;
  readonly extensionsUsed: number;
  /** Whether some item still lacks its quorum. */
  readonly quorumShort: boolean;
  readonly rules: RuleSet;
}

export interface ClosingFacts {
  readonly now: Instant;
  readonly deadlineAt: Instant;
  /** Ballots still awaited, over all items: eligible seats that have not cast. */
  readonly awaited: number;
  /** A locked round is past its deadline, also where a clock was set back since. */
  readonly isLocked?: boolean;
}

export interface AnnouncementFacts {
  /** Numbers of the leads whose item is borderline and not yet ruled on. */
  readonly unruled: readonly string[];
  /** Somebody has asked to reopen or void the round, and nobody has answered yet. */
  readonly isAsked?: boolean;
}

export interface CancellationFacts {
  readonly reason: string;
  /** The deadline of an open round has passed: what was voted may no longer be put aside by one person. */
  readonly isVotingOver?: boolean;
  /** Somebody has asked to void the round, and nobody has answered yet. */
  readonly isAsked?: boolean;
}

export interface ReopeningFacts {
  readonly now: Instant;
  /** Null where it cannot be read. */
  readonly newDeadlineAt: Instant | null;
  readonly reason: string;
}

export interface VoidingFacts {
  readonly reason: string;
}
