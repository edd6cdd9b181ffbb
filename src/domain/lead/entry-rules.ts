import { MAX_WAN, wanText } from '../shared/wan';
import { exactly, grouped } from './decimals';
import { isRequired, type Field } from './field';
import { FIELDS } from './fields';
import type { LeadContent } from './lead-content';
import { isUnread, isUnsaid, leavesOf, type Leaf } from './leaves';
import { problem, type FieldProblem } from './problem';
import { whyUnreadable } from './values';

/** Marks of state secrets: the word of the grade beside the star that makes it a mark. */
const CLASSIFIED = /(?:绝密|机密|秘密)\s{0,4}[★☆⭐]|[★☆⭐]\s{0,4}(?:绝密|机密|秘密)/;
/** Eighteen symbols of a resident identity number, standing alone. */
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/;
const CHOSEN = new Set(['enum', 'code', 'list', 'multi']);

const isWritten = (field: Field): boolean => field.kind === 'text' || field.kind === 'longText';
const lengthOf = (text: string): number => [...text].length;

/** Entries that are not what their field wants, each with its reason. */
export function unreadEntries(content: LeadContent): FieldProblem[] {
  return leavesOf(content)
    .filter((leaf) => isUnread(content, leaf))
    .map(({ control, field }) => problem(control, ...whyUnreadable(content.asTyped[control] ?? '', field)));
}

/** State secrets must never be entered (compliance: 保密), not even in a draft. */
export function classifiedMarks(content: LeadContent): FieldProblem[] {
  const kept = Object.entries(content.asTyped).map(([control, value]) => ({ control, value }));
  return [...writtenLeaves(content), ...kept]
    .filter(({ value }) => CLASSIFIED.test(value))
    .map(({ control }) => problem(control, 'classifiedMark'));
}

/** Identity numbers are not asked for and should not be there; a warning, since a credit code may look alike. */
export function identityNumbers(content: LeadContent): FieldProblem[] {
  return writtenLeaves(content)
    .filter(({ value }) => IDENTITY_NUMBER.test(value.normalize('NFKC')))
    .map(({ control }) => problem(control, 'identityNumber'));
}

function writtenLeaves(content: LeadContent): { control: string; value: string }[] {
  return leavesOf(content).flatMap(({ control, field, value }) =>
    isWritten(field) && typeof value === 'string' ? [{ control, value }] : [],
  );
}

/** What submission demands and nobody said. */
export function missingEntries(content: LeadContent): FieldProblem[] {
  const leaves = leavesOf(content);
  return FIELDS.flatMap((field) => {
    const under = leaves.filter(({ top }) => top === field);
    if (field.kind !== 'group') return missing(field, under, content, isRequired(field, content));
    const parts = under.flatMap((leaf) =>
      missing(leaf.field, [leaf], content, isRequired(leaf.field, content)),
    );
    const demandsParts = field.parts?.some(({ need }) => need !== undefined) ?? false;
    const whole = isRequired(field, content) && !demandsParts;
    return [...parts, ...missing(field, under, content, whole, field.code)];
  });
}

function missing(
  field: Field,
  leaves: readonly Leaf[],
  content: LeadContent,
  required: boolean,
  at = leaves[0]?.control ?? field.code,
): FieldProblem[] {
  if (!required || leaves.some((leaf) => !isUnsaid(leaf.value) || isUnread(content, leaf))) return [];
  return [problem(at, field.missing ?? (CHOSEN.has(field.kind) ? 'requiredChoice' : 'required'))];
}

/** Length of texts in symbols, sign and size of numbers: what the field table says of each entry alone. */
export function entryLimits(content: LeadContent): FieldProblem[] {
  return leavesOf(content).flatMap(({ control, field, value }) => {
    if (typeof value !== 'string') return [];
    if (isWritten(field)) return lengthLimits(control, field, value);
    return field.kind === 'money' || field.kind === 'number' ? sizeLimits(control, field, value) : [];
  });
}

export function lengthLimits(control: string, { min = 0, max = 0 }: Field, value: string): FieldProblem[] {
  const count = lengthOf(value);
  if (count < min) return [problem(control, 'textTooShort', { min, count })];
  return max > 0 && count > max ? [problem(control, 'textTooLong', { max, count })] : [];
}

function sizeLimits(control: string, field: Field, value: string): FieldProblem[] {
  if (value.startsWith('-')) return [problem(control, 'negative', { value: grouped(value) })];
  if (field.kind !== 'money' || control === 'totalInvestmentWan') return [];
  const limit = wanText(MAX_WAN);
  if (exactly(value).compare(exactly(limit)) <= 0) return [];
  return [problem(control, 'amountTooLarge', { max: grouped(limit) })];
}
