import { diffContent, type Change } from './diff';
import { controlPath } from './field';
import type { LeadContent } from './lead-content';

/** What a panel's judgement rests on: who invests how much in which industry, what it yields, what it takes, where. */
export const KEY_FIGURES: readonly string[] = [
  'investorName',
  'industryCode',
  'totalInvestmentWan',
  'fixedAssetWan',
  'annualOutputWan',
  'annualTaxWan',
  'jobs',
  'landMu',
  'landUse',
  'leaseAreaSqm',
  'energyTce',
  'electricityWanKwh',
  'envCategory',
  'hazardousProcess',
  'intendedHosts',
];

/** The changes between two revisions that may change a vote, in the order of the form. */
export function keyFigureChanges(before: LeadContent, after: LeadContent): readonly Change[] {
  return diffContent(before, after).filter(({ field }) => KEY_FIGURES.includes(controlPath(field)[0] ?? ''));
}
