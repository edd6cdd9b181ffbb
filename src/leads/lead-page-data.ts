import type { ChainChoice } from './lead-chain';
import { holds, type Viewer } from '../domain/access/viewer';
import type { Computed } from '../domain/lead/computed';
import type { Element } from '../domain/lead/element-demands';
import type { LeadContent } from '../domain/lead/content';
import type { Change } from '../domain/lead/diff';
import type { DuplicateGrade, DuplicateGround } from '../domain/lead/duplicates';
import type { FieldProblem } from '../domain/lead/problem';
import type { PromiseEnd } from '../domain/promise/due';
import type { PromiseLimits } from '../domain/promise/limits';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { SectionView } from '../http/views/section';
import type { RankedHost } from '../hosts/host-fit.queries';
import type { HostCard } from '../hosts/hosts.queries';
import type { SeenLead } from './lead-access.queries';
import type { LeadJudged } from './lead-judgements.service';
import type { LeadAct, LeadRevision } from './lead-record.entity';
import type { HostsStanding } from './lead-standing.queries';
import type { Lead } from './lead.entity';
import type { Dossier } from './leads.queries';
import type { MaterialRequest } from './resubmissions.queries';

/** A lead that a submitted one looks like, as the secretariat sees it. */
export interface AlikeLead {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly investorName: string;
  readonly unitName: string;
  readonly submittedAt: string;
  readonly grade: DuplicateGrade;
  readonly grounds: readonly DuplicateGround[];
  readonly similarity: string;
}

export interface LeadPageData {
  readonly seen: SeenLead;
  readonly scout: { readonly name: string; readonly unitName: string };
  readonly acts: readonly (LeadAct & { readonly otherNumber: string | null })[];
  readonly revisions: readonly Pick<LeadRevision, 'number' | 'submittedAt'>[];
  readonly warnings: readonly FieldProblem[];
  readonly computed: Computed;
  readonly alike: readonly AlikeLead[];
  readonly dossier: Dossier;
  readonly calendar: WorkCalendar;
  readonly limits: PromiseLimits;
  /** Of the intake check while it runs, pauses reckoned in. */
  readonly intakeEnd: PromiseEnd | null;
  readonly now: string;
  readonly judged: LeadJudged;
  /** What other features show and ask on the page. */
  readonly beside: readonly SectionView[];
  /** What its scout was asked for, the newest first. */
  readonly requests: readonly MaterialRequest[];
  /** For the name of the one it is on. */
  readonly chains: readonly ChainChoice[];
  /** Which hosts fit, the best first; empty for those who do not look for a place. */
  readonly fit: readonly RankedHost[];
  /** How many fields of the form stand against handing it in. */
  readonly missing: number;
  /** For a department: the elements that wait for its answer, those of its own duty first. */
  readonly unanswered: readonly Element[];
  /** What the hosts have come to; null where none was named. */
  readonly standing: HostsStanding | null;
}

export interface RevisionPageData {
  readonly seen: SeenLead;
  readonly revision: LeadRevision;
  readonly content: LeadContent;
  /** The number of the revision it is compared with; null for the first. */
  readonly against: number | null;
  readonly changes: readonly Change[];
  readonly hosts: readonly HostCard[];
  readonly now: string;
}

/** Until a panel has admitted it, for its scout and for those who would pass it on. */
export function looksForPlace(viewer: Viewer, { state, scoutId }: Lead): boolean {
  const isSettled = ['admitted', 'rejected', 'withdrawn', 'merged'].includes(state);
  return !isSettled && (scoutId === viewer.personId || holds(viewer, 'secretariat', 'leadingGroup'));
}
