import { takesBallots } from './deadline';
import { kindsWithoutSeat } from './roll';
import type {
  AnnouncementFacts,
  CancellationFacts,
  ClosingFacts,
  ExtensionFacts,
  LockingFacts,
  OpeningFacts,
  ReopeningFacts,
  VoidingFacts,
} from './round-facts';
import { isInstant, type Instant } from '../shared/instant';
import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';

export const ROUND_STATES = [
  'planned',
  'open',
  'locked',
  'closed',
  'announced',
  'cancelled',
  'voided',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** States in which the votes have been counted. */
export const COUNTED_STATES: readonly RoundState[] = ['closed', 'announced'];

/**
 * The life of a round. Its deadline locks it, by the clock: from then on no ballot is taken and it waits for the count.
 * It is counted earlier only once every eligible seat has cast on every item. An extension opens it again while a
 * quorum is short. What has been voted on is put aside (`void`) or put to the vote again (`reopen`) by two people only,
 * see `two-people`; after the announcement nothing is taken back.
 */
export const roundMachine = defineMachine({
  name: 'round',
  moves: {
    open: { from: ['planned'], to: 'open', refusal: mayOpen },
    lock: { from: ['open'], to: 'locked', refusal: mayLock },
    extend: { from: ['open', 'locked'], to: 'open', refusal: mayExtend },
    close: { from: ['open', 'locked'], to: 'closed', refusal: mayClose },
    announce: { from: ['closed'], to: 'announced', refusal: mayAnnounce },
    cancel: { from: ['planned', 'open'], to: 'cancelled', refusal: mayCancel },
    reopen: { from: ['closed'], to: 'open', refusal: mayReopen },
    void: { from: ['open', 'locked', 'closed'], to: 'voided', refusal: mayVoid },
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
    () => ahead(now, deadlineAt),
  );
}

function mayLock({ now, deadlineAt }: LockingFacts): Refusal | null {
  return takesBallots(now, deadlineAt) ? refuse('deadlineStillAhead', { deadlineAt }) : null;
}

function mayExtend(facts: ExtensionFacts): Refusal | null {
  const { now, deadlineAt, newDeadlineAt, reason, extensionsUsed, rules } = facts;
  const { most } = rules.extension;
  return firstRefusal(
    () => (extensionsUsed >= most ? refuse('alreadyExtended', { used: extensionsUsed, most }) : null),
    () => (facts.quorumShort ? null : refuse('quorumAlreadyMet')),
    () => readable(newDeadlineAt),
    () =>
      newDeadlineAt !== null && newDeadlineAt <= deadlineAt
        ? refuse('deadlineNotLater', { deadlineAt })
        : null,
    () => ahead(now, newDeadlineAt),
    () => reasoned(reason),
  );
}

function mayClose({ now, deadlineAt, awaited, isLocked = false }: ClosingFacts): Refusal | null {
  return !isLocked && takesBallots(now, deadlineAt) && awaited > 0
    ? refuse('ballotsAwaited', { awaited, deadlineAt })
    : null;
}

function mayAnnounce({ unruled, isAsked = false }: AnnouncementFacts): Refusal | null {
  if (isAsked) return refuse('requestUnanswered');
  return unruled.length > 0
    ? refuse('itemsUnruled', { count: unruled.length, leads: unruled.join(',') })
    : null;
}

function mayCancel({ reason, isVotingOver = false, isAsked = false }: CancellationFacts): Refusal | null {
  if (isAsked) return refuse('requestUnanswered');
  return isVotingOver ? refuse('voidInstead') : reasoned(reason);
}

function mayReopen({ now, newDeadlineAt, reason }: ReopeningFacts): Refusal | null {
  return firstRefusal(
    () => readable(newDeadlineAt),
    () => ahead(now, newDeadlineAt),
    () => reasoned(reason),
  );
}

function mayVoid({ reason }: VoidingFacts): Refusal | null {
  return reasoned(reason);
}

const reasoned = (reason: string): Refusal | null => (reason.trim() === '' ? refuse('reasonMissing') : null);

const readable = (deadlineAt: Instant | null): Refusal | null =>
  deadlineAt === null || !isInstant(deadlineAt) ? refuse('deadlineUnreadable') : null;

const ahead = (now: Instant, deadlineAt: Instant | null): Refusal | null =>
  deadlineAt !== null && !takesBallots(now, deadlineAt) ? refuse('deadlineNotAhead', { deadlineAt }) : null;
