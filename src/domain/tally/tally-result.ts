import type { Carried } from './carried';
import type { Vote } from '../ballot/ballot';
import type { VetoState } from '../ballot/veto';
import type { PanelKind } from '../rubric/panel-kind';
import type { RubricContent } from '../rubric/rubric-content';
import type { RuleSet } from '../rubric/rule-set';
import type { Quorum } from '../round/quorum';
import type { Seat } from '../round/roll';
import type { Fraction } from '../shared/fraction';

/** A cast ballot as the tally reads it: the current version of one seat on one item. */
export interface CountedBallot {
  readonly seatId: string;
  readonly vote: Vote;
  readonly scores: Readonly<Record<string, number>>;
  readonly na: readonly string[];
}

export interface TallyInput {
  readonly rubric: Pick<RubricContent, 'code' | 'criteria' | 'scale'>;
  readonly rules: RuleSet;
  readonly roll: readonly Seat[];
  /** At most one for each seat; a ballot of a seat recused later does not count. */
  readonly ballots: readonly CountedBallot[];
  /** Seat ids recused from this item. */
  readonly recusals: readonly string[];
  readonly vetoes: readonly { readonly ground: string; readonly state: VetoState }[];
  /** How often the round's deadline has been extended; 0 when left out. */
  readonly extensionsUsed?: number;
  /**
   * Of a second look: the criteria that are not asked, with their marks of an earlier round. Votes, quorum and all
   * other marks are those of this round. Left out where every criterion is asked.
   */
  readonly carried?: Carried;
}

export const OUTCOMES = ['admit', 'reject', 'borderline', 'void'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an item was not simply admitted. `extend` and `reopen` say what a void item needs next. */
export type OutcomeReason =
  | 'extend'
  | 'reopen'
  | 'veto'
  | 'scoreBelowFloor'
  | 'agreeBelowFloor'
  | 'vetoUnresolved'
  | 'incomplete'
  | 'scoreBelowPass'
  | 'agreeBelowShare';

/** How a criterion's mean came about: dropped extremes, plain mean, only "does not apply", or no score at all. */
export type MeanMethod = 'trimmed' | 'plain' | 'na' | 'none';

export interface CriterionResult {
  readonly code: string;
  readonly kinds: readonly PanelKind[];
  readonly weight: number;
  /** The weight that counted: the same, unless other criteria dropped out; zero when this one did. */
  readonly countedWeight: Fraction;
  /** How many gave each score, from the scale's lowest to its highest: all the marks, without names. */
  readonly counts: readonly number[];
  /** Scores given. */
  readonly n: number;
  readonly na: number;
  /** How many of the lowest and the highest were dropped. */
  readonly dropped: { readonly lowest: number; readonly highest: number };
  readonly method: MeanMethod;
  readonly mean: Fraction | null;
  /** countedWeight × mean ÷ highest score. */
  readonly contribution: Fraction | null;
  /** Number of the round whose marks these are; left out for marks of the round itself. */
  readonly carriedFrom?: string;
}

export interface TallyResult {
  readonly rubric: string;
  readonly scale: { readonly lowest: number; readonly highest: number };
  readonly rules: RuleSet;
  readonly extensionsUsed: number;
  readonly quorum: Quorum;
  readonly criteria: readonly CriterionResult[];
  /** Sum of the weights still in use, and of all. */
  readonly weights: { readonly inUse: number; readonly full: number };
  /** Whether every criterion has a score or dropped out, and at least one has a score. */
  readonly complete: boolean;
  /** 0 to 100; null when incomplete. */
  readonly total: Fraction | null;
  readonly votes: Readonly<Record<Vote, number>>;
  /** Grounds by what became of them, sorted. */
  readonly vetoes: { readonly confirmed: readonly string[]; readonly unresolved: readonly string[] };
  readonly outcome: Outcome;
  /** Empty exactly when admitted. */
  readonly reasons: readonly OutcomeReason[];
}

/** `admit`, `void:extend`, `reject:veto`: the outcome with its first reason. */
export function outcomeCode({ outcome, reasons }: Pick<TallyResult, 'outcome' | 'reasons'>): string {
  return reasons[0] === undefined ? outcome : `${outcome}:${reasons[0]}`;
}
