import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { veilOver } from '../domain/lead/veil';
import type { Lead } from './lead.entity';

type Names = Pick<Lead, 'id' | 'investorName' | 'investorKey' | 'parentKey' | 'uscc'>;

/** Where a name stood. */
const VEILED = '＊＊';

/** Knows who invests wherever they read of a lead. */
export const isInsider = (viewer: Viewer): boolean =>
  holds(viewer, 'secretariat', 'inspector', 'leadingGroup');

/** Titles for readers who may not know who invests in a restricted lead. */
@Injectable()
export class LeadTitlesQueries {
  /** The same rows, with a word in place of the investor wherever a restricted lead's title names one; one statement. */
  async outside<Row extends { readonly leadId: string; readonly title: string }>(
    source: Source,
    rows: readonly Row[],
  ): Promise<Row[]> {
    if (rows.length === 0) return [];
    const names = await source.rows<Names>(
      sql`select id, investor_name as "investorName", investor_key as "investorKey", parent_key as "parentKey", uscc
          from lead where restricted = 1 and id in ${sql.list([...new Set(rows.map(({ leadId }) => leadId))])}`,
    );
    const veils = new Map(
      names.map(({ id, investorName, investorKey, parentKey, uscc }) => [
        id,
        veilOver([investorName, investorKey, parentKey, uscc], VEILED),
      ]),
    );
    return rows.map((row) => ({ ...row, title: veils.get(row.leadId)?.(row.title) ?? row.title }));
  }
}
