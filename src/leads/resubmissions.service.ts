import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { Refused, refuse } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { LeadAccessQueries } from './lead-access.queries';
import { resubmissionItemSeal, resubmissionSeal } from './lead-seals';
import { LeadStore } from './lead-store';
import { Resubmission, ResubmissionItem } from './resubmission.entity';

/** What a lead is sent back for. */
export interface MaterialAsked {
  readonly leadId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly source: Resubmission['source'];
  readonly sourceId: string;
  readonly judgedRevisionId: string | null;
  readonly reason: string;
  readonly materials: readonly string[];
  readonly askedAt: Instant;
  readonly dueAt: Instant;
}

/** Asks scouts for material, and keeps what they answer. */
@Injectable()
export class ResubmissionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly store: LeadStore,
    private readonly access: LeadAccessQueries,
  ) {}

  /** Writes down what is asked for, one row for each thing. The lead itself is moved by whoever decides. */
  async ask(tx: Tx, { materials, ...asked }: MaterialAsked, actor: LedgerActor): Promise<void> {
    const last = await tx.one<{ timeNo: number | null }>(
      sql`select max(time_no) as "timeNo" from resubmission where lead_id = ${asked.leadId}`,
    );
    const row: Resubmission = {
      ...asked,
      id: this.ids.next(),
      timeNo: (last?.timeNo ?? 0) + 1,
      state: 'asked',
      answeredAt: null,
      answeredRevisionId: null,
    };
    await tx.insert(Resubmission, row);
    await this.seal(tx, row, 'resubmission.asked', actor);
    for (const [at, wanted] of materials.entries()) {
      const item: ResubmissionItem = {
        id: this.ids.next(),
        resubmissionId: row.id,
        position: at + 1,
        wanted,
        answer: null,
        answeredAt: null,
      };
      await tx.insert(ResubmissionItem, item);
      await this.sealItem(tx, item, 'material.asked', actor);
    }
  }

  /**
   * Keeps what the scout says to each thing asked for; an empty text takes an answer back.
   * @throws Refused 404 for anybody but the scout; 409 'materialNotAsked' once the lead has been handed in again
   */
  answer(viewer: Viewer, leadId: string, answers: ReadonlyMap<string, string>): Promise<void> {
    return this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead } = await this.access.own(tx, viewer, leadId);
      const open = await this.open(tx, leadId);
      if (open === null || lead.state !== 'resubmit') throw new Refused(refuse('materialNotAsked'), 409);
      const items = await tx.find(
        ResubmissionItem,
        sql`where resubmission_id = ${open.id} order by position`,
      );
      for (const item of items) {
        const text = answers.get(item.id)?.trim();
        if (text === undefined || text === (item.answer ?? '')) continue;
        const said = text === '' ? null : text;
        const changes = { answer: said, answeredAt: said === null ? null : this.clock.now() };
        await tx.update(ResubmissionItem, changes, sql`id = ${item.id}`);
        await this.sealItem(tx, { ...item, ...changes }, 'material.answered', actorOf(viewer));
      }
    });
  }

  /** The lead is handed in again: the open request is answered by this revision. */
  async handedIn(tx: Tx, leadId: string, revisionId: string, actor: LedgerActor): Promise<void> {
    const open = await this.open(tx, leadId);
    if (open === null) return;
    const changes = {
      state: 'answered' as const,
      answeredAt: this.clock.now(),
      answeredRevisionId: revisionId,
    };
    await tx.update(Resubmission, changes, sql`id = ${open.id}`);
    await this.seal(tx, { ...open, ...changes }, 'resubmission.answered', actor);
  }

  /** Something else was decided of the lead: nothing is asked for any more. */
  async supersede(tx: Tx, leadId: string, actor: LedgerActor): Promise<void> {
    const open = await this.open(tx, leadId);
    if (open === null) return;
    const changes = { state: 'superseded' as const };
    await tx.update(Resubmission, changes, sql`id = ${open.id}`);
    await this.seal(tx, { ...open, ...changes }, 'resubmission.superseded', actor);
  }

  private open(tx: Tx, leadId: string): Promise<Resubmission | null> {
    return tx.findOne(Resubmission, sql`where lead_id = ${leadId} and state = 'asked'${tx.forUpdate}`);
  }

  private async seal(tx: Tx, row: Resubmission, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { lead: row.leadId, round: row.roundNumber, time: row.timeNo };
    await this.ledger.seal(tx, 'resubmission', row.id, resubmissionSeal(row), { kind, actor, facts });
  }

  private async sealItem(tx: Tx, row: ResubmissionItem, kind: string, actor: LedgerActor): Promise<void> {
    const facts = { resubmission: row.resubmissionId, position: row.position };
    await this.ledger.seal(tx, 'material', row.id, resubmissionItemSeal(row), { kind, actor, facts });
  }
}
