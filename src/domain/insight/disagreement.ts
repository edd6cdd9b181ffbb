import { convertedScore } from './converted-score';
import { disputeLimits, exactLimits, type DisputeLimits } from './dispute-limits';
import { momentsOf, type Moments } from './moments';
import { countedBallots } from './varied-ballots';
import { PANEL_KINDS, type PanelKind } from '../rubric/panel-kind';
import { Fraction } from '../shared/fraction';
import type { CriterionResult, TallyInput, TallyResult } from '../tally/tally-result';

/** A mark that lies far from its criterion's mean, as the rules of the round define far. */
export interface Outlier {
  readonly criterion: string;
  readonly kind: PanelKind;
  readonly score: number;
  readonly mean: Fraction;
}

export interface CriterionSpread extends Moments {
  readonly criterion: string;
  readonly disputed: boolean;
}

export interface KindMean {
  readonly kind: PanelKind;
  readonly n: number;
  readonly mean: Fraction;
}

/** How far the panel was apart on one item: exact figures, none of which decides anything. */
export interface Disagreement {
  /** Whether ballots or kinds lie so far apart that the meeting should hear of it. */
  readonly flagged: boolean;
  /** Each ballot alone, brought to 0–100; null without a score. */
  readonly ballots: Moments | null;
  /** From the most to the least disputed; criteria without two marks are left out. */
  readonly criteria: readonly CriterionSpread[];
  /** Kinds with two ballots or more: the mean of a single one would be that seat's own score. */
  readonly kinds: readonly KindMean[];
  /** The kinds farthest apart, where that is far enough to be flagged. */
  readonly gap: { readonly low: KindMean; readonly high: KindMean } | null;
  readonly outliers: readonly Outlier[];
}

/** @param limits from where on it is flagged; left out, the preset */
export function disagreement(
  input: TallyInput,
  result: Pick<TallyResult, 'criteria'>,
  limits: DisputeLimits = disputeLimits.preset,
): Disagreement {
  const { rubric } = input;
  const far = exactLimits(limits);
  const ballots = countedBallots(input).map((ballot) => ({
    ...ballot,
    converted: convertedScore(ballot, rubric),
  }));
  const spread = momentsOf(ballots.flatMap(({ converted }) => converted ?? []));
  const kinds = PANEL_KINDS.flatMap((kind): KindMean[] => {
    const own = momentsOf(
      ballots.flatMap(({ kind: of, converted }) => (of === kind ? (converted ?? []) : [])),
    );
    return own === null || own.n < 2 ? [] : [{ kind, n: own.n, mean: own.mean }];
  });
  const gap = gapOf(kinds, far.kindGap);
  return {
    flagged: gap !== null || (spread?.variance.gte(far.variance) ?? false),
    ballots: spread,
    criteria: criterionSpreads(result.criteria, rubric.scale, limits),
    kinds,
    gap,
    outliers: outliersOf(input, result),
  };
}

function gapOf(kinds: readonly KindMean[], far: Fraction): Disagreement['gap'] {
  const [low, ...rest] = [...kinds].sort((a, b) => a.mean.compare(b.mean));
  const high = rest.at(-1);
  if (low === undefined || high === undefined) return null;
  return high.mean.minus(low.mean).gte(far) ? { low, high } : null;
}

/** Of the criteria that were asked, the most disputed first: marks carried over are no dispute of this round. */
export function criterionSpreads(
  criteria: readonly Pick<CriterionResult, 'code' | 'counts' | 'carriedFrom'>[],
  { lowest, highest }: TallyResult['scale'],
  limits: DisputeLimits = disputeLimits.preset,
): CriterionSpread[] {
  const far = exactLimits(limits).criterionShare.times((highest - lowest) ** 2);
  return criteria
    .filter(({ carriedFrom }) => carriedFrom === undefined)
    .flatMap(({ code, counts }): CriterionSpread[] => {
      const marks = counts.flatMap((n, step) => new Array<Fraction>(n).fill(Fraction.of(lowest + step)));
      const moments = momentsOf(marks);
      if (moments === null || moments.n < 2) return [];
      return [{ criterion: code, ...moments, disputed: moments.variance.gte(far) }];
    })
    .sort((a, b) => b.variance.compare(a.variance));
}

/** Marks at least the rule's distance off their criterion's mean, in the rubric's order, the lowest first. */
function outliersOf(input: TallyInput, { criteria }: Pick<TallyResult, 'criteria'>): Outlier[] {
  const { distance } = input.rules.outlier;
  const ballots = countedBallots(input);
  return criteria.flatMap(({ code, mean, kinds }) => {
    if (mean === null) return [];
    return ballots
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ kind, scores }): Outlier[] => {
        const score = scores[code];
        if (score === undefined) return [];
        const apart = Fraction.of(score).minus(mean);
        const off = apart.lt(0) ? Fraction.zero.minus(apart) : apart;
        return off.gte(distance) ? [{ criterion: code, kind, score, mean }] : [];
      })
      .sort((a, b) => a.score - b.score || PANEL_KINDS.indexOf(a.kind) - PANEL_KINDS.indexOf(b.kind));
  });
}
