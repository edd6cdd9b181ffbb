import type { AssignmentRules, Pair } from '../domain/assignment/assignment';
import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';

type Form = Readonly<Record<string, unknown>>;

/** What was typed of how a round is judged, to be shown again as it was. */
export interface AssignmentTyped {
  readonly mode: 'everyone' | 'assigned';
  readonly perKind: Readonly<Record<PanelKind, string>>;
  readonly most: string;
}

export const limits = { perKind: { least: 0, most: 99 }, most: { least: 1, most: 999 } };

export function typedPlan(body: Form): AssignmentTyped {
  const given = body['perKind'];
  const own = typeof given === 'object' && given !== null ? (given as Form) : {};
  const entries = PANEL_KINDS.map((kind) => [kind, typedText(own, kind).slice(0, 20)] as const);
  return {
    mode: typedText(body, 'mode') === 'assigned' ? 'assigned' : 'everyone',
    perKind: Object.fromEntries(entries) as Record<PanelKind, string>,
    most: typedText(body, 'most').slice(0, 20),
  };
}

/** The numbers of the form, or the message of each field that is none. `least` are the fewest the rules can do with. */
export function readPlanNumbers(
  typed: AssignmentTyped,
  least: Readonly<Record<PanelKind, number>>,
  words: Words,
): { rules: AssignmentRules; errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const read = (name: string, text: string, from: number, to: number): number => {
    const plain = text.normalize('NFKC').trim();
    const value = /^\d{1,4}$/.test(plain) ? Number(plain) : -1;
    if (value < from || value > to)
      errors[name] = words.t('assignments.plan.wrong', { least: from, most: to });
    return value;
  };
  const perKind = PANEL_KINDS.map(
    (kind) =>
      [kind, read(`perKind[${kind}]`, typed.perKind[kind], least[kind], limits.perKind.most)] as const,
  );
  const most =
    typed.most.trim() === '' ? null : read('most', typed.most, limits.most.least, limits.most.most);
  return { rules: { perKind: Object.fromEntries(perKind) as Record<PanelKind, number>, most }, errors };
}

const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-z]{26}$/.test(text);

/** Ticks named `seats[<item>][]`; what is no id is left out. */
export function readPairs(body: Form): Pair[] {
  const given = body['seats'];
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given as Form).flatMap(([itemId, seats]) => {
    if (!isId(itemId)) return [];
    const list: unknown[] = typeof seats === 'object' && seats !== null ? Object.values(seats) : [seats];
    return list.filter(isId).map((seatId) => ({ seatId, itemId }));
  });
}
