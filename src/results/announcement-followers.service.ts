import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Instant } from '../domain/shared/instant';
import type { LedgerActor } from '../ledger/ledger';
import type { Decided } from './outcome.entity';

/** What an announcement, or a decision after it, made of one item, for whoever goes on from there. */
export interface DecidedItem {
  readonly outcomeId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly leadId: string;
  readonly leadRevisionId: string;
  readonly decided: Decided;
  /** Given exactly to what was admitted; a lead admitted again keeps the number it has. */
  readonly cageNo: string | null;
  readonly at: Instant;
}

/** An admitted lead that goes back to the panel. */
export interface RecalledLead {
  readonly leadId: string;
  readonly reason: string;
  readonly at: Instant;
}

/** Called within the unit of work of the announcement or the later decision: what it does stands or falls with it. */
export interface AnnouncementFollower {
  onAnnounced(tx: Tx, decided: readonly DecidedItem[], actor: LedgerActor): Promise<void>;
  onRecalled(tx: Tx, recalled: RecalledLead, actor: LedgerActor): Promise<void>;
}

/** Features uphill enter themselves here when their module starts; results knows none of them. */
@Injectable()
export class AnnouncementFollowers {
  private readonly followers: AnnouncementFollower[] = [];

  register(follower: AnnouncementFollower): void {
    this.followers.push(follower);
  }

  async tell(tx: Tx, decided: readonly DecidedItem[], actor: LedgerActor): Promise<void> {
    for (const follower of this.followers) await follower.onAnnounced(tx, decided, actor);
  }

  async tellRecalled(tx: Tx, recalled: RecalledLead, actor: LedgerActor): Promise<void> {
    for (const follower of this.followers) await follower.onRecalled(tx, recalled, actor);
  }
}
