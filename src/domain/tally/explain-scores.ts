import type { Line } from './explanation';
import { states } from './line';
import { marksOf, type Mark } from './marks';
import type { CriterionResult, MeanMethod, TallyResult } from './tally-result';
import type { PanelKind } from '../rubric/panel-kind';
import type { Fraction } from '../shared/fraction';

/** A row of the score table. Decimals are rounded half-up for showing; `exact` holds what was computed with. */
export interface ScoreRow {
  readonly criterion: string;
  readonly kinds: readonly PanelKind[];
  readonly weight: number;
  /** Two decimals where the weight was scaled; null where it counted as it stands. */
  readonly scaledWeight: string | null;
  readonly marks: readonly Mark[];
  readonly na: number;
  readonly method: MeanMethod;
  /** `(4 + 4 + 5 + 5) ÷ 4 = 4.50`, or `≈` where rounded; dropped marks are left out. Null without a mean. */
  readonly meanFormula: string | null;
  readonly mean: string | null;
  /** `15 × 4.50 ÷ 5 = 13.50`; a mean that two decimals cannot hold stands as its fraction, so that it adds up. */
  readonly contributionFormula: string | null;
  readonly contribution: string | null;
  /** Number of the round whose marks these are; null for marks of the round itself. */
  readonly carriedFrom: string | null;
  readonly exact: {
    readonly mean: string | null;
    readonly contribution: string | null;
    readonly weight: string;
  };
}

export function explainScores(result: TallyResult): {
  readonly lines: readonly Line[];
  readonly rows: readonly ScoreRow[];
} {
  const { criteria, weights, rules } = result;
  const named = (method: MeanMethod): string =>
    criteria.flatMap((criterion) => (criterion.method === method ? [criterion.code] : [])).join(',');
  const dropped = named('na');
  const missing = named('none');
  const rounds = [...new Set(criteria.flatMap(({ carriedFrom }) => carriedFrom ?? []))];
  const carried = (round: string): string =>
    criteria.flatMap(({ code, carriedFrom }) => (carriedFrom === round ? [code] : [])).join(',');
  return {
    lines: [
      states('tally.scores.method', { ...rules.score.trim }),
      ...rounds.map((round) => states('tally.scores.carried', { criteria: carried(round), round })),
      ...(dropped === '' ? [] : [states('tally.scores.scaled', { criteria: dropped, ...weights })]),
      ...(missing === '' ? [] : [states('tally.scores.missing', { criteria: missing })]),
    ],
    rows: criteria.map((criterion) => row(criterion, result)),
  };
}

function row(criterion: CriterionResult, { scale }: TallyResult): ScoreRow {
  const { code, kinds, weight, countedWeight, na, method, mean, contribution } = criterion;
  const marks = marksOf(criterion, scale.lowest);
  const counted = marks.filter((mark) => !mark.dropped).map(({ score }) => score);
  const weighed = mean === null ? null : `${precise(countedWeight)} × ${precise(mean)} ÷ ${scale.highest}`;
  return {
    criterion: code,
    kinds,
    weight,
    scaledWeight: countedWeight.equals(weight) ? null : countedWeight.toDecimal(2),
    marks,
    na,
    method,
    meanFormula: mean === null ? null : `(${counted.join(' + ')}) ÷ ${counted.length} ${shown(mean)}`,
    mean: mean?.toDecimal(2) ?? null,
    contributionFormula:
      weighed === null || contribution === null ? null : `${weighed} ${shown(contribution)}`,
    contribution: contribution?.toDecimal(2) ?? null,
    carriedFrom: criterion.carriedFrom ?? null,
    exact: {
      mean: mean?.toJSON() ?? null,
      contribution: contribution?.toJSON() ?? null,
      weight: countedWeight.toJSON(),
    },
  };
}

/** As somebody with a pocket calculator needs it: two decimals where they are exact, else the fraction. */
function precise(value: Fraction): string {
  if (value.den === 1n) return value.num.toString();
  return value.times(100).den === 1n ? value.toDecimal(2) : value.toString();
}

function shown(value: Fraction): string {
  return `${value.times(100).den === 1n ? '=' : '≈'} ${value.toDecimal(2)}`;
}
