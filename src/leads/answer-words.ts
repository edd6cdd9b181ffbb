import type { LeadContent } from '../domain/lead/content';
import type { Unit } from '../domain/lead/field';

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

export const ELEMENTS = [
  'land',
  'plant',
  'energy',
  'power',
  'gas',
  'steam',
  'water',
  'environment',
  'labour',
  'funds',
] as const;
export type Element = (typeof ELEMENTS)[number];

/** What a paper of a lead is. */
export const LEAD_FILE_KINDS = ['businessPlan', 'firstContactEvidence', 'other'] as const;
export type LeadFileKind = (typeof LEAD_FILE_KINDS)[number];

/** What a lead asks of an element. `quantity` is null where it asks without a figure. */
export interface ElementDemand {
  readonly element: Element;
  readonly quantity: string | null;
  readonly unit: Unit | null;
}

const figures: readonly [Element, Unit, (content: LeadContent) => string | null][] = [
  ['land', 'mu', ({ landMu }) => landMu],
  ['plant', 'sqm', ({ leaseAreaSqm }) => leaseAreaSqm],
  ['energy', 'tce', ({ energyTce }) => energyTce],
  ['power', 'wanKwh', ({ electricityWanKwh }) => electricityWanKwh],
  ['gas', 'wanM3', ({ gasWanM3 }) => gasWanM3],
  ['steam', 'tph', ({ steamTph }) => steamTph],
  ['water', 'tpd', ({ waterTpd }) => waterTpd],
  ['labour', 'person', ({ jobs }) => (jobs === null ? null : String(jobs))],
];

/** The elements a lead needs, with its own figures; what it does not need is left out. */
export function demandsOf(content: LeadContent): readonly ElementDemand[] {
  const asked = figures.flatMap(([element, unit, figure]) => {
    const quantity = figure(content);
    return quantity === null || quantity === '0' ? [] : [{ element, quantity, unit }];
  });
  const needsApproval = content.envCategory !== null && content.envCategory !== 'exempt';
  return needsApproval ? [...asked, { element: 'environment', quantity: null, unit: null }] : asked;
}
