import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** The catalogue points at the newest version of each policy, and no version is missing before it. */
export const policiesPointAtNewest: ConsistencyCheck = {
  name: 'each published policy holds by its newest version, counted without a gap',
  async run(source) {
    const rows = await source.rows<{
      id: string;
      version: number;
      newest: number | string;
      n: number | string;
    }>(
      sql`select policy.id, policy.version, coalesce(max(said.version), 0) as newest, count(said.id) as n
          from published_policy policy left join published_policy_version said on said.policy_id = policy.id
          group by policy.id, policy.version`,
    );
    return rows
      .filter(({ version, newest, n }) => Number(newest) !== version || Number(n) !== version)
      .map(
        ({ id, version, newest, n }) =>
          `policy ${id}: holds by ${version}, has ${n} versions up to ${newest}`,
      );
  },
};

/** An opinion is about a revision that was submitted. */
export const opinionsHaveTheirRevision: ConsistencyCheck = {
  name: 'each opinion on fair competition is on a submitted revision of its lead',
  async run(source) {
    const rows = await source.rows<{ id: string }>(
      sql`select opinion.id from fair_competition_opinion opinion where not exists (select 1 from lead_revision said
            where said.lead_id = opinion.lead_id and said.number = opinion.revision)`,
    );
    return rows.map(({ id }) => `opinion ${id}: its revision is missing`);
  },
};
