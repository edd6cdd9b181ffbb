import { readContent, type LeadContent } from '../../../../src/domain/lead/content';
import { checkSubmission, type SubmissionFindings } from '../../../../src/domain/lead/rules';
import type { SubmissionFacts } from '../../../../src/domain/lead/submission';
import { toInstant } from '../../../../src/domain/shared/instant';
import { isCountry } from '../../../../src/reference/countries';
import { isCurrency } from '../../../../src/reference/currencies';
import { isIndustryClass } from '../../../../src/reference/industries';
import { isKnownRegion, isProvincePrefix } from '../../../../src/reference/regions';
import { wordsFor } from '../../../../src/words/words';
import sample from '../../../support/data/sample-leads.json';

export type SampleLead = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly submittedAt: string;
  readonly expected: { readonly precheck: string; readonly energyReview: string };
  readonly computed: Readonly<Record<string, number>>;
};
export interface BadRecord {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly context?: Readonly<Record<string, unknown>>;
}

export const sampleLeads = sample.leads as unknown as readonly SampleLead[];
export const badRecords = sample.badRecords as readonly BadRecord[];
export const NOW = '2026-03-16T08:00:00.000Z';

export function sampleLead(id: string): SampleLead {
  const lead = sampleLeads.find((entry) => entry.id === id);
  if (lead === undefined) throw new Error(`no sample ${id}`);
  return lead;
}

/** What the rules know of the sample city. */
export function cityFacts(over: Partial<SubmissionFacts> = {}): SubmissionFacts {
  return {
    now: NOW,
    hosts: sample.hosts,
    isIndustryClass,
    isKnownRegion,
    isProvincePrefix,
    isCountry,
    isCurrency,
    scoutAccount: 'scout-01',
    ...over,
  };
}

/** The first sample, valid in every point, with some entries typed otherwise. */
export function aLead(over: Readonly<Record<string, unknown>> = {}): LeadContent {
  return readContent({ ...sampleLead('S01'), ...over }).content;
}

export function submitted(
  over: Readonly<Record<string, unknown>> = {},
  facts: Partial<SubmissionFacts> = {},
): SubmissionFindings {
  return worded(checkSubmission(aLead(over), cityFacts(facts)));
}

/** Every problem any test meets must have its sentence in both languages, with every placeholder filled. */
function worded(findings: SubmissionFindings): SubmissionFindings {
  for (const { because, details } of [...findings.errors, ...findings.warnings])
    for (const locale of ['zh-CN', 'en'] as const) wordsFor(locale).t(`lead.problem.${because}`, details);
  return findings;
}

/** A sample lead checked at the moment it was submitted. */
export function submittedSample(lead: SampleLead): SubmissionFindings {
  const now = toInstant(Date.parse(lead.submittedAt));
  return worded(checkSubmission(readContent(lead).content, cityFacts({ now })));
}

export const codes = (found: readonly { field: string; because: string }[]): string[] =>
  found.map(({ field, because }) => `${field}: ${because}`);

export const errors = (over: Record<string, unknown>, facts: Partial<SubmissionFacts> = {}): string[] =>
  codes(submitted(over, facts).errors);
export const warnings = (over: Record<string, unknown>, facts: Partial<SubmissionFacts> = {}): string[] =>
  codes(submitted(over, facts).warnings);

/** What one finding tells beside its code. */
export function detailsOf(over: Record<string, unknown>, because: string): unknown {
  const { errors: wrong, warnings: odd } = submitted(over);
  return [...wrong, ...odd].find((found) => found.because === because)?.details;
}
