import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { ProjectState } from '../domain/cage/stages';
import type { LeadState } from '../domain/lead/states';
import type { Instant } from '../domain/shared/instant';
import type { Decided } from '../results/outcome.entity';
import { lastHandover } from '../rounds/seat-voters.queries';

/** A lead on its way, as its scout follows it. */
export interface LeadUnderway {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: LeadState;
  readonly since: Instant;
  readonly acceptedAt: Instant | null;
}

/** A letter that has been released to its scout. */
export interface LetterReceived {
  readonly id: string;
  readonly number: string;
  readonly leadTitle: string;
  readonly decided: Decided | null;
  readonly releasedAt: Instant;
}

/** A project as a desk lists it; `filled` of its five slots are filled. */
export interface DeskProject {
  readonly id: string;
  readonly cageNo: string;
  readonly title: string;
  readonly stage: ProjectState;
  readonly hostName: string | null;
  readonly fiveOnesDueAt: Instant;
  readonly filled: number;
  readonly complete: boolean;
}

/** An open round in which a person holds a seat, and how far that seat is. */
export interface OwnSeat {
  readonly roundSeatId: string;
  readonly number: string;
  readonly title: string;
  readonly deadlineAt: Instant;
  readonly unitName: string;
  readonly items: number;
  readonly done: number;
}

/** Rows of each list on a desk. */
export const mostOnDesk = 20;

/** What waits for one person. Every list is short and costs one statement, however many rows it has. */
@Injectable()
export class DeskQueries {
  constructor(private readonly reader: Reader) {}

  /** A scout's reported leads that have no answer yet, and those answered with a delay. */
  underway(viewer: Viewer): Promise<LeadUnderway[]> {
    return this.reader.rows<LeadUnderway>(
      sql`select id, number, title, state, state_at as since, accepted_at as "acceptedAt" from lead
          where scout_id = ${viewer.personId} and state in ('submitted', 'queued', 'inReview', 'consulting', 'deferred')
          order by state_at desc, id desc limit ${mostOnDesk}`,
    );
  }

  /** Why leads came back, by lead: the reason of the last act that sent each back. */
  async reasons(leadIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader.rows<{ leadId: string; reason: string | null }>(
      sql`select lead_id as "leadId", reason from lead_act
          where lead_id in ${sql.list(leadIds)} and to_state in ('returned', 'resubmit') order by position`,
    );
    return new Map(rows.map(({ leadId, reason }) => [leadId, reason ?? '']));
  }

  /** The latest letters to a scout. */
  letters(viewer: Viewer): Promise<LetterReceived[]> {
    return this.reader.rows<LetterReceived>(
      sql`select letter.id, letter.number, lead.title as "leadTitle", outcome.decided, letter.released_at as "releasedAt"
          from letter join lead on lead.id = letter.lead_id join outcome on outcome.id = letter.outcome_id
          where letter.scout_id = ${viewer.personId} and letter.released_at is not null
          order by letter.released_at desc, letter.id desc limit 5`,
    );
  }

  /** Projects that a host's unit has taken. */
  ofHost(viewer: Viewer): Promise<DeskProject[]> {
    return this.projects(sql`host.unit_id = ${viewer.unitId} and project.stage <> 'exited'`);
  }

  /** Projects under a leader's care. */
  ofSponsor(viewer: Viewer): Promise<DeskProject[]> {
    return this.projects(sql`project.sponsor_id = ${viewer.personId} and project.stage <> 'exited'`);
  }

  /** Projects whose five ones are not complete, those due first before the others. */
  withoutFiveOnes(): Promise<DeskProject[]> {
    return this.projects(sql`project.five_ones_completed_at is null and project.stage <> 'exited'`);
  }

  /** Open rounds in which a person votes for a seat: as its holder, or because it was handed over to them. */
  async seats(viewer: Viewer): Promise<OwnSeat[]> {
    const rows = await this.reader.rows<
      Record<'items' | 'done', number | string> & Omit<OwnSeat, 'items' | 'done'>
    >(
      sql`select round_seat.id as "roundSeatId", round.number, round.title, round.deadline_at as "deadlineAt",
            round_seat.unit_name as "unitName", count(turnout.item_id) as items,
            sum(case when turnout.state = 'waiting' then 0 else 1 end) as done
          from round_seat join round on round.id = round_seat.round_id and round.state = 'open'
            join turnout on turnout.round_seat_id = round_seat.id
            ${lastHandover}
          where coalesce(handed.to_id, round_seat.holder_id) = ${viewer.personId}
          group by round_seat.id, round.number, round.title, round.deadline_at, round_seat.unit_name
          order by round.deadline_at, round_seat.id limit ${mostOnDesk}`,
    );
    return rows.map((row) => ({ ...row, items: Number(row.items), done: Number(row.done) }));
  }

  private async projects(condition: Sql): Promise<DeskProject[]> {
    const rows = await this.reader.rows<
      Omit<DeskProject, 'filled' | 'complete'> & { filled: number | string; completedAt: Instant | null }
    >(
      sql`select project.id, project.cage_no as "cageNo", project.title, project.stage, host.name as "hostName",
            project.five_ones_due_at as "fiveOnesDueAt", project.five_ones_completed_at as "completedAt",
            (select count(*) from five_ones_slot where five_ones_slot.project_id = project.id) as filled
          from project left join host on host.id = project.host_id where ${condition}
          order by case when project.five_ones_completed_at is null then 0 else 1 end, project.five_ones_due_at,
            project.cage_no limit ${mostOnDesk}`,
    );
    return rows.map(({ completedAt, filled, ...row }) => ({
      ...row,
      filled: Number(filled),
      complete: completedAt !== null,
    }));
  }
}
