import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

export const nobodyIsPostedTwice: ConsistencyCheck = {
  name: 'nobody is posted to two places on one day',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ id: string; other: string }>(
      sql`select one.id, other.id as other from posting one
          join posting other on other.person_id = one.person_id and other.from_day > one.from_day
          where one.until_day is null or one.until_day >= other.from_day order by one.id limit 50`,
    );
    return rows.map(({ id, other }) => `postings ${id} and ${other} of one person have days in common`);
  },
};
