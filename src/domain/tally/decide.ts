import type { Outcome, OutcomeReason } from './tally-result';
import { meets, type RuleSet } from '../rubric/rule-set';
import type { Fraction } from '../shared/fraction';

/** All that a decision depends on. */
export interface DecisionFacts {
  readonly quorumMet: boolean;
  readonly extensionsUsed: number;
  readonly vetoConfirmed: boolean;
  readonly vetoUnresolved: boolean;
  /** Null when a criterion has no score. */
  readonly total: Fraction | null;
  readonly agree: number;
  /** Ballots cast, abstentions among them. */
  readonly cast: number;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly reasons: readonly OutcomeReason[];
}

/**
 * The rules in the order in which they are applied; the first that speaks decides.
 *
 * 1. Without a quorum nothing is decided, not even by a veto: void, to be extended, or re-opened once extended.
 * 2. A confirmed veto rejects, unless the rules leave it to the chair.
 * 3. Fewer than the floor of agreeing ballots, or a score below the floor, rejects. A missing score is not a low one:
 *    an incomplete item can be rejected by its votes, never by its score.
 * 4. A veto that stands in the way, a missing score, a score below the pass mark or too few agreeing ballots leave it
 *    to the chair; every one that applies is named.
 * 5. All else is admitted.
 *
 * Where scores only advise, neither a low nor a missing total is looked at.
 */
export function decide(facts: DecisionFacts, rules: RuleSet): Decision {
  const { total, agree, cast } = facts;
  const { score, vote, veto } = rules;
  const binds = rules.decides === 'scores';
  if (!facts.quorumMet)
    return { outcome: 'void', reasons: [facts.extensionsUsed < rules.extension.most ? 'extend' : 'reopen'] };
  if (facts.vetoConfirmed && veto.confirmed === 'reject') return { outcome: 'reject', reasons: ['veto'] };

  const rejecting: OutcomeReason[] = [];
  if (binds && total !== null && total.lt(score.floor)) rejecting.push('scoreBelowFloor');
  if (!meets(vote.agreeFloor, agree, cast)) rejecting.push('agreeBelowFloor');
  if (rejecting.length > 0) return { outcome: 'reject', reasons: rejecting };

  const doubts: OutcomeReason[] = [];
  if (facts.vetoConfirmed) doubts.push('veto');
  if (facts.vetoUnresolved) doubts.push('vetoUnresolved');
  if (binds && total === null) doubts.push('incomplete');
  if (binds && total !== null && total.lt(score.passMark)) doubts.push('scoreBelowPass');
  if (!meets(vote.agreeShare, agree, cast)) doubts.push('agreeBelowShare');
  return { outcome: doubts.length > 0 ? 'borderline' : 'admit', reasons: doubts };
}
