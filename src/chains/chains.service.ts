import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Place, Standing } from '../domain/chain/chain';
import { insist, Refused, refuse, type Refusal } from '../domain/shared/refusal';
import type { LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { ChainLeadsService } from './chain-leads.service';
import { Chain, ChainSegment } from './chain.entity';
import { ChainRecords } from './chain-records';

export interface ChainPlan {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly year: number;
  readonly standing: Standing;
  readonly keeperId: string | null;
}

export interface SegmentPlan {
  readonly name: string;
  readonly place: Place;
  readonly position: number;
  readonly words: string;
  readonly isGap: boolean;
  readonly wanted: string;
}

/** Keeps the key chains and their segments. Every change is an act of the chain's history. */
@Injectable()
export class ChainsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: PeopleQueries,
    private readonly records: ChainRecords,
    private readonly leads: ChainLeadsService,
  ) {}

  /** Enters a chain. @returns its id. @throws Refused 422 'chainCodeTaken', 'chainKeeperUnknown' */
  add(actor: LedgerActor, given: ChainPlan & { readonly code: string }): Promise<string> {
    const id = this.ids.next();
    return this.once(refuse('chainCodeTaken', { code: given.code }), async (tx) => {
      await this.checkKeeper(tx, given.keeperId);
      const last = await tx.one<{ position: number }>(
        sql`select position from chain order by position desc limit 1`,
      );
      const { code } = given;
      const row: Chain = { ...this.chainOf(given), id, code, position: (last?.position ?? 0) + 1 };
      await tx.insert(Chain, row);
      await this.records.note(tx, actor, id, { kind: 'chain.added', what: row.nameZh, rows: [{ ...row }] });
      return id;
    });
  }

  /** @throws Refused 404, 422 'chainKeeperUnknown' */
  change(actor: LedgerActor, id: string, given: ChainPlan): Promise<void> {
    return this.work.run(async (tx) => {
      const before = await this.locked(tx, id);
      await this.checkKeeper(tx, given.keeperId);
      const row: Chain = { ...before, ...this.chainOf(given) };
      await tx.run(sql`update chain set name_zh = ${row.nameZh}, name_en = ${row.nameEn}, year = ${row.year},
        standing = ${row.standing}, keeper_id = ${row.keeperId}, updated_at = ${row.updatedAt} where id = ${id}`);
      await this.records.note(tx, actor, id, { kind: 'chain.changed', what: row.nameZh, rows: [{ ...row }] });
    });
  }

  /** @returns the id of the segment. @throws Refused 404, 422 'segmentNameTaken' */
  addSegment(actor: LedgerActor, chainId: string, given: SegmentPlan): Promise<string> {
    const id = this.ids.next();
    return this.once(refuse('segmentNameTaken', { name: given.name }), async (tx) => {
      await this.locked(tx, chainId);
      const row = segmentOf(id, chainId, given);
      await tx.insert(ChainSegment, row);
      await this.leads.relink(tx, row);
      const act = { kind: 'segment.added', what: row.name, rows: [{ ...row }] } as const;
      await this.records.note(tx, actor, chainId, act);
      return id;
    });
  }

  /** @throws Refused 404, 422 'segmentNameTaken' */
  changeSegment(actor: LedgerActor, chainId: string, id: string, given: SegmentPlan): Promise<void> {
    return this.once(refuse('segmentNameTaken', { name: given.name }), async (tx) => {
      await this.locked(tx, chainId);
      const row = segmentOf(id, chainId, given);
      const { place, position, name, words, isGap, wanted } = row;
      const changes = { place, position, name, words, isGap, wanted };
      if ((await tx.update(ChainSegment, changes, sql`id = ${id} and chain_id = ${chainId}`)) === 0)
        throw new Refused(refuse('notFound'), 404);
      await this.leads.relink(tx, row);
      const act = { kind: 'segment.changed', what: name, rows: [{ ...row }] } as const;
      await this.records.note(tx, actor, chainId, act);
    });
  }

  /** @throws Refused 404; 409 'segmentHasFirms' while target firms stand in it */
  removeSegment(actor: LedgerActor, chainId: string, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.locked(tx, chainId);
      const row = await tx.findOne(ChainSegment, sql`where id = ${id} and chain_id = ${chainId}`);
      if (row === null) throw new Refused(refuse('notFound'), 404);
      const firm = await tx.one(sql`select id from target_firm where segment_id = ${id} limit 1`);
      insist(firm === null ? null : refuse('segmentHasFirms'));
      await tx.run(sql`delete from chain_lead_segment where segment_id = ${id}`);
      await tx.run(sql`delete from chain_segment where id = ${id}`);
      const act = { kind: 'segment.dropped', what: row.name, rows: [{ id }] } as const;
      await this.records.note(tx, actor, chainId, act);
    });
  }

  private async locked(tx: Tx, id: string): Promise<Chain> {
    const chain = await tx.findOne(Chain, sql`where id = ${id}${tx.forUpdate}`);
    if (chain === null) throw new Refused(refuse('notFound'), 404);
    return chain;
  }

  private async once<T>(taken: Refusal, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.work.run(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(taken, 422);
      throw error;
    }
  }

  private async checkKeeper(tx: Tx, keeperId: string | null): Promise<void> {
    const keeper = keeperId === null ? null : await this.people.byId(keeperId, tx);
    const known = keeperId === null || (keeper !== null && keeper.disabledAt === null);
    insist(known ? null : refuse('chainKeeperUnknown'), 422);
  }

  private chainOf(given: ChainPlan): Omit<Chain, 'id' | 'code' | 'position'> {
    const { nameZh, nameEn, year, standing, keeperId } = given;
    return { nameZh, nameEn, year, standing, keeperId, updatedAt: this.clock.now() };
  }
}

function segmentOf(id: string, chainId: string, given: SegmentPlan): ChainSegment {
  const { place, position, name, words, isGap, wanted } = given;
  return { id, chainId, place, position, name, words, isGap: isGap ? 1 : 0, wanted };
}
