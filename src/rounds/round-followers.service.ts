import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { LedgerActor } from '../ledger/ledger';
import type { Round } from './round.entity';
import type { RoundRequest } from './round-request.entity';

/** A counted round whose result is put aside, because two people reopen or void it. */
export interface Uncounting {
  /** As it stood when it was counted. */
  readonly round: Round;
  readonly request: RoundRequest;
  readonly actor: LedgerActor;
}

/** Called within the unit of work of the reopening or voiding: what it does stands or falls with it. */
export interface RoundFollower {
  onUncounted(tx: Tx, uncounting: Uncounting): Promise<void>;
}

/** Features uphill enter themselves here when their module starts; rounds knows none of them. */
@Injectable()
export class RoundFollowers {
  private readonly followers: RoundFollower[] = [];

  register(follower: RoundFollower): void {
    this.followers.push(follower);
  }

  /** The newest feature first: what rests on a result goes before the result. */
  async uncount(tx: Tx, uncounting: Uncounting): Promise<void> {
    for (const follower of [...this.followers].reverse()) await follower.onUncounted(tx, uncounting);
  }
}
