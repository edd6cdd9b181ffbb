import { refuse, type Refusal } from '../shared/refusal';
import type { Day } from '../shared/instant';

/** Progress that renews a first report (lead-form 3.6.2). */
export const EVIDENCE_KINDS = ['visit', 'siteTour', 'signedIntent'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface GivenEvidence {
  readonly kind: EvidenceKind;
  readonly occurredOn: Day;
  readonly hasFile: boolean;
}

/** What is wrong with a piece of evidence: an intent is proved by its paper, and nothing is proved before it happened. */
export function evidenceRefusal({ kind, occurredOn, hasFile }: GivenEvidence, today: Day): Refusal | null {
  if (occurredOn > today) return refuse('evidenceInFuture');
  return kind === 'signedIntent' && !hasFile ? refuse('evidenceFileMissing') : null;
}
