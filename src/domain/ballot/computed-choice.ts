import type { BallotContent } from './ballot';
import { BALLOT_TEXT, type FieldProblem } from './check-ballot';
import type { ObjectiveFigures } from '../lead/objective-figures';
import { computedScore, readFigure, type ComputedResult } from '../rubric/computed-score';
import { formulaFor, type AppliedFormula } from '../rubric/formulas';
import { exactly } from '../lead/decimals';
import type { PanelKind } from '../rubric/panel-kind';
import { criteriaFor, type RubricContent } from '../rubric/rubric-content';
import type { RefusalDetails } from '../shared/refusal';

/** What a panelist says to a score that follows from the form: that its figure is right, or which one is. */
export const COMPUTED_CHOICES = ['confirm', 'correct'] as const;

/**
 * As kept with the ballot: the choice, the figure as the form stated it (an exact fraction `n/d`), and the corrected
 * one. Only the first two may be there as long as it has not been judged.
 */
export type ComputedChoice = {
  readonly choice: string;
  /** As typed until `settleComputed` has read it, then a canonical decimal; null without a correction. */
  readonly input: string | null;
  readonly stated?: string;
  /** Which of several formulas it was scored by, from 1; left out for the first. */
  readonly formula?: number;
};

/** A ballot with the scores that follow from its choices, which criteria those are, and what is wrong with the choices. */
export interface SettledBallot {
  readonly ballot: BallotContent;
  readonly byFormula: ReadonlySet<string>;
  readonly problems: readonly FieldProblem[];
}

/**
 * Puts the scores that follow from the form in place of choices. A plain score that is the same counts as confirming
 * it; another one is refused, because a score by formula changes with its figure alone. Where the form lacks the
 * figure, the criterion stays to be scored by hand. A draft is never settled.
 */
export function settleComputed(
  ballot: BallotContent,
  by: { readonly rubric: RubricContent; readonly kind: PanelKind; readonly figures: ObjectiveFigures },
): SettledBallot {
  const chosen = ballot.computed ?? {};
  const scores: Record<string, number> = { ...ballot.scores };
  const computed: Record<string, ComputedChoice> = {};
  const byFormula = new Set<string>();
  const problems: FieldProblem[] = [];
  for (const criterion of criteriaFor(by.rubric, by.kind)) {
    const { code } = criterion;
    const formula = formulaFor(criterion, by.figures);
    const choice = Object.hasOwn(chosen, code) ? chosen[code] : undefined;
    const result = formula && computedScore(formula.formula, by.figures);
    if (formula === null || result === null || result.score === null) {
      if (choice)
        problems.push({
          field: `computed[${code}]`,
          because: 'computedNotOffered',
          details: { criterion: code },
        });
      continue;
    }
    if (ballot.na.includes(code)) continue;
    byFormula.add(code);
    const settled = settle(code, { ballot, choice, formula, result, figures: by.figures });
    if ('problem' in settled) {
      problems.push(settled.problem);
      continue;
    }
    scores[code] = settled.score;
    computed[code] = settled.kept;
  }
  const strangers = Object.keys(chosen).filter(
    (code) => !criteriaFor(by.rubric, by.kind).some((one) => one.code === code),
  );
  problems.push(
    ...strangers.map((code) => ({
      field: `computed[${code}]`,
      because: by.rubric.criteria.some((one) => one.code === code)
        ? 'criterionOfAnotherKind'
        : 'criterionUnknown',
      details: { criterion: code, kind: by.kind },
    })),
  );
  const { computed: _typed, ...rest } = ballot;
  const kept = Object.keys(computed).length === 0 ? {} : { computed };
  return { ballot: { ...rest, scores, ...kept }, byFormula, problems };
}

/** Whether some criterion of this kind scores itself from the form. */
export function isComputed(rubric: Pick<RubricContent, 'criteria'>, kind: PanelKind): boolean {
  return criteriaFor(rubric, kind).some(({ computed }) => computed !== undefined);
}

type Settled = { readonly problem: FieldProblem } | { readonly score: number; readonly kept: ComputedChoice };

function settle(
  code: string,
  given: {
    readonly ballot: BallotContent;
    readonly choice: ComputedChoice | undefined;
    readonly formula: AppliedFormula;
    readonly result: ComputedResult;
    readonly figures: ObjectiveFigures;
  },
): Settled {
  const { ballot, choice, formula, result, figures } = given;
  const plain = Object.hasOwn(ballot.scores, code) ? ballot.scores[code] : undefined;
  const stated = result.stated?.toJSON() ?? '';
  const by = formula.at === 0 ? {} : { formula: formula.at };
  const problem = (because: string, group = 'computed', details: RefusalDetails = {}): Settled => ({
    problem: { field: `${group}[${code}]`, because, details: { criterion: code, ...details } },
  });
  const score = result.score ?? 0;
  if (choice === undefined) {
    if (plain === undefined) return problem('computedMissing');
    if (plain !== score) return problem('scoreNotComputed', 'computed', { score });
    return { score, kept: { choice: 'confirm', input: null, stated, ...by } };
  }
  if (choice.choice === 'confirm') {
    if (plain !== undefined && plain !== score) return problem('scoreNotComputed', 'computed', { score });
    return { score, kept: { choice: 'confirm', input: null, stated, ...by } };
  }
  if (choice.choice !== 'correct') return problem('computedMissing');
  const input = readFigure(choice.input ?? '');
  if (input === null) return problem('inputUnreadable', 'inputs');
  if (result.stated?.equals(exactly(input))) return problem('inputUnchanged', 'inputs');
  const reason = Object.hasOwn(ballot.reasons, code) ? (ballot.reasons[code] ?? '') : '';
  if (Array.from(reason.trim()).length < BALLOT_TEXT.fewestCorrection)
    return problem('correctionNeedsReason', 'reasons', { fewest: BALLOT_TEXT.fewestCorrection });
  const corrected = computedScore(formula.formula, figures, input).score ?? 0;
  if (plain !== undefined && plain !== corrected)
    return problem('scoreNotComputed', 'computed', { score: corrected });
  return { score: corrected, kept: { choice: 'correct', input, stated, ...by } };
}
