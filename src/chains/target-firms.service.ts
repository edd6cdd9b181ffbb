import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { FirmState } from '../domain/chain/chain';
import type { FirmRow } from '../domain/chain/firm-rows';
import { normalisedName } from '../domain/lead/duplicates';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import type { LedgerActor } from '../ledger/ledger';
import { regionWords } from '../reference/regions';
import { ChainRecords } from './chain-records';
import { TargetFirm } from './chain.entity';

export interface FirmPlan {
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string;
  readonly segmentId: string | null;
  readonly note: string;
  readonly state: FirmState;
}

/** What an import would do, and did. */
export interface ImportCount {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

export const firmKey = (name: string): string => normalisedName(name, regionWords()).slice(0, 400);

/** Keeps the target firms of a chain, one at a time or a file in one act. Firms are dropped, never deleted. */
@Injectable()
export class TargetFirmsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly records: ChainRecords,
  ) {}

  /** @returns its id. @throws Refused 404; 422 'targetFirmTaken', 'targetFirmSegment' */
  add(actor: LedgerActor, chainId: string, given: FirmPlan): Promise<string> {
    const id = this.ids.next();
    return this.once(async (tx) => {
      await this.locked(tx, chainId);
      const row = await this.rowOf(tx, id, chainId, given);
      await tx.insert(TargetFirm, row);
      await this.records.note(tx, actor, chainId, { kind: 'firm.added', what: row.name, rows: [{ ...row }] });
      return id;
    });
  }

  /** @throws Refused 404; 422 'targetFirmTaken', 'targetFirmSegment' */
  change(actor: LedgerActor, chainId: string, id: string, given: FirmPlan): Promise<void> {
    return this.once(async (tx) => {
      await this.locked(tx, chainId);
      const known = await tx.findOne(TargetFirm, sql`where id = ${id} and chain_id = ${chainId}`);
      if (known === null) throw new Refused(refuse('notFound'), 404);
      const row = await this.rowOf(tx, id, chainId, given);
      await this.write(tx, row);
      await this.records.note(tx, actor, chainId, {
        kind: 'firm.changed',
        what: row.name,
        rows: [{ ...row }],
      });
    });
  }

  /**
   * Applies rows that were looked at, in one act. A firm is known by its code, else by its normalised name; one that
   * stands as the row says is left alone, so the same file twice changes nothing and writes no act.
   */
  apply(actor: LedgerActor, chainId: string, rows: readonly FirmRow[]): Promise<ImportCount> {
    return this.once(async (tx) => {
      await this.locked(tx, chainId);
      const segments = await tx.rows<{ id: string; name: string }>(
        sql`select id, name from chain_segment where chain_id = ${chainId}`,
      );
      const bySegment = new Map(segments.map(({ id, name }) => [name, id]));
      const firms = await tx.find(TargetFirm, sql`where chain_id = ${chainId}`);
      const byCode = new Map(firms.flatMap((firm) => (firm.uscc === null ? [] : [[firm.uscc, firm]])));
      const byName = new Map(firms.map((firm) => [firm.nameKey, firm]));
      const added: TargetFirm[] = [];
      const changed: TargetFirm[] = [];
      for (const row of rows) {
        const { segment, ...given } = row;
        const nameKey = firmKey(row.name);
        const known = byCode.get(row.uscc ?? '') ?? byName.get(nameKey);
        const next: TargetFirm = {
          ...given,
          id: known?.id ?? this.ids.next(),
          chainId,
          nameKey,
          uscc: row.uscc ?? known?.uscc ?? null,
          segmentId: bySegment.get(segment) ?? null,
          updatedAt: this.clock.now(),
        };
        if (known === undefined) added.push(next);
        else if (!isSame(known, next)) changed.push(next);
      }
      await tx.insert(TargetFirm, added);
      for (const row of changed) await this.write(tx, row);
      const count = { added: added.length, changed: changed.length };
      const touched = [...added, ...changed];
      const what = `${count.added},${count.changed}`;
      const kept = touched.map((row) => ({ ...row }));
      if (touched.length > 0)
        await this.records.note(tx, actor, chainId, { kind: 'firms.imported', what, rows: kept });
      return { ...count, same: rows.length - touched.length };
    });
  }

  private async write(tx: Tx, row: TargetFirm): Promise<void> {
    await tx.run(sql`update target_firm set name = ${row.name}, name_key = ${row.nameKey}, uscc = ${row.uscc},
      region = ${row.region}, note = ${row.note}, state = ${row.state}, segment_id = ${row.segmentId},
      updated_at = ${row.updatedAt} where id = ${row.id}`);
  }

  private async rowOf(tx: Tx, id: string, chainId: string, given: FirmPlan): Promise<TargetFirm> {
    const { segmentId } = given;
    const known =
      segmentId === null ||
      (await tx.one(sql`select id from chain_segment where id = ${segmentId} and chain_id = ${chainId}`)) !==
        null;
    insist(known ? null : refuse('targetFirmSegment'), 422);
    const nameKey = firmKey(given.name);
    insist(nameKey === '' ? refuse('targetFirmName') : null, 422);
    const { name, uscc, region, note, state } = given;
    return { id, chainId, segmentId, name, nameKey, uscc, region, note, state, updatedAt: this.clock.now() };
  }

  private async locked(tx: Tx, chainId: string): Promise<void> {
    const chain = await tx.one(sql`select id from chain where id = ${chainId}${tx.forUpdate}`);
    if (chain === null) throw new Refused(refuse('notFound'), 404);
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.work.run(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('targetFirmTaken'), 422);
      throw error;
    }
  }
}

function isSame(known: TargetFirm, next: TargetFirm): boolean {
  const told = ({ name, uscc, region, note, state, segmentId }: TargetFirm): string =>
    JSON.stringify([name, uscc, region, note, state, segmentId]);
  return told(known) === told(next);
}
