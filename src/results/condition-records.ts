import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { conditionMachine, type CheckFacts, type ConditionMove } from '../domain/followup/conditions';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { AdmissionCondition } from './condition.entity';
import { wholeSeal } from './results.seals';

/** The only place that writes a condition's state, and with it the seal. */
@Injectable()
export class ConditionRecords {
  constructor(private readonly ledger: Ledger) {}

  /** A condition, kept from every other act until the unit ends. @throws Refused 404 */
  async lock(tx: Tx, id: string): Promise<AdmissionCondition> {
    const row = await tx.findOne(AdmissionCondition, sql`where id = ${id}${tx.forUpdate}`);
    if (row === null) throw new Refused(refuse('noSuchCondition'), 404);
    return row;
  }

  /** Enters a proposed condition. */
  async propose(tx: Tx, row: AdmissionCondition, actor: LedgerActor): Promise<void> {
    await tx.insert(AdmissionCondition, row);
    await this.seal(tx, row, 'condition.set', actor);
  }

  /** @throws Refused what the machine said: 409 for the wrong state, 422 for what the act lacks */
  async move(
    tx: Tx,
    row: AdmissionCondition,
    move: ConditionMove,
    act: {
      readonly facts: CheckFacts;
      readonly changes: Partial<AdmissionCondition>;
      readonly actor: LedgerActor;
    },
  ): Promise<AdmissionCondition> {
    const refusal = conditionMachine.check(move, row.state, act.facts);
    if (refusal !== null) {
      const late = refusal.because === 'wrongState';
      throw new Refused(late ? refuse('conditionNotNow', { state: row.state }) : refusal, late ? 409 : 422);
    }
    const changes = { ...act.changes, state: conditionMachine.to(move) };
    await tx.update(AdmissionCondition, changes, sql`id = ${row.id}`);
    const after = { ...row, ...changes };
    await this.seal(tx, after, `condition.${move}`, act.actor);
    return after;
  }

  private async seal(tx: Tx, row: AdmissionCondition, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { lead: row.leadId, position: row.position, state: row.state };
    await this.ledger.seal(tx, 'condition', row.id, wholeSeal(row), { kind, actor, facts });
  }
}
