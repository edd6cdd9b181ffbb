import { emptyCriterion, emptyGround, type RubricDraft } from './rubric-draft';

/** The two lists of a draft that can be added to, put in order and taken from. */
export type DraftList = 'criteria' | 'grounds';
export type Direction = 'up' | 'down';

/** More of either than any rubric has. */
export const MOST_PARTS = { criteria: 30, grounds: 40 } as const;

/** The draft with one more part at the end, and its key; null when the list is full. */
export function withAdded(draft: RubricDraft, list: DraftList): { draft: RubricDraft; key: string } | null {
  const parts = draft[list];
  if (parts.length >= MOST_PARTS[list]) return null;
  const letter = list === 'criteria' ? 'c' : 'g';
  const key = `${letter}${1 + Math.max(0, ...parts.map((part) => Number(part.key.slice(1))))}`;
  const added =
    list === 'criteria'
      ? { ...draft, criteria: [...draft.criteria, emptyCriterion(key)] }
      : { ...draft, grounds: [...draft.grounds, emptyGround(key)] };
  return { draft: added, key };
}

/** Moves a part by one place; at the end, and for a part that is not there, nothing changes. */
export function withMoved(
  draft: RubricDraft,
  list: DraftList,
  key: string,
  direction: Direction,
): RubricDraft {
  return list === 'criteria'
    ? { ...draft, criteria: swapped(draft.criteria, key, direction) }
    : { ...draft, grounds: swapped(draft.grounds, key, direction) };
}

export function withoutPart(draft: RubricDraft, list: DraftList, key: string): RubricDraft {
  return list === 'criteria'
    ? { ...draft, criteria: draft.criteria.filter((part) => part.key !== key) }
    : { ...draft, grounds: draft.grounds.filter((part) => part.key !== key) };
}

function swapped<Part extends { readonly key: string }>(
  parts: readonly Part[],
  key: string,
  direction: Direction,
): readonly Part[] {
  const from = parts.findIndex((part) => part.key === key);
  const to = direction === 'up' ? from - 1 : from + 1;
  const [one, other] = [parts[from], parts[to]];
  if (!one || !other) return parts;
  return parts.map((part, at) => (at === from ? other : at === to ? one : part));
}
