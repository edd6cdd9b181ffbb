import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';

/** The leads of these projects, in no order. */
export const leadsOfProjects = (source: Source, projectIds: readonly string[]): Promise<string[]> =>
  leadsWhere(source, sql`id in ${sql.list(projectIds)}`);

/** Those of these leads whose project has left the cage. */
export const leadsThatLeft = (source: Source, leadIds: readonly string[]): Promise<string[]> =>
  leadsWhere(source, sql`stage = 'exited' and lead_id in ${sql.list(leadIds)}`);

async function leadsWhere(source: Source, condition: Sql): Promise<string[]> {
  const rows = await source.rows<{ leadId: string }>(
    sql`select lead_id as "leadId" from project where ${condition}`,
  );
  return rows.map(({ leadId }) => leadId);
}
