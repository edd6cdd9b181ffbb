import { defineMachine } from '../shared/machine';
import { refuse, type Refusal } from '../shared/refusal';
import type { Role } from '../access/viewer';

export const LEAD_STATES = [
  'draft',
  'submitted',
  'returned',
  'queued',
  'inReview',
  'admitted',
  'consulting',
  'resubmit',
  'deferred',
  'rejected',
  'withdrawn',
  'merged',
] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** States in which the scout may change what the lead says. */
export const EDITABLE_STATES: readonly LeadState[] = ['draft', 'returned', 'resubmit'];

/** Who asks for a move, and what the act says. */
export interface LeadMoveFacts {
  /** The roles of the person, or `system` for what follows from a round by rule. */
  readonly by: readonly Role[] | 'system';
  /** The person is the scout who reported this lead. */
  readonly isOwnScout: boolean;
  readonly reason?: string;
  /** The lead that stays, for a merge. */
  readonly mergeInto?: string;
}

type Rule = (facts: LeadMoveFacts) => Refusal | null;

const byItsScout: Rule = ({ by, isOwnScout }) =>
  by !== 'system' && by.includes('scout') && isOwnScout ? null : refuse('notYourLead');

const by =
  (...roles: readonly Role[]): Rule =>
  (facts) =>
    facts.by !== 'system' && roles.some((role) => facts.by.includes(role)) ? null : refuse('notYourRole');

/** The secretariat by hand, the leading group by ruling, or the closing of a round. */
const byRound: Rule = (facts) => (facts.by === 'system' ? null : by('secretariat', 'leadingGroup')(facts));

const withReason: Rule = ({ reason }) => ((reason ?? '').trim() === '' ? refuse('reasonMissing') : null);
const withTarget: Rule = ({ mergeInto }) => ((mergeInto ?? '') === '' ? refuse('mergeTargetMissing') : null);

const all =
  (...rules: readonly Rule[]): Rule =>
  (facts) => {
    for (const rule of rules) {
      const refusal = rule(facts);
      if (refusal !== null) return refusal;
    }
    return null;
  };

/** What follows from the passing of time: no person makes it happen. */
const byRule: Rule = (facts) => (facts.by === 'system' ? null : refuse('notYourRole'));

/** Against what a panel's round came to, only the leading group. */
const byLeaders: Rule = all(by('leadingGroup'), withReason);

/**
 * The life of a lead (product: the life of a lead). A deferral that nobody takes up again lapses; a lead admitted on a
 * condition that was missed too long is recalled: its project stays, the panel judges anew. `leaveRound` is a round cancelled or an item void: the lead
 * waits for the next one. A lead being voted on cannot be withdrawn or merged until its round closes.
 */
export const leadMachine = defineMachine({
  name: 'lead',
  moves: {
    submit: { from: ['draft', 'returned', 'resubmit'], to: 'submitted', refusal: byItsScout },
    withdraw: {
      from: ['draft', 'submitted', 'returned', 'queued', 'resubmit', 'consulting', 'deferred'],
      to: 'withdrawn',
      refusal: byItsScout,
    },
    accept: { from: ['submitted'], to: 'queued', refusal: by('secretariat') },
    return: { from: ['submitted', 'queued'], to: 'returned', refusal: all(by('secretariat'), withReason) },
    merge: { from: ['submitted', 'queued'], to: 'merged', refusal: all(by('secretariat'), withTarget) },
    rejectAtIntake: { from: ['submitted'], to: 'rejected', refusal: all(by('secretariat'), withReason) },
    enterRound: { from: ['queued'], to: 'inReview', refusal: byRound },
    leaveRound: { from: ['inReview'], to: 'queued', refusal: byRound },
    admit: { from: ['inReview', 'consulting'], to: 'admitted', refusal: byRound },
    consult: { from: ['inReview'], to: 'consulting', refusal: byRound },
    askResubmit: { from: ['inReview', 'consulting'], to: 'resubmit', refusal: byRound },
    defer: { from: ['inReview', 'consulting'], to: 'deferred', refusal: byRound },
    reject: { from: ['inReview', 'consulting', 'deferred'], to: 'rejected', refusal: byRound },
    requeue: { from: ['consulting', 'deferred'], to: 'queued', refusal: all(by('secretariat'), withReason) },
    lapse: { from: ['deferred'], to: 'rejected', refusal: byRule },
    recall: { from: ['admitted'], to: 'queued', refusal: all(byRule, withReason) },
    overrideAdmit: {
      from: ['consulting', 'resubmit', 'deferred', 'rejected'],
      to: 'admitted',
      refusal: byLeaders,
    },
    overrideConsult: { from: ['resubmit', 'deferred', 'rejected'], to: 'consulting', refusal: byLeaders },
    overrideResubmit: { from: ['consulting', 'deferred', 'rejected'], to: 'resubmit', refusal: byLeaders },
    overrideDefer: { from: ['consulting', 'resubmit', 'rejected'], to: 'deferred', refusal: byLeaders },
    overrideReject: { from: ['consulting', 'resubmit', 'deferred'], to: 'rejected', refusal: byLeaders },
  },
});

export type LeadMove = keyof typeof leadMachine.moves;
