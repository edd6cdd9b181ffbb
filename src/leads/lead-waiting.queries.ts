import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Track } from '../domain/lead/dictionaries';
import { holds, type Viewer } from '../domain/access/viewer';
import type { LeadState } from '../domain/lead/states';
import { veilOver } from '../domain/lead/veil';
import { notKeptFrom } from './lead-interests.queries';
import type { Lead } from './lead.entity';

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

type Names = Pick<Lead, 'restricted' | 'investorName' | 'investorKey' | 'parentKey' | 'uscc'>;

const most = 50;

/** Roles that know who invests wherever they read of a lead. */
const INSIDERS = ['secretariat', 'inspector', 'leadingGroup'] as const;
/** Where a name stood. */
const VEILED = '＊＊';

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

  /** For a host's people: accepted leads meant for it that it has said nothing about. */
  forHost(viewer: Viewer): Promise<WaitingLead[]> {
    return this.select(
      sql`lead.tab = 'queued' and exists (select 1 from lead_host join host on host.id = lead_host.host_id
          where lead_host.lead_id = lead.id and host.unit_id = ${viewer.unitId}
            and not exists (select 1 from host_statement said where said.lead_id = lead.id
              and said.host_id = host.id)) and ${notKeptFrom(viewer)}`,
    );
  }

  /** For a support department: accepted leads that none of its people has answered yet. */
  forSupporter(viewer: Viewer): Promise<WaitingLead[]> {
    return this.select(
      sql`lead.tab = 'queued' and not exists (select 1 from element_answer said
          join person on person.id = said.by_id
          where said.lead_id = lead.id and person.unit_id = ${viewer.unitId}) and ${notKeptFrom(viewer)}`,
      viewer,
    );
  }

  /** `outsider`: titles of restricted leads are told without who invests. */
  private async select(condition: Sql, outsider: Viewer | null = null): Promise<WaitingLead[]> {
    const rows = await this.reader.rows<WaitingLead & Names>(
      sql`select lead.id, lead.number, lead.title, lead.state, lead.track,
            lead.total_investment as "totalInvestment", unit.name as "unitName",
            host.name as "firstHostName", lead.state_at as since, lead.restricted,
            lead.investor_name as "investorName", lead.investor_key as "investorKey",
            lead.parent_key as "parentKey", lead.uscc
  private select(condition: Sql): Promise<WaitingLead[]> {
    return this.reader.rows<WaitingLead>(
      sql`select lead.id, lead.number, lead.title, lead.state, unit.name as "unitName",
            host.name as "firstHostName", lead.state_at as since
          from lead join unit on unit.id = lead.scout_unit_id left join host on host.id = lead.first_host_id
          where ${condition} order by lead.state_at, lead.id limit ${most}`,
    );
    return rows.map(({ restricted, investorName, investorKey, parentKey, uscc, ...row }) => {
      const hidden = outsider !== null && restricted === 1 && !holds(outsider, ...INSIDERS);
      const names = hidden ? [investorName, investorKey, parentKey, uscc] : [];
      return { ...row, title: veilOver(names, VEILED)(row.title) };
    });
  }
}
