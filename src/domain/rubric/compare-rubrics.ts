import { canonical } from '../shared/canonical';
import type { Bilingual } from '../shared/sentence';
import type { Formulas } from './formulas';
import type { Criterion, RubricContent, VetoGround } from './rubric-content';

/** What a side of a comparison shows; the view gives codes their words. Null where the side has no such part. */
export type ComparedValue =
  | { readonly is: 'text'; readonly text: Bilingual }
  | { readonly is: 'number'; readonly n: number }
  | { readonly is: 'kinds' | 'scores'; readonly codes: readonly string[] }
  | { readonly is: 'confirmer'; readonly confirmedBy: VetoGround['confirmedBy'] }
  | { readonly is: 'flag'; readonly on: boolean }
  | { readonly is: 'formula'; readonly formulas: CanonicalFormulas };

type CanonicalFormulas = { readonly [Part in keyof Formulas]: Formulas[Part] };

export interface ComparedField {
  /** `weight`, `anchor3`, `basis`, … */
  readonly field: string;
  readonly left: ComparedValue | null;
  readonly right: ComparedValue | null;
  readonly changed: boolean;
}

export interface ComparedPart {
  readonly code: string;
  /** The newer name where there are two. */
  readonly name: Bilingual;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  /** 1-based places; null where a side does not have it. */
  readonly places: { readonly left: number | null; readonly right: number | null };
  readonly fields: readonly ComparedField[];
}

export interface RubricComparison {
  readonly criteria: readonly ComparedPart[];
  readonly grounds: readonly ComparedPart[];
  /** How many parts differ in anything; a part that only changed its place counts as the same. */
  readonly differences: number;
}

/** Two versions side by side, part by part: parts are the same when their codes are. In the order of the newer one. */
export function compareRubrics(left: RubricContent, right: RubricContent): RubricComparison {
  const criteria = compareParts(left.criteria, right.criteria, criterionFields);
  const grounds = compareParts(left.vetoGrounds, right.vetoGrounds, groundFields);
  const differences = [...criteria, ...grounds].filter(({ change }) => change !== 'same').length;
  return { criteria, grounds, differences };
}

type Fields = Readonly<Record<string, ComparedValue>>;

function compareParts<Part extends { readonly code: string; readonly name: Bilingual }>(
  left: readonly Part[],
  right: readonly Part[],
  fieldsOf: (part: Part) => Fields,
): ComparedPart[] {
  const gone = left.filter(({ code }) => !right.some((part) => part.code === code));
  return [...right, ...gone].map((part): ComparedPart => {
    const at = [left, right].map((side) => side.findIndex(({ code }) => code === part.code));
    const [one, other] = [left[at[0] ?? -1], right[at[1] ?? -1]];
    const fields = compareFields(one && fieldsOf(one), other && fieldsOf(other));
    const differs = fields.some(({ changed }) => changed) ? 'changed' : 'same';
    return {
      code: part.code,
      name: (other ?? part).name,
      change: one && other ? differs : one ? 'removed' : 'added',
      places: { left: place(at[0]), right: place(at[1]) },
      fields,
    };
  });
}

function compareFields(left: Fields | undefined, right: Fields | undefined): ComparedField[] {
  return Object.keys(left ?? right ?? {}).map((field) => {
    const [one, other] = [left?.[field] ?? null, right?.[field] ?? null];
    return { field, left: one, right: other, changed: textOf(one) !== textOf(other) };
  });
}

function criterionFields(criterion: Criterion): Fields {
  const { name, weight, kinds, anchors, naAllowed, commentRequiredFor } = criterion;
  const { computed, variants } = criterion;
  return {
    name: { is: 'text', text: name },
    weight: { is: 'number', n: weight },
    kinds: { is: 'kinds', codes: [...kinds].sort() },
    anchor0: { is: 'text', text: anchors[0] },
    anchor3: { is: 'text', text: anchors[3] },
    anchor5: { is: 'text', text: anchors[5] },
    computed: {
      is: 'formula',
      formulas: { ...(computed ? { computed } : {}), ...(variants ? { variants } : {}) },
    },
    naAllowed: { is: 'flag', on: naAllowed },
    reasonFor: { is: 'scores', codes: [...commentRequiredFor].sort().map(String) },
  };
}

function groundFields({ name, basis, raisedBy, confirmedBy }: VetoGround): Fields {
  return {
    name: { is: 'text', text: name },
    basis: { is: 'text', text: basis },
    raisedBy: { is: 'kinds', codes: [...raisedBy].sort() },
    confirmedBy: {
      is: 'confirmer',
      confirmedBy: { by: confirmedBy.by, functions: [...confirmedBy.functions].sort() },
    },
  };
}

const place = (at: number | undefined): number | null => (at === undefined || at < 0 ? null : at + 1);
const textOf = (value: ComparedValue | null): string => canonical(value);
