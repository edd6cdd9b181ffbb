import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { MOST_IN_BATCH, type BatchAct } from '../domain/intake/batch';
import type { TransferTier } from '../domain/intake/transfer';
import { refuse, Refused } from '../domain/shared/refusal';
import { LeadIntakeService } from '../leads/lead-intake.service';
import { actorOf } from '../ledger/actor';
import { IntakeBatch, IntakeBatchItem } from './intake-batch.entity';
import { TransfersService } from './transfers.service';

export interface BatchWanted {
  readonly act: BatchAct;
  readonly leadIds: readonly string[];
  readonly reasons: readonly string[];
  readonly reason: string;
  readonly tier: TransferTier | null;
  readonly key: string;
}

/** Decides on several leads, on each by itself: what stands against one does not hold up the others. */
@Injectable()
export class IntakeBatchesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly intake: LeadIntakeService,
    private readonly transfers: TransfersService,
  ) {}

  /**
   * Writes down what is to be done, then does it. A second press with the same key goes to the first batch.
   * @returns the id of the batch
   * @throws Refused 422 'batchEmpty', 'batchTooLarge', 'batchLeadUnknown'
   */
  async start(viewer: Viewer, wanted: BatchWanted): Promise<string> {
    const id = await this.writeDown(viewer, wanted);
    await this.carryOn(viewer, id);
    return id;
  }

  /** Does what is still waiting, for instance after the server was stopped in the middle. @throws Refused 404 */
  async carryOn(viewer: Viewer, id: string): Promise<void> {
    const batch = await this.reader.findOne(IntakeBatch, sql`where id = ${id}`);
    if (!batch || batch.byId !== viewer.personId) throw new Refused(refuse('batchNotFound'), 404);
    const waiting = await this.reader.find(
      IntakeBatchItem,
      sql`where batch_id = ${id} and state = 'waiting' order by position`,
    );
    for (const item of waiting) await this.decide(viewer, batch, item);
  }

  private async writeDown(viewer: Viewer, wanted: BatchWanted): Promise<string> {
    const leadIds = [...new Set(wanted.leadIds)];
    if (leadIds.length === 0) throw new Refused(refuse('batchEmpty'), 422);
    if (leadIds.length > MOST_IN_BATCH)
      throw new Refused(refuse('batchTooLarge', { most: MOST_IN_BATCH }), 422);
    try {
      return await this.work.run(async (tx) => {
        const earlier = await tx.findOne(IntakeBatch, sql`where key = ${wanted.key}`);
        if (earlier) return earlier.id;
        const known = await tx.rows<{ id: string }>(
          sql`select id from lead where id in ${sql.list(leadIds)} and submitted_at is not null`,
        );
        if (known.length !== leadIds.length) throw new Refused(refuse('batchLeadUnknown'), 422);
        const batch: IntakeBatch = {
          id: this.ids.next(),
          act: wanted.act,
          reason: wanted.reason.trim(),
          reasons: wanted.reasons.join(','),
          tier: wanted.act === 'tier' ? wanted.tier : null,
          key: wanted.key,
          madeAt: this.clock.now(),
          byId: viewer.personId,
          byLabel: actorOf(viewer).label.slice(0, 140),
        };
        await tx.insert(IntakeBatch, batch);
        const item = { batchId: batch.id, state: 'waiting' as const, because: null, details: null, at: null };
        await tx.insert(
          IntakeBatchItem,
          leadIds.map((leadId, at) => ({ ...item, leadId, position: at + 1 })),
        );
        return batch.id;
      });
    } catch (error) {
      const first = sql`where key = ${wanted.key}`;
      const earlier = isUniqueViolation(error) ? await this.reader.findOne(IntakeBatch, first) : null;
      if (earlier) return earlier.id;
      throw error;
    }
  }

  /** The decision and the mark that it was taken are one unit: neither is ever without the other. */
  private async decide(
    viewer: Viewer,
    batch: IntakeBatch,
    { position, leadId }: IntakeBatchItem,
  ): Promise<void> {
    const at = this.clock.now();
    const own = sql`batch_id = ${batch.id} and position = ${position} and state = 'waiting'`;
    try {
      await this.work.run(async (tx) => {
        if ((await tx.update(IntakeBatchItem, { state: 'done', at }, own)) === 0) return;
        await this.act(viewer, batch, leadId);
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { because, details = {} } = error.refusal;
      const refused = { state: 'refused' as const, because, details: JSON.stringify(details), at };
      await this.work.run((tx) => tx.update(IntakeBatchItem, refused, own));
    }
  }

  private async act(
    viewer: Viewer,
    { act, reason, reasons, tier }: IntakeBatch,
    leadId: string,
  ): Promise<void> {
    if (act === 'tier')
      return this.transfers.propose(viewer, leadId, { kind: 'tier', tier: tier ?? 'county', reason });
    const codes = reasons === '' ? [] : reasons.split(',');
    await this.intake.decide(viewer, leadId, { verdict: act, reason, reasons: codes, mergeInto: '' });
  }
}
