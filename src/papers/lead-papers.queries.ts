import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { groupBy } from '../domain/shared/grouped';

/** How an attachment stands with the virus scanner; `never`: it was never asked about it. `altered`: not what was uploaded. */
export type PaperStanding = 'clean' | 'waiting' | 'infected' | 'never' | 'altered';

/** Papers of a kind that stand alike. */
export interface PaperCount {
  readonly leadId: string;
  readonly kind: string;
  readonly standing: PaperStanding;
  readonly n: number;
}

/** Reads what papers leads have and whether they can be given out. */
@Injectable()
export class LeadPapersQueries {
  constructor(private readonly reader: Reader) {}

  /** By lead, in one statement. */
  async counts(leadIds: readonly string[]): Promise<Map<string, PaperCount[]>> {
    if (leadIds.length === 0) return new Map();
    const rows = await this.reader.rows<Omit<PaperCount, 'n'> & { n: number | string }>(
      sql`select lead_id as "leadId", kind, standing, count(*) as n from (
            select lead_file.lead_id, lead_file.kind,
              case when file_alert.id is not null then 'altered' else coalesce(file_scan.state, 'never') end as standing
            from lead_file left join file_scan on file_scan.id = lead_file.file_id
              left join file_alert on file_alert.id = lead_file.file_id
            where lead_file.lead_id in ${sql.list(leadIds)}) as stood
          group by lead_id, kind, standing order by lead_id, kind, standing`,
    );
    return groupBy(
      rows.map(({ n, ...row }) => ({ ...row, n: Number(n) })),
      ({ leadId }) => leadId,
    );
  }
}
