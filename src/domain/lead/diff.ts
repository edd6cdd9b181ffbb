import { SECTIONS, isRequired, type PlacedField, type Section } from './field';
import { FIELDS, positionOf } from './fields';
import type { LeadContent } from './lead-content';
import { isUnread, isUnsaid, leavesOf, type Leaf } from './leaves';

export type LeafValue = Leaf['value'];

/** One change between two revisions, under the name of its form control. */
export interface Change {
  readonly field: string;
  readonly before: LeafValue;
  readonly after: LeafValue;
}

/** What differs between two revisions, leaf by leaf, in the order of the form. An entry not readable shows as typed. */
export function diffContent(before: LeadContent, after: LeadContent): readonly Change[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is))
    .sort((a, b) => positionOf(a.field) - positionOf(b.field));
}

function valuesOf(content: LeadContent): ReadonlyMap<string, LeafValue> {
  return new Map(
    leavesOf(content).map((leaf) => [
      leaf.control,
      isUnread(content, leaf) ? (content.asTyped[leaf.control] ?? null) : leaf.value,
    ]),
  );
}

/** How far a record has come: entries said of those that submission demands or that are asked for. */
export interface Filled {
  readonly filled: number;
  readonly total: number;
  readonly bySection: Readonly<Record<Section, { readonly filled: number; readonly total: number }>>;
}

/** `papers`: how many of the papers asked for are attached; left out, the files section counts nothing. */
export function filledOf(
  content: LeadContent,
  papers: { readonly filled: number; readonly total: number } = { filled: 0, total: 0 },
): Filled {
  const leaves = leavesOf(content);
  const isSaid = (field: PlacedField): boolean => {
    const under = leaves.filter(({ top }) => top === field);
    const demanded = under.filter((leaf) => leaf.field !== field && isRequired(leaf.field, content));
    return demanded.length > 0
      ? demanded.every((leaf) => !isUnsaid(leaf.value))
      : under.some(({ value }) => (field.threeWay === true ? value !== null : !isUnsaid(value)));
  };
  const counted = FIELDS.filter((field) => isRequired(field, content) || field.asked?.(content) === true);
  const bySection = Object.fromEntries(
    SECTIONS.map((section) => {
      const here = counted.filter((field) => field.section === section);
      return [
        section,
        section === 'files' ? papers : { filled: here.filter(isSaid).length, total: here.length },
      ];
    }),
  ) as Filled['bySection'];
  const sections = Object.values(bySection);
  return {
    filled: sections.reduce((sum, { filled }) => sum + filled, 0),
    total: sections.reduce((sum, { total }) => sum + total, 0),
    bySection,
  };
}
