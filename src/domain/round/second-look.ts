import { criterionSpreads } from '../insight/disagreement';
import type { DisputeLimits } from '../insight/dispute-limits';
import type { RuleSet } from '../rubric/rule-set';
import { refuse, type Refusal } from '../shared/refusal';
import type { CriterionRecord, TallyRecord } from '../tally/tally-record';

/** What an announced round counted of a lead: what a second look can carry over. */
export interface EarlierResult {
  readonly outcomeId: string;
  readonly leadId: string;
  readonly roundNumber: string;
  readonly rubricVersionId: string;
  /** Whether the lead was submitted anew since that round judged it. */
  readonly revised: boolean;
  readonly record: TallyRecord;
  /** From where on that round called a criterion disputed; left out, the preset. */
  readonly limits?: DisputeLimits;
}

/** How far the panel was apart on a criterion when it was last asked. */
export type Dispute = 'disputed' | 'widest';

/**
 * The criteria to propose for a second look: the disputed ones, or where none is that far apart the one with the widest
 * spread; none where all marks were alike.
 */
export function proposedCriteria(
  { criteria, scale }: Pick<TallyRecord, 'criteria' | 'scale'>,
  limits?: DisputeLimits,
): ReadonlyMap<string, Dispute> {
  const spreads = criterionSpreads(criteria, scale, limits);
  const disputed = spreads.filter((spread) => spread.disputed);
  if (disputed.length > 0) return new Map(disputed.map(({ criterion }) => [criterion, 'disputed']));
  const [widest] = spreads;
  return new Map(widest !== undefined && !widest.variance.equals(0) ? [[widest.criterion, 'widest']] : []);
}

/** Whether a criterion has anything to carry over: marks, or that it does not apply. */
export function canBeCarried({ method }: Pick<CriterionRecord, 'method'>): boolean {
  return method !== 'none';
}

/**
 * Why a lead cannot be looked at a second time in this way; null when it can. Only under the same version of the
 * rubric do marks mean the same, and only what has marks can be carried over.
 */
export function secondLookRefusal(
  asked: readonly string[],
  earlier: EarlierResult | undefined,
  plan: { readonly lead: string; readonly rubricVersionId: string; readonly rules: RuleSet },
): Refusal | null {
  const { lead } = plan;
  if (!plan.rules.secondLook.allowed) return refuse('secondLookNotAllowed');
  if (earlier === undefined) return refuse('secondLookWithoutFirst', { lead });
  const { roundNumber: round, record } = earlier;
  if (earlier.rubricVersionId !== plan.rubricVersionId)
    return refuse('secondLookOtherRubric', { lead, round });
  const known = new Set(record.criteria.map(({ code }) => code));
  if (asked.some((code) => !known.has(code))) return refuse('secondLookUnknownCriterion', { lead });
  if (asked.length === 0) return refuse('secondLookAsksNothing', { lead });
  const bare = record.criteria.filter(
    (criterion) => !asked.includes(criterion.code) && !canBeCarried(criterion),
  );
  return bare.length === 0 ? null : refuse('secondLookWithoutMarks', { lead, round, count: bare.length });
}

/** The criteria asked in the rubric's order; null where all are, which is a plain round. */
export function askedInOrder(asked: readonly string[], { record }: EarlierResult): string[] | null {
  const own = record.criteria.flatMap(({ code }) => (asked.includes(code) ? [code] : []));
  return own.length === record.criteria.length ? null : own;
}
