import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** Versions of a profile are numbered without a gap: none was taken out and none slipped in between. */
export const profilesCountOn: ConsistencyCheck = {
  name: 'the versions of each host profile count on from 1 without a gap',
  async run(source) {
    const rows = await source.rows<{ hostId: string; newest: number | string; n: number | string }>(
      sql`select host_id as "hostId", max(version) as newest, count(*) as n from host_profile
          group by host_id having max(version) <> count(*) order by host_id`,
    );
    return rows.map(({ hostId, newest, n }) => `host ${hostId}: version ${newest}, but ${n} versions`);
  },
};
