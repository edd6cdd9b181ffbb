import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

const some = 50;

/** A scout is asked about one host at a time, and one tier holds. */
export const transfersDoNotCompete: ConsistencyCheck = {
  name: 'each lead has at most one host proposed that waits for its scout, and one tier that holds',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ leadId: string }>(
      sql`select lead_id as "leadId" from lead_transfer where state in ('asked', 'told')
          group by lead_id, kind having count(*) > 1 order by lead_id limit ${some}`,
    );
    return rows.map(({ leadId }) => `lead ${leadId} has two proposals of a kind that stand`);
  },
};

/** What a batch says it did, the lead's own record says too. */
export const batchesDidWhatTheySay: ConsistencyCheck = {
  name: 'each lead that a batch accepted or returned has the act of it, by the same person at the same time',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ batchId: string; leadId: string }>(
      sql`select item.batch_id as "batchId", item.lead_id as "leadId" from intake_batch_item item
          join intake_batch batch on batch.id = item.batch_id
          where item.state = 'done' and batch.act <> 'tier' and not exists (select 1 from lead_act act
            where act.lead_id = item.lead_id and act.move = batch.act and act.by_id = batch.by_id
              and act.at >= batch.made_at)
          order by item.batch_id, item.position limit ${some}`,
    );
    return rows.map(
      ({ batchId, leadId }) => `batch ${batchId} says that lead ${leadId} was decided, the lead does not`,
    );
  },
};
