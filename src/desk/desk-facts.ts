import type { AwaitedAnswer } from '../answers/answers.queries';
import type { Role } from '../domain/access/viewer';
import type { PromiseLimits } from '../domain/promise/limits';
import type { Instant } from '../domain/shared/instant';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { LateList } from '../late/late.queries';
import type { WaitingLead } from '../leads/lead-waiting.queries';
import type { TroubledFile } from '../files/files.queries';
import type { LedgerPage } from '../ledger/ledger.queries';
import type { EndedPosting } from '../postings/postings.queries';
import type { FollowUpList } from '../results/follow-ups.queries';
import type { DeskProject, LeadUnderway, LetterReceived, OwnSeat } from './desk.queries';
import type { DeskRound, KindTurnout, LeadQueued, LeadSentBack, OfficeCounts } from './office-desk.queries';

/** What waits for one person, by the roles they hold; null for a role they do not. */
export interface DeskFacts {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly limits: PromiseLimits;
  readonly roles: readonly Role[];
  /** What is late or due soon, as far as this person sees it; null for who is promised nothing and promises nothing. */
  readonly promises: LateList | null;
  /** Leads that wait for an opinion on fair competition; null for who gives none. */
  readonly toReview: number | null;
  readonly scout: ScoutFacts | null;
  readonly office: OfficeFacts | null;
  readonly host: {
    readonly leads: readonly AwaitedAnswer[];
    readonly projects: readonly DeskProject[];
  } | null;
  readonly supporter: readonly AwaitedAnswer[] | null;
  readonly sponsor: readonly DeskProject[] | null;
  readonly leading: readonly DeskRound[] | null;
  readonly inspector: { readonly page: LedgerPage; readonly rounds: readonly DeskRound[] } | null;
  readonly admin: AdminFacts | null;
  readonly seats: readonly OwnSeat[] | null;
}

export interface ScoutFacts {
  readonly waiting: readonly WaitingLead[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly underway: readonly LeadUnderway[];
  readonly letters: readonly LetterReceived[];
}

export interface OfficeFacts {
  readonly counts: OfficeCounts;
  readonly intake: readonly WaitingLead[];
  readonly sentBack: readonly LeadSentBack[];
  readonly queued: readonly LeadQueued[];
  readonly rounds: readonly DeskRound[];
  readonly turnout: readonly KindTurnout[];
  readonly silent: readonly {
    readonly roundId: string;
    readonly unitName: string;
    readonly holderName: string;
  }[];
  readonly fiveOnes: readonly DeskProject[];
  readonly mails: readonly FailedMail[];
  /** What is under way with leads after closings. */
  readonly followUps: FollowUpList;
  readonly troubledFiles: readonly TroubledFile[];
  /** Whose leads wait for a successor. */
  readonly endedPostings: readonly EndedPosting[];
}

export interface FailedMail {
  readonly id: string;
  readonly toName: string;
  readonly subject: string;
  readonly lastError: string | null;
}

export interface AdminFacts {
  readonly people: { readonly all: number; readonly disabled: number; readonly strangers: number };
  readonly mails: readonly FailedMail[];
  readonly missingYears: readonly number[];
  readonly troubledFiles: readonly TroubledFile[];
  /** Whose leads wait for a successor. */
  readonly endedPostings: readonly EndedPosting[];
}
