import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { notKeptFrom } from '../leads/lead-interests.queries';
import { AdmissionCondition } from './condition.entity';

/** Something under way with a lead, due at a time. */
export interface FollowUpLine {
  readonly id: string;
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly roundNumber: string;
  readonly dueAt: Instant;
}

export type ConsultationLine = FollowUpLine & { readonly meetsAt: Instant | null };

/** A deferral that runs, with what its page shows. */
export type DeferredLead = FollowUpLine & { readonly deferredAt: Instant; readonly lapsed: boolean };

export type ConditionLine = AdmissionCondition & { readonly number: string; readonly title: string };

/** All that follows closings now, each list by what is due first. */
export interface FollowUpList {
  readonly consultations: readonly ConsultationLine[];
  readonly resubmissions: readonly FollowUpLine[];
  readonly deferrals: readonly DeferredLead[];
  readonly conditions: readonly ConditionLine[];
  readonly now: Instant;
}

const most = 100;

/** Reads what is under way after closings, over all leads. */
@Injectable()
export class FollowUpsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** Without the leads that an interest keeps from the viewer. */
  async list(viewer: Viewer): Promise<FollowUpList> {
    const open = notKeptFrom(viewer);
    const [consultations, resubmissions, deferrals, conditions] = await Promise.all([
      this.reader.rows<ConsultationLine>(
        sql`select consultation.id, lead.id as "leadId", lead.number, lead.title, round.number as "roundNumber",
              consultation.due_at as "dueAt", consultation.meets_at as "meetsAt"
            from consultation join lead on lead.id = consultation.lead_id
              join round on round.id = consultation.round_id
            where consultation.state = 'open' and lead.state = 'consulting' and ${open}
            order by consultation.due_at, consultation.id limit ${most}`,
      ),
      this.reader.rows<FollowUpLine>(
        sql`select resubmission.id, lead.id as "leadId", lead.number, lead.title,
              resubmission.round_number as "roundNumber", resubmission.due_at as "dueAt"
            from resubmission join lead on lead.id = resubmission.lead_id
            where resubmission.state = 'asked' and lead.state = 'resubmit' and ${open}
            order by resubmission.due_at, resubmission.id limit ${most}`,
      ),
      this.deferrals(open),
      this.reader.rows<ConditionLine>(
        sql`select wanted.id, wanted.lead_id as "leadId", wanted.wanted, wanted.owner_label as "ownerLabel",
              wanted.due_on as "dueOn", wanted.state, lead.number, lead.title
            from admission_condition wanted join lead on lead.id = wanted.lead_id
            where wanted.state in ('open', 'reported') and ${open} order by wanted.due_on, wanted.id limit ${most}`,
      ),
    ]);
    return { consultations, resubmissions, deferrals, conditions, now: this.clock.now() };
  }

  /** The running deferral of a lead. @throws Refused 404 */
  async deferral(leadId: string): Promise<DeferredLead> {
    const [row] = await this.deferrals(sql`lead.id = ${leadId}`);
    if (row === undefined) throw new Refused(refuse('notDeferred'), 404);
    return row;
  }

  private async deferrals(which: Sql): Promise<DeferredLead[]> {
    const rows = await this.reader.rows<Omit<DeferredLead, 'lapsed'>>(
      sql`select deferral.id, lead.id as "leadId", lead.number, lead.title, round.number as "roundNumber",
            deferral.lapses_at as "dueAt", deferral.deferred_at as "deferredAt"
          from deferral join lead on lead.id = deferral.lead_id join round on round.id = deferral.round_id
          where deferral.state = 'running' and lead.state = 'deferred' and ${which}
          order by deferral.lapses_at, deferral.id limit ${most}`,
    );
    const now = this.clock.now();
    return rows.map((row) => ({ ...row, lapsed: row.dueAt < now }));
  }
}
