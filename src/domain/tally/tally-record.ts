import type { CriterionResult, Outcome, OutcomeReason, TallyResult } from './tally-result';
import type { Vote } from '../ballot/ballot';
import type { PanelKind } from '../rubric/panel-kind';
import type { RuleSet } from '../rubric/rule-set';
import type { Quorum } from '../round/quorum';
import { canonical } from '../shared/canonical';
import { Fraction } from '../shared/fraction';

/** A criterion as it is kept: fractions as `n/d` text. */
export type CriterionRecord = {
  readonly code: string;
  readonly kinds: readonly PanelKind[];
  readonly weight: number;
  readonly countedWeight: string;
  readonly counts: readonly number[];
  readonly n: number;
  readonly na: number;
  readonly dropped: { readonly lowest: number; readonly highest: number };
  readonly method: CriterionResult['method'];
  readonly mean: string | null;
  readonly contribution: string | null;
  readonly carriedFrom?: string;
};

/** A result as it is kept: texts and whole numbers only, so that recomputing it gives the same text or proves a change. */
export type TallyRecord = {
  readonly rubric: string;
  readonly scale: { readonly lowest: number; readonly highest: number };
  readonly rules: string;
  readonly extensionsUsed: number;
  readonly quorum: Quorum;
  readonly criteria: readonly CriterionRecord[];
  readonly weights: { readonly inUse: number; readonly full: number };
  readonly complete: boolean;
  readonly total: string | null;
  readonly votes: Readonly<Record<Vote, number>>;
  readonly vetoes: { readonly confirmed: readonly string[]; readonly unresolved: readonly string[] };
  readonly outcome: Outcome;
  readonly reasons: readonly OutcomeReason[];
};

export function toRecord(result: TallyResult): TallyRecord {
  return {
    ...result,
    rules: result.rules.code,
    total: result.total?.toJSON() ?? null,
    criteria: result.criteria.map((criterion) => ({
      ...criterion,
      countedWeight: criterion.countedWeight.toJSON(),
      mean: criterion.mean?.toJSON() ?? null,
      contribution: criterion.contribution?.toJSON() ?? null,
    })),
  };
}

/** The one text of a result, to be stored, digested and compared with a recomputed one. */
export function recordText(result: TallyResult): string {
  return canonical(toRecord(result));
}

/** A stored result back in figures, with the rule set it was decided by. Throws RangeError when it names another one. */
export function fromRecord(record: TallyRecord, rules: RuleSet): TallyResult {
  if (record.rules !== rules.code) throw new RangeError(`decided by ${record.rules}, not by ${rules.code}`);
  return {
    ...record,
    rules,
    total: parse(record.total),
    criteria: record.criteria.map((criterion) => ({
      ...criterion,
      countedWeight: Fraction.parse(criterion.countedWeight),
      mean: parse(criterion.mean),
      contribution: parse(criterion.contribution),
    })),
  };
}

const parse = (text: string | null): Fraction | null => (text === null ? null : Fraction.parse(text));
