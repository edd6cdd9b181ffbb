import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** What must always be true of voting links beside their seals. */
export const votingLinkChecks: readonly ConsistencyCheck[] = [
  {
    name: 'a voting link is used, and asked for a code, by the seat and person it was mailed to',
    async run(source) {
      const rows = await source.rows<{ id: string }>(
        sql`select device.id from link_device device join mailed_link link on link.id = device.link_id
            where link.purpose <> 'ballot' or link.used_at is null or link.round_seat_id <> device.round_seat_id
              or link.person_id <> device.person_id
            union all
            select step.id from link_step step join mailed_link link on link.id = step.link_id
            where link.purpose <> 'ballot' or (step.used_at is not null and (step.tries = 0
              or step.used_at >= step.expires_at or link.used_at is null))`,
      );
      return rows.map(({ id }) => `linkDevice or linkStep ${id}: not as its link says`);
    },
  },
  {
    name: 'each device after the first has its entry in the ledger',
    async run(source) {
      const rows = await source.rows<{ id: string; position: number }>(
        sql`select id, position from link_device where position > 1 and not exists (select 1 from ledger_entry
              where kind = 'ballotLink.secondDevice' and subject_type = 'linkDevice' and subject_id = link_device.id)`,
      );
      return rows.map(({ id, position }) => `linkDevice ${id}: number ${position} was not entered`);
    },
  },
];
