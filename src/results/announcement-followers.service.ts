import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Instant } from '../domain/shared/instant';
import type { LedgerActor } from '../ledger/ledger';
import type { Decided } from './outcome.entity';

/** What an announcement decided on one item, for whoever goes on from there. */
export interface DecidedItem {
  readonly outcomeId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly leadId: string;
  readonly leadRevisionId: string;
  readonly decided: Decided;
  /** Given exactly to what was admitted. */
  readonly cageNo: string | null;
  readonly at: Instant;
}

/** Called within the unit of work of the announcement: what it does stands or falls with it. */
export interface AnnouncementFollower {
  onAnnounced(tx: Tx, decided: readonly DecidedItem[], actor: LedgerActor): Promise<void>;
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
}
