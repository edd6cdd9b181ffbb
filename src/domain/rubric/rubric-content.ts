import { canonical } from '../shared/canonical';
import type { Bilingual } from '../shared/sentence';
import type { ComputedScore } from './computed-score';
import type { FormulaVariant } from './formulas';
import type { PanelKind, SeatFunction } from './panel-kind';

/** What a score of 0, 3 and 5 means. */
export type Anchors = { readonly 0: Bilingual; readonly 3: Bilingual; readonly 5: Bilingual };

export type Criterion = {
  readonly code: string;
  readonly name: Bilingual;
  /** Whole number; the weights of a rubric sum to 100. */
  readonly weight: number;
  /** Only these kinds score it. */
  readonly kinds: readonly PanelKind[];
  readonly anchors: Anchors;
  /** Whether a panelist may say that it does not apply; such a mark drops out instead of counting as zero. */
  readonly naAllowed: boolean;
  /** Scores that need a written reason. */
  readonly commentRequiredFor: readonly number[];
  /** Where it scores itself from the form; left out where it is scored by hand, as in every version before this was. */
  readonly computed?: ComputedScore;
  /** Further formulas, each for leads whose own data call for it; left out where one serves all. */
  readonly variants?: readonly FormulaVariant[];
};

/** A ground on which one seat can end an item, once the seat or body named here confirms it. */
export type VetoGround = {
  readonly code: string;
  readonly name: Bilingual;
  readonly basis: Bilingual;
  readonly raisedBy: readonly PanelKind[];
  readonly confirmedBy: {
    readonly by: 'seats' | 'secretariat' | 'leadingGroup';
    /** The functions that may confirm when `by` is `seats`; else empty. */
    readonly functions: readonly SeatFunction[];
  };
};

/** One frozen version of a rubric. */
export type RubricContent = {
  readonly code: string;
  readonly name: Bilingual;
  /** Whole scores from `lowest` to `highest`, both included. */
  readonly scale: { readonly lowest: number; readonly highest: number };
  readonly criteria: readonly Criterion[];
  readonly vetoGrounds: readonly VetoGround[];
};

/** The criteria a seat of this kind scores, in the rubric's order. */
export function criteriaFor(rubric: Pick<RubricContent, 'criteria'>, kind: PanelKind): readonly Criterion[] {
  return rubric.criteria.filter((criterion) => criterion.kinds.includes(kind));
}

/** The text whose digest names this version: equal contents have equal texts, whatever order they were typed in. */
export function rubricSeal(content: RubricContent): string {
  return canonical(content);
}
