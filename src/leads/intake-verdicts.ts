import type { LeadMove } from '../domain/lead/states';

export const INTAKE_VERDICTS = ['accept', 'return', 'merge', 'reject'] as const;
export type IntakeVerdict = (typeof INTAKE_VERDICTS)[number];

export interface IntakeDecision {
  readonly verdict: IntakeVerdict;
  /** What is missing and what to do; needed to return and to reject. */
  readonly reason: string;
  /** Number of the lead that stays, for a merge. */
  readonly mergeInto: string;
  /** Codes of the city's return reasons, beside or instead of the reason in words. */
  readonly reasons?: readonly string[];
  /** What the scout can do about a rejection; '' for nothing. */
  readonly remedy?: string;
}

export const intakeMoves: Readonly<Record<IntakeVerdict, LeadMove>> = {
  accept: 'accept',
  return: 'return',
  merge: 'merge',
  reject: 'rejectAtIntake',
};
