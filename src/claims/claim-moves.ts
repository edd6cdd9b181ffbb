import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { claimMachine, type ClaimMove } from '../domain/claim/states';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { wholeRow } from './claim-seals';
import { Claim, ClaimAct } from './claim.entity';

export interface ClaimMoveRequest {
  readonly move: ClaimMove;
  readonly actor: LedgerActor;
  readonly reason?: string;
  readonly changes?: Partial<Claim>;
}

/** The only place that writes a first report: it asks the machine, writes row and act, and seals both. */
@Injectable()
export class ClaimMoves {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** The first report of a lead, locked until the unit ends; null where there is none. */
  lockOf(tx: Tx, leadId: string): Promise<Claim | null> {
    return tx.findOne(Claim, sql`where lead_id = ${leadId}${tx.forUpdate}`);
  }

  async report(tx: Tx, claim: Claim, actor: LedgerActor, reason: string | null = null): Promise<Claim> {
    await tx.insert(Claim, claim);
    await this.record(tx, claim, { move: 'report', position: 1, actor, reason });
    return claim;
  }

  /** @throws Refused (409) 'claimNotNow' from another state */
  async make(tx: Tx, claim: Claim, { move, actor, reason, changes = {} }: ClaimMoveRequest): Promise<Claim> {
    if (claimMachine.check(move, claim.state) !== null)
      throw new Refused(refuse('claimNotNow', { state: claim.state }), 409);
    const state = claimMachine.to(move);
    const moved = await this.write(tx, claim, { ...changes, state });
    const last = await tx.one<{ position: number }>(
      sql`select max(position) as position from claim_act where claim_id = ${claim.id}`,
    );
    await this.record(tx, moved, {
      move,
      position: (last?.position ?? 0) + 1,
      actor,
      reason: reason ?? null,
    });
    return moved;
  }

  /** The clock of a first report begins anew, or its scout has been told; no move. */
  async touch(
    tx: Tx,
    claim: Claim,
    changes: Partial<Claim>,
    kind: string,
    actor: LedgerActor,
  ): Promise<Claim> {
    const touched = await this.write(tx, claim, changes);
    await this.ledger.seal(tx, 'claim', claim.id, wholeRow(touched), {
      kind,
      actor,
      facts: { lead: claim.leadId },
    });
    return touched;
  }

  private async write(tx: Tx, claim: Claim, changes: Partial<Claim>): Promise<Claim> {
    const all = { ...changes, changedAt: this.clock.now() };
    const sets = Object.entries(all).filter(([, value]) => value !== undefined);
    await tx.update(Claim, Object.fromEntries(sets), sql`id = ${claim.id}`);
    return { ...claim, ...all };
  }

  private async record(
    tx: Tx,
    claim: Claim,
    given: { move: ClaimAct['move']; position: number; actor: LedgerActor; reason: string | null },
  ): Promise<void> {
    const { move, position, actor, reason } = given;
    const act: ClaimAct = {
      id: this.ids.next(),
      claimId: claim.id,
      position,
      move,
      toState: claim.state,
      byId: actor.personId,
      byLabel: actor.label.slice(0, 120),
      at: claim.changedAt,
      reason,
    };
    await tx.insert(ClaimAct, act);
    const facts = { lead: claim.leadId, state: claim.state };
    await this.ledger.seal(tx, 'claimAct', act.id, wholeRow(act), { kind: `claim.${move}`, actor, facts });
    await this.ledger.seal(tx, 'claim', claim.id, wholeRow(claim), { kind: `claim.${move}`, actor, facts });
  }
}
