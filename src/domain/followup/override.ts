import type { LeadState } from '../lead/states';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { Outcome } from '../tally/tally-result';

/** What the leading group may put in the place of an outcome: anything that can be decided of an item. */
export const OVERRIDES = ['admit', 'consult', 'resubmit', 'defer', 'reject'] as const;
export type Override = (typeof OVERRIDES)[number];

export const isOverride = (text: string): text is Override => (OVERRIDES as readonly string[]).includes(text);

/** Where an item stands when the leading group means to decide otherwise. */
export interface OverrideFacts {
  readonly computed: Outcome;
  /** What would be, or was, decided; null while a borderline item awaits the chair. */
  readonly stands: Override | 'void' | null;
  /** The letters are out: what is decided now is a decision of its own, with a letter of its own. */
  readonly announced: boolean;
  readonly leadState: LeadState;
}

/** What a lead's state says once its round has been announced. An admitted lead is a project: it leaves by an exit. */
const STANDS: Readonly<Partial<Record<LeadState, Override>>> = {
  consulting: 'consult',
  resubmit: 'resubmit',
  deferred: 'defer',
  rejected: 'reject',
};

/** Null where an override is possible at all. A void item was never judged: there is nothing to set aside. */
export function overridable({ computed, announced, leadState }: OverrideFacts): Refusal | null {
  if (computed === 'void') return refuse('voidNotOverridden');
  if (!announced) return null;
  if (leadState === 'admitted') return refuse('overrideAdmitted');
  return STANDS[leadState] === undefined ? refuse('overrideMovedOn') : null;
}

/** The choices that would change something. */
export function overrideChoices(facts: OverrideFacts): readonly Override[] {
  if (overridable(facts) !== null) return [];
  const stands = facts.announced ? STANDS[facts.leadState] : facts.stands;
  return OVERRIDES.filter((choice) => choice !== stands);
}

/** An override needs its document, a reason fit for the letter, and the document itself as a file. */
export function checkOverride(
  given: { readonly result: string; readonly documentNumber: string; readonly reason: string },
  facts: OverrideFacts,
): Refusal | null {
  return firstRefusal(
    () => overridable(facts),
    () => (isOverride(given.result) ? null : refuse('overrideUnknown')),
    () =>
      overrideChoices(facts).some((choice) => choice === given.result)
        ? null
        : refuse('overrideChangesNothing'),
    () => (given.documentNumber.trim() === '' ? refuse('documentNumberMissing') : null),
    () => (given.reason.trim() === '' ? refuse('reasonMissing') : null),
  );
}
