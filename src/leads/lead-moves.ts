import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { leadMachine, type LeadMove, type LeadMoveFacts, type LeadState } from '../domain/lead/states';
import { Refused, type Refusal, type RefusedStatus } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { LeadFollowers } from './lead-followers.service';
import { LeadAct } from './lead-record.entity';
import { leadNotNow, moveRefusal } from './lead-refusals';
import { actSeal } from './lead-seals';
import { isLive, tabOf } from './lead-tabs';
import { Lead } from './lead.entity';

/** One move to be made: who, why, and what else of the lead changes with it. */
export interface MoveRequest {
  readonly move: LeadMove;
  readonly actor: LedgerActor;
  readonly by: LeadMoveFacts['by'];
  readonly reason?: string;
  /** The lead that stays, for a merge. */
  readonly other?: Lead;
  readonly changes?: Partial<Lead>;
}

/** The only place that writes a lead's state: it asks the machine, writes state and act, and seals the act. */
@Injectable()
export class LeadMoves {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly followers: LeadFollowers,
  ) {}

  /** `lead` is locked by this unit. @returns the lead as it is now. @throws Refused what the machine said */
  async make(tx: Tx, lead: Lead, request: MoveRequest): Promise<Lead> {
    const refusal = moveRefusal(request.move, lead, request);
    if (refusal !== null) throw new Refused(refusal, statusOf(refusal));
    const now = this.clock.now();
    const state: LeadState = leadMachine.to(request.move);
    const merged = { ...lead, ...request.changes };
    const changes: Partial<Lead> = {
      ...request.changes,
      state,
      tab: tabOf(state),
      stateAt: now,
      updatedAt: now,
      claimedUscc: isLive(state) ? merged.claimedUscc : null,
    };
    const changed = await tx.update(Lead, changes, sql`id = ${lead.id} and state = ${lead.state}`);
    if (changed === 0) throw new Refused(leadNotNow(request.move, lead.state), 409);
    const after = { ...merged, ...changes };
    await this.record(tx, lead, after, request, now);
    await this.followers.moved(tx, {
      move: request.move,
      before: lead,
      after,
      actor: request.actor,
      at: now,
    });
    return after;
  }

  private async record(tx: Tx, before: Lead, after: Lead, request: MoveRequest, now: string): Promise<void> {
    const last = await tx.one<{ position: number | null }>(
      sql`select max(position) as position from lead_act where lead_id = ${before.id}`,
    );
    const act: LeadAct = {
      id: this.ids.next(),
      leadId: before.id,
      position: (last?.position ?? 0) + 1,
      move: request.move,
      fromState: before.state,
      toState: after.state,
      byId: request.actor.personId,
      byLabel: request.actor.label.slice(0, 120),
      at: now,
      reason: request.reason ?? null,
      revision: after.revision,
      otherLeadId: request.other?.id ?? null,
    };
    await tx.insert(LeadAct, act);
    await this.ledger.seal(tx, 'leadAct', act.id, actSeal(act), {
      kind: `lead.${request.move}`,
      actor: request.actor,
      facts: { lead: before.id, number: after.number ?? '' },
    });
  }
}

function statusOf({ because }: Refusal): RefusedStatus {
  if (because === 'reasonMissing' || because === 'mergeTargetMissing') return 422;
  return because === 'leadNotNow' ? 409 : 403;
}
