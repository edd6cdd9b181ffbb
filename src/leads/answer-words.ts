export { demandsOf, ELEMENTS, type Element, type ElementDemand } from '../domain/lead/element-demands';

/** The closed lists of hosts' statements and departments' answers; their words are under `leads.answer.*`. */
export const STATEMENT_VERDICTS = ['accept', 'conditional', 'decline'] as const;
export type StatementVerdict = (typeof STATEMENT_VERDICTS)[number];

/** Why a host does not take a project, or what its condition is about. */
export const DECLINE_REASONS = [
  'industryMismatch',
  'noLand',
  'noPlant',
  'energyShort',
  'environmentShort',
  'safety',
  'intensityLow',
  'policyTerms',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const ANSWER_VERDICTS = ['yes', 'conditional', 'no'] as const;
export type AnswerVerdict = (typeof ANSWER_VERDICTS)[number];

/** What a paper of a lead is. */
export const LEAD_FILE_KINDS = ['businessPlan', 'firstContactEvidence', 'other'] as const;
export type LeadFileKind = (typeof LEAD_FILE_KINDS)[number];
