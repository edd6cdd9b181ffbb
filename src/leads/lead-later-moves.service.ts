import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import type { LeadMove, LeadMoveFacts } from '../domain/lead/states';
import { Refused, refuse } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import type { LedgerActor } from '../ledger/ledger';
import { LeadMoves } from './lead-moves';
import type { Lead } from './lead.entity';
import { LeadStore } from './lead-store';
import type { LeadDecision } from './leads.service';

const overruling: Readonly<Record<LeadDecision, LeadMove>> = {
  admit: 'overrideAdmit',
  consult: 'overrideConsult',
  resubmit: 'overrideResubmit',
  defer: 'overrideDefer',
  reject: 'overrideReject',
};

interface Wanted {
  readonly move: LeadMove;
  readonly by: LeadMoveFacts['by'];
  readonly actor: LedgerActor;
  readonly reason: string;
  readonly changes?: Partial<Lead>;
}

/** Moves leads by what happens after their round has been announced. */
@Injectable()
export class LeadLaterMovesService {
  constructor(
    private readonly store: LeadStore,
    private readonly moves: LeadMoves,
  ) {}

  /** The leading group decides otherwise than the round. @throws Refused 404, 409 'leadNotNow' */
  overrule(tx: Tx, viewer: Viewer, leadId: string, decision: LeadDecision, reason: string): Promise<Lead> {
    const move = overruling[decision];
    return this.make(tx, leadId, { move, by: viewer.roles, actor: actorOf(viewer), reason });
  }

  /** A lead put off is taken up again: it waits for the next round. @throws Refused 403, 404, 409, 422 without a reason */
  callUp(tx: Tx, viewer: Viewer, leadId: string, reason: string): Promise<Lead> {
    const changes = { roundId: null };
    const actor = actorOf(viewer);
    return this.make(tx, leadId, { move: 'requeue', by: viewer.roles, actor, reason, changes });
  }

  /** A deferral has lapsed. */
  lapse(tx: Tx, leadId: string, actor: LedgerActor, reason: string): Promise<Lead> {
    return this.make(tx, leadId, { move: 'lapse', by: 'system', actor, reason });
  }

  /** An admitted lead goes back to the panel; its project stays. */
  recall(tx: Tx, leadId: string, actor: LedgerActor, reason: string): Promise<Lead> {
    const changes = { roundId: null };
    return this.make(tx, leadId, { move: 'recall', by: 'system', actor, reason, changes });
  }

  private async make(tx: Tx, leadId: string, wanted: Wanted): Promise<Lead> {
    const lead = await this.store.lock(tx, leadId);
    if (lead === null) throw new Refused(refuse('leadNotFound'), 404);
    return this.moves.make(tx, lead, wanted);
  }
}
