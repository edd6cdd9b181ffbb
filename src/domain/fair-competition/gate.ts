import { holds, type Viewer } from '../access/viewer';
import type { LeadState } from '../lead/states';
import { refuse, type Refusal } from '../shared/refusal';
import type { RequestFinding } from './check-requests';
import type { FairCompetitionRules } from './flag-rules';

export const OPINION_VERDICTS = ['lawful', 'lawfulAfterChange', 'unlawful'] as const;
export type OpinionVerdict = (typeof OPINION_VERDICTS)[number];

/**
 * The gate of one lead: nothing to ask; `unproved`, something that no published policy covers, which is said and holds
 * nothing up; something that waits for an opinion; or an opinion on what it asks now.
 */
export type GateState = 'clear' | 'unproved' | 'opinionMissing' | OpinionVerdict;

/**
 * `verdict` is that of the newest opinion on these very requests; null where there is none. A flagged request always
 * wants one; what is merely not published only where the city says so.
 */
export function gateState(
  findings: readonly RequestFinding[],
  verdict: OpinionVerdict | null,
  { unprovedNeedsOpinion }: Pick<FairCompetitionRules, 'unprovedNeedsOpinion'>,
): GateState {
  if (findings.every(({ standing }) => standing === 'matched')) return 'clear';
  if (verdict !== null) return verdict;
  const isFlagged = findings.some(({ standing }) => standing === 'flagged');
  return isFlagged || unprovedNeedsOpinion ? 'opinionMissing' : 'unproved';
}

/** One lead of a round as the gate sees it. */
export interface GatedLead {
  readonly number: string;
  readonly state: GateState;
}

/** Leads named in one sentence; the list of the round has them all. */
const mostNamed = 3;

/**
 * Why a round with these leads cannot be opened; null where none of them holds it up. Asked by the opening and by the
 * button that opens.
 */
export function gateRefusal(
  leads: readonly GatedLead[],
  { unlawfulMayBeVoted }: Pick<FairCompetitionRules, 'unlawfulMayBeVoted'>,
): Refusal | null {
  const missing = leads.filter(({ state }) => state === 'opinionMissing');
  if (missing.length > 0) return named('fairCompetitionOpinionMissing', missing);
  const unlawful = unlawfulMayBeVoted ? [] : leads.filter(({ state }) => state === 'unlawful');
  return unlawful.length > 0 ? named('fairCompetitionUnlawful', unlawful) : null;
}

function named(because: string, leads: readonly GatedLead[]): Refusal {
  const numbers = leads.slice(0, mostNamed).map(({ number }) => number);
  return refuse(because, { leads: numbers.join('、'), count: leads.length });
}

/** A person whose unit the city has named, or the secretariat where it has; never on a lead of their own. */
export function mayGiveOpinion(
  viewer: Viewer,
  unitCode: string,
  lead: { readonly state: LeadState; readonly scoutId: string },
  { reviewUnits, secretariatReviews }: Pick<FairCompetitionRules, 'reviewUnits' | 'secretariatReviews'>,
): Refusal | null {
  const byUnit = holds(viewer, 'supporter') && reviewUnits.includes(unitCode);
  const byOffice = holds(viewer, 'secretariat') && secretariatReviews;
  if (!byUnit && !byOffice) return refuse('notAReviewer');
  if (lead.scoutId === viewer.personId) return refuse('opinionOnOwnLead');
  return OPEN_TO_OPINIONS.includes(lead.state) ? null : refuse('opinionNotNow', { state: lead.state });
}

/** Before a vote and between two of them: what a panel has before it does not change under its hands. */
const OPEN_TO_OPINIONS: readonly LeadState[] = ['submitted', 'queued', 'consulting', 'deferred'];

export interface OpinionGiven {
  readonly verdict: OpinionVerdict;
  readonly basis: string;
  readonly text: string;
  readonly documentNo: string;
}

/** A no, and a yes with changes, need their reason; every verdict needs its basis. */
export function opinionFault({ verdict, basis, text }: OpinionGiven): Refusal | null {
  if (basis.trim() === '') return refuse('opinionBasisMissing');
  return verdict !== 'lawful' && text.trim() === '' ? refuse('opinionTextMissing') : null;
}
