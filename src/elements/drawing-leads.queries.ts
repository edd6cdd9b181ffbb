import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import {
  drawsOf,
  hostThatWouldGive,
  type AnsweredElement,
  type AskedHost,
} from '../domain/elements/element-ledger';
import type { LeadContent } from '../domain/lead/lead-content';
import type { LeadState } from '../domain/lead/states';
import { groupBy } from '../domain/shared/grouped';
import type { ProfiledHost } from '../hosts/host-profiles.queries';
import type { DrawingLead } from './element-accounts';
import { LeadExits } from './lead-exits.service';

/** Admitted leads have their share; the others would have it if they were admitted. Whoever left has none. */
const DRAWING: readonly LeadState[] = [
  'admitted',
  'queued',
  'inReview',
  'consulting',
  'resubmit',
  'deferred',
];

interface LeadRow {
  leadId: string;
  number: string | null;
  title: string;
  state: LeadState;
  content: string;
}

/** Which leads draw on hosts, and what each of them draws. */
@Injectable()
export class DrawingLeadsQueries {
  constructor(private readonly exits: LeadExits) {}

  /**
   * Those that a condition on `lead` names, admitted ones first, in four statements however many there are. A lead that
   * its scout is completing draws what it said when it was last handed in.
   */
  async those(source: Source, condition: Sql, hosts: readonly ProfiledHost[]): Promise<DrawingLead[]> {
    const these = sql`${drawing} and (${condition})`;
    const rows = await source.rows<LeadRow>(
      sql`select lead.id as "leadId", lead.number, lead.title, lead.state,
            coalesce(sent.content, lead.content) as content
          from lead left join lead_revision sent
            on lead.state = 'resubmit' and sent.lead_id = lead.id and sent.number = lead.revision
          where ${these}
          order by case lead.state when 'admitted' then 0 else 1 end, lead.submitted_at, lead.id`,
    );
    const gone = await this.exits.of(
      source,
      rows.filter(({ state }) => state === 'admitted').map(({ leadId }) => leadId),
    );
    const asked = groupBy(await this.asked(source, these), ({ leadId }) => leadId);
    const answers = groupBy(await this.answers(source, these), ({ leadId }) => leadId);
    const settled = new Map(hosts.map(({ id, stated }) => [id, new Set(stated?.profile.settledLeads ?? [])]));
    return rows
      .filter(({ leadId }) => !gone.has(leadId))
      .map(({ content, ...row }) => {
        const own = asked.get(row.leadId) ?? [];
        const hostId = hostThatWouldGive(own);
        return {
          ...row,
          number: row.number ?? '',
          hostId,
          isAccepted: own.some((one) => one.hostId === hostId && one.verdict !== null),
          draws: drawsOf(JSON.parse(content) as LeadContent, answers.get(row.leadId) ?? []),
          isSettled: settled.get(hostId ?? '')?.has(row.number ?? '') ?? false,
          isHidden: false,
        };
      });
  }

  /** Ids of leads that draw, in their order from after one on. */
  async idsAfter(source: Source, leadId: string, most: number): Promise<string[]> {
    const rows = await source.rows<{ id: string }>(
      sql`select lead.id from lead where lead.id > ${leadId} and ${drawing} order by lead.id limit ${most}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Who was asked, in the order of choice, with the newest word of each. */
  private asked(source: Source, these: Sql): Promise<(AskedHost & { leadId: string })[]> {
    return source.rows(
      sql`select lead_host.lead_id as "leadId", lead_host.host_id as "hostId", said.verdict
          from lead_host left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id in (select lead.id from lead where ${these})
          order by lead_host.lead_id, lead_host.position`,
    );
  }

  /** The newest answer on each element first. */
  private answers(source: Source, these: Sql): Promise<(AnsweredElement & { leadId: string })[]> {
    return source.rows(
      sql`select lead_id as "leadId", element, verdict, quantity, unit from element_answer
          where lead_id in (select lead.id from lead where ${these}) order by at desc, id desc`,
    );
  }
}

const drawing = sql`lead.state in ${sql.list([...DRAWING])}`;
