import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

const some = 50;

/** The counts of a sheet are those of its rows, and a row that says that it was handed in is a submitted lead. */
export const importsAddUp: ConsistencyCheck = {
  name: 'each imported sheet has done what its rows say, and what it handed in was handed in',
  async run(source: Source): Promise<string[]> {
    const counts = await source.rows<{ id: string }>(
      sql`select lead_import.id from lead_import where done <>
            (select count(*) from lead_import_row where import_id = lead_import.id and outcome is not null)
          or (state = 'done' and done <> chosen) order by lead_import.id limit ${some}`,
    );
    const strange = await source.rows<{ id: string; position: number }>(
      sql`select lead_import.id, lead_import_row.position from lead_import_row
          join lead_import on lead_import.id = lead_import_row.import_id
          join lead on lead.id = lead_import_row.lead_id
          where lead_import_row.outcome = 'submitted' and lead.submitted_at is null limit ${some}`,
    );
    return [
      ...counts.map(({ id }) => `sheet ${id} counts other rows than it has`),
      ...strange.map(
        ({ id, position }) => `row ${position} of sheet ${id} says that it was handed in, but is not`,
      ),
    ];
  },
};
