import { takesBallots } from './deadline';
import { kindsWithoutSeat, type Seat } from './roll';
import { isInstant, type Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { RuleSet } from '../rubric/rule-set';

export const ROUND_STATES = ['planned', 'open', 'closed', 'announced', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

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
}

export interface AnnouncementFacts {
  /** Numbers of the leads whose item is borderline and not yet ruled on. */
  readonly unruled: readonly string[];
}

export interface CancellationFacts {
  readonly reason: string;
}

/**
 * The life of a round. Extending keeps it open; closing happens at the deadline by the clock, or earlier once every
 * eligible seat has cast on every item.
 */
export const roundMachine = defineMachine({
  name: 'round',
  moves: {
    open: { from: ['planned'], to: 'open', refusal: mayOpen },
    extend: { from: ['open'], to: 'open', refusal: mayExtend },
    close: { from: ['open'], to: 'closed', refusal: mayClose },
    announce: { from: ['closed'], to: 'announced', refusal: mayAnnounce },
    cancel: { from: ['planned', 'open'], to: 'cancelled', refusal: mayCancel },
  },
});

function mayOpen(facts: OpeningFacts): Refusal | null {
  const { leads, leadsNotQueued, rules, now, deadlineAt, seats } = facts;
  const { fewestLeads: fewest, mostLeads: most } = rules.round;
  const missing = kindsWithoutSeat(seats).filter((kind) => rules.quorum.perKind[kind] > 0);
  return firstRefusal(
    () => (leads < fewest ? refuse('tooFewLeads', { count: leads, fewest }) : null),
    () => (leads > most ? refuse('tooManyLeads', { count: leads, most }) : null),
    () =>
      leadsNotQueued.length > 0
        ? refuse('leadsNotQueued', { count: leadsNotQueued.length, leads: leadsNotQueued.join(',') })
        : null,
    () => (facts.rubricPublished ? null : refuse('rubricNotPublished')),
    () => (missing.length > 0 ? refuse('kindsWithoutSeat', { kinds: missing.join(',') }) : null),
    () => (takesBallots(now, deadlineAt) ? null : refuse('deadlineNotAhead', { deadlineAt })),
  );
}

function mayExtend(facts: ExtensionFacts): Refusal | null {
  const { now, deadlineAt, newDeadlineAt, reason, extensionsUsed, rules } = facts;
  const { most } = rules.extension;
  return firstRefusal(
    () => (extensionsUsed >= most ? refuse('alreadyExtended', { used: extensionsUsed, most }) : null),
    () => (facts.quorumShort ? null : refuse('quorumAlreadyMet')),
    () => (newDeadlineAt === null || !isInstant(newDeadlineAt) ? refuse('deadlineUnreadable') : null),
    () =>
      newDeadlineAt !== null && newDeadlineAt <= deadlineAt
        ? refuse('deadlineNotLater', { deadlineAt })
        : null,
    () =>
      newDeadlineAt !== null && !takesBallots(now, newDeadlineAt)
        ? refuse('deadlineNotAhead', { deadlineAt: newDeadlineAt })
        : null,
    () => (reason.trim() === '' ? refuse('reasonMissing') : null),
  );
}

function mayClose({ now, deadlineAt, awaited }: ClosingFacts): Refusal | null {
  return takesBallots(now, deadlineAt) && awaited > 0
    ? refuse('ballotsAwaited', { awaited, deadlineAt })
    : null;
}

function mayAnnounce({ unruled }: AnnouncementFacts): Refusal | null {
  return unruled.length > 0
    ? refuse('itemsUnruled', { count: unruled.length, leads: unruled.join(',') })
    : null;
}

function mayCancel({ reason }: CancellationFacts): Refusal | null {
  return reason.trim() === '' ? refuse('reasonMissing') : null;
}
