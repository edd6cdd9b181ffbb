import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { IS_WANTED, WANTED_LEADS } from './target-marks.queries';

/**
 * Keeps at each lead whether the city has been looking for it, so that lists read that from an index. To be called
 * with the turn at the ledger taken, where there is one: a firm that is entered and its lead that is handed in at the
 * same moment then see each other.
 */
@Injectable()
export class WantedMarksService {
  /** After the chains have changed: two statements, which touch the leads alone whose mark changes. */
  async renewAll(tx: Tx): Promise<void> {
    await tx.run(sql`update lead set wanted = 0 where wanted = 1 and id not in ${WANTED_LEADS}`);
    await tx.run(sql`update lead set wanted = 1 where wanted = 0 and id in ${WANTED_LEADS}`);
  }

  /** After a lead has changed. */
  renew(tx: Tx, leadId: string): Promise<void> {
    return tx.post(sql`update lead set wanted = ${IS_WANTED} where id = ${leadId}`);
  }
}

export const wantedMarksFollowChains: ConsistencyCheck = {
  name: 'each lead is marked as looked for if and only if a target firm or a gap says so',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ id: string; wanted: number }>(
      sql`select lead.id, lead.wanted from lead where lead.wanted <> ${IS_WANTED}`,
    );
    return rows.map(
      ({ id, wanted }) => `lead ${id} is marked as ${wanted === 1 ? '' : 'not '}looked for, wrongly`,
    );
  },
};
