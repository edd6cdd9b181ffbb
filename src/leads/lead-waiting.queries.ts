import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Track } from '../domain/lead/dictionaries';
import type { Viewer } from '../domain/access/viewer';
import type { LeadState } from '../domain/lead/states';

/** A lead that waits for somebody, as a desk lists it. */
export interface WaitingLead {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: LeadState;
  readonly unitName: string;
  readonly firstHostName: string | null;
  readonly track: Track | null;
  readonly totalInvestment: number | null;
  /** Since when it has waited. */
  readonly since: string;
}

const most = 50;

/** What waits for whom: each list is short, oldest first. */
@Injectable()
export class LeadWaitingQueries {
  constructor(private readonly reader: Reader) {}

  /** For the secretariat: submitted and not decided upon. */
  forIntake(): Promise<WaitingLead[]> {
    return this.select(sql`lead.tab = 'submitted' and lead.submitted_at is not null`);
  }

  /** For a scout: drafts and leads that came back. */
  forScout(viewer: Viewer): Promise<WaitingLead[]> {
    return this.select(
      sql`lead.scout_id = ${viewer.personId} and lead.state in ('draft', 'returned', 'resubmit')`,
    );
  }

  private select(condition: Sql): Promise<WaitingLead[]> {
    return this.reader.rows<WaitingLead>(
      sql`select lead.id, lead.number, lead.title, lead.state, lead.track,
            lead.total_investment as "totalInvestment", unit.name as "unitName",
            host.name as "firstHostName", lead.state_at as since
          from lead join unit on unit.id = lead.scout_unit_id left join host on host.id = lead.first_host_id
          where ${condition} order by lead.state_at, lead.id limit ${most}`,
    );
  }
}
