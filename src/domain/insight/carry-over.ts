import type { Criterion, RubricContent } from '../rubric/rubric-content';
import { canonical } from '../shared/canonical';

type Rubric = Pick<RubricContent, 'criteria' | 'scale'>;

/** What becomes of a criterion of the rubric that is tried on old marks. */
export type Carried =
  /** The same criterion. */
  | 'same'
  /** Carried, but it read differently then: other anchors, another formula, or scored by other kinds. */
  | 'changed'
  /** New, or on another scale: there are no marks for it, and it drops out. */
  | 'missing';

export interface CarryOver {
  readonly criteria: readonly {
    readonly criterion: string;
    readonly weight: number;
    readonly how: Carried;
  }[];
  /** Criteria of the old rubric whose marks are not used. */
  readonly dropped: readonly string[];
  /** Of the tried rubric's weights: how much has marks to stand on. */
  readonly weight: { readonly carried: number; readonly full: number };
}

/**
 * How far marks given under one rubric can stand for another. Criteria are the same by their code, on the same scale.
 * Marks of kinds that the tried rubric does not ask are left out; kinds it asks anew have given none.
 */
export function carryOver(old: Rubric, tried: Rubric): CarryOver {
  const before = new Map(old.criteria.map((criterion) => [criterion.code, criterion]));
  const sameScale = old.scale.lowest === tried.scale.lowest && old.scale.highest === tried.scale.highest;
  const criteria = tried.criteria.map((criterion) => {
    const { code, weight } = criterion;
    return { criterion: code, weight, how: howCarried(sameScale ? before.get(code) : undefined, criterion) };
  });
  const used = new Set(criteria.flatMap(({ criterion, how }) => (how === 'missing' ? [] : [criterion])));
  const sum = (of: readonly { weight: number }[]): number => of.reduce((all, { weight }) => all + weight, 0);
  return {
    criteria,
    dropped: old.criteria.flatMap(({ code }) => (used.has(code) ? [] : [code])),
    weight: { carried: sum(criteria.filter(({ how }) => how !== 'missing')), full: sum(criteria) },
  };
}

function howCarried(before: Criterion | undefined, now: Criterion): Carried {
  if (before === undefined) return 'missing';
  if (!now.kinds.some((kind) => before.kinds.includes(kind))) return 'missing';
  const alike =
    before.kinds.length === now.kinds.length &&
    before.kinds.every((kind) => now.kinds.includes(kind)) &&
    canonical(before.anchors) === canonical(now.anchors) &&
    canonical(before.computed ?? null) === canonical(now.computed ?? null) &&
    canonical(before.variants ?? null) === canonical(now.variants ?? null);
  return alike ? 'same' : 'changed';
}
