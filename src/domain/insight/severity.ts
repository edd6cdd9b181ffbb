import { additiveFit, type Observation } from './additive-fit';
import { countedBallots } from './varied-ballots';
import type { PanelKind } from '../rubric/panel-kind';
import type { TallyInput } from '../tally/tally-result';

/** One item of a closed round as severity reads it; reviewers keep their id from round to round. */
export interface JudgedItem {
  readonly itemId: string;
  readonly input: TallyInput;
  /** The reviewer behind each seat of the roll. */
  readonly reviewerOf: ReadonlyMap<string, string>;
}

/** What a mark was given for: marks are compared only where several seats scored the same criterion of the same item. */
export const cellOf = (itemId: string, criterion: string): string => `${itemId} ${criterion}`;

/** A reviewer's lean in points of the scale; positive is generous, negative strict. */
export interface ReviewerEffect {
  readonly reviewer: string;
  readonly kind: PanelKind;
  /** Marks that could be compared with somebody else's. */
  readonly marks: number;
  readonly effect: number;
  /** Standard error of the effect after shrinking. */
  readonly error: number;
  /** 95 %: effect ± 1.96 standard errors. */
  readonly from: number;
  readonly to: number;
  /** Whether the interval leaves zero out. */
  readonly clear: boolean;
}

export interface Severity {
  /** From the strictest to the most generous. */
  readonly reviewers: readonly ReviewerEffect[];
  /** Standard deviations: of reviewers among themselves, and of what neither item nor reviewer explains. */
  readonly between: number;
  readonly within: number;
  readonly marks: number;
}

/**
 * How strict or generous each reviewer is: mark = this criterion of this item + reviewer + rest, the reviewers shrunken
 * towards zero by how little is known of each. A statistic in floating point, rounded nowhere on the way: it is looked
 * at, and decides nothing. Null where there is nothing to compare.
 */
export function severity(items: readonly JudgedItem[]): Severity | null {
  const kinds = new Map<string, PanelKind>();
  const observations = items.flatMap(({ itemId, input, reviewerOf }) =>
    countedBallots(input).flatMap(({ seatId, kind, scores }): Observation[] => {
      const reviewer = reviewerOf.get(seatId);
      if (reviewer === undefined) return [];
      kinds.set(reviewer, kind);
      return input.rubric.criteria.flatMap(({ code, kinds: own }) => {
        const score = scores[code];
        return score === undefined || !own.includes(kind)
          ? []
          : [{ cell: cellOf(itemId, code), reviewer, score }];
      });
    }),
  );
  const fit = additiveFit(observations);
  if (fit === null) return null;
  const reviewers = fit.effects.map(({ reviewer, n, effect, error }): ReviewerEffect => {
    const [from, to] = [effect - 1.96 * error, effect + 1.96 * error];
    const kind = kinds.get(reviewer) ?? 'park';
    return { reviewer, kind, marks: n, effect, error, from, to, clear: from > 0 || to < 0 };
  });
  return {
    reviewers: reviewers.sort((a, b) => a.effect - b.effect || (a.reviewer < b.reviewer ? -1 : 1)),
    between: Math.sqrt(fit.between),
    within: Math.sqrt(fit.within),
    marks: fit.observations,
  };
}
