import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { LeadState } from '../domain/lead/states';
import type { RoundState } from '../domain/round/round-moves';
import type { PanelKind } from '../domain/rubric/panel-kind';
import type { Instant } from '../domain/shared/instant';
import { overdueAtIntake, type LeadsOverdue } from '../leads/lead-overdue.queries';
import { mostOnDesk } from './desk.queries';
import { lastHandover } from '../rounds/seat-voters.queries';

/** A lead that is with its scout for completion. */
export interface LeadSentBack {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: LeadState;
  readonly unitName: string;
  readonly since: Instant;
}

/** A lead that could be put to a panel. */
export interface LeadQueued {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly hostName: string | null;
  readonly since: Instant;
}

/** A round that is not over. Of ballots there is nothing here; `unruled` counts only once it is closed. */
export interface DeskRound {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: RoundState;
  readonly deadlineAt: Instant;
  readonly closedAt: Instant | null;
  readonly items: number;
  readonly unruled: number;
}

/** Of an open round, how many seats of a kind owe nothing any more. */
export interface KindTurnout {
  readonly roundId: string;
  readonly kind: PanelKind;
  readonly seats: number;
  readonly done: number;
}

export interface OfficeCounts {
  readonly intake: number;
  readonly overdue: number;
  readonly queued: number;
  readonly projects: number;
  readonly withoutFiveOnes: number;
  readonly failedMails: number;
}

/** Counting stops here, so that a desk costs the same in a city with a hundred thousand leads. */
export const countedTo = 999;

/** What waits for the people who run the office. One statement for each list. */
@Injectable()
export class OfficeDeskQueries {
  constructor(private readonly reader: Reader) {}

  async counts(overdue: LeadsOverdue): Promise<OfficeCounts> {
    const parts: [keyof OfficeCounts, Sql][] = [
      ['intake', sql`lead where tab = 'submitted'`],
      ['overdue', sql`lead where ${overdueAtIntake(overdue)}`],
      ['queued', sql`lead where tab = 'queued'`],
      ['projects', sql`project where stage <> 'exited'`],
      ['withoutFiveOnes', sql`project where five_ones_completed_at is null and stage <> 'exited'`],
      ['failedMails', sql`outbox_mail where state = 'failed'`],
    ];
    const rows = await this.reader.rows<{ name: keyof OfficeCounts; n: number | string }>(
      sql.join(
        parts.map(
          ([name, rest]) =>
            sql`select ${name} as name, count(*) as n from (select 1 from ${rest} limit ${countedTo}) as counted`,
        ),
        ' union all ',
      ),
    );
    const counts = { intake: 0, overdue: 0, queued: 0, projects: 0, withoutFiveOnes: 0, failedMails: 0 };
    for (const { name, n } of rows) counts[name] = Number(n);
    return counts;
  }

  /** Leads that wait for their scouts, the longest first. */
  sentBack(): Promise<LeadSentBack[]> {
    return this.reader.rows<LeadSentBack>(
      sql`select lead.id, lead.number, lead.title, lead.state, unit.name as "unitName", lead.state_at as since
          from lead join unit on unit.id = lead.scout_unit_id
          where lead.tab in ('returned', 'discussing') and lead.state in ('returned', 'resubmit') order by lead.state_at, lead.id limit ${mostOnDesk}`,
    );
  }

  /** Leads that have waited longest for a round. */
  queued(): Promise<LeadQueued[]> {
    return this.reader.rows<LeadQueued>(
      sql`select lead.id, lead.number, lead.title, host.name as "hostName", lead.state_at as since
          from lead left join host on host.id = lead.first_host_id
          where lead.tab = 'queued' order by lead.state_at, lead.id limit 5`,
    );
  }

  /** Rounds that are being planned, voted on, or closed and not announced. */
  async rounds(): Promise<DeskRound[]> {
    const rows = await this.reader.rows<
      Omit<DeskRound, 'items' | 'unruled'> & Record<'items' | 'unruled', number | string>
    >(
      sql`select round.id, round.number, round.title, round.state, round.deadline_at as "deadlineAt",
            round.closed_at as "closedAt",
            (select count(*) from round_item where round_item.round_id = round.id) as items,
            (select count(*) from outcome where outcome.round_id = round.id and round.state = 'closed'
              and outcome.computed = 'borderline' and outcome.ruling is null) as unruled
          from round where round.state in ('planned', 'open', 'locked', 'closed')
          order by round.deadline_at, round.id limit ${mostOnDesk}`,
    );
    return rows.map((row) => ({ ...row, items: Number(row.items), unruled: Number(row.unruled) }));
  }

  /** Who has cast, by kind of seat, for rounds that are open. */
  async turnout(roundIds: readonly string[]): Promise<KindTurnout[]> {
    const rows = await this.reader.rows<
      Pick<KindTurnout, 'roundId' | 'kind'> & Record<'seats' | 'done', number | string>
    >(
      sql`select round_seat.round_id as "roundId", round_seat.kind, count(*) as seats,
            sum(case when exists (select 1 from turnout where turnout.round_seat_id = round_seat.id
              and turnout.state = 'waiting') then 0 else 1 end) as done
          from round_seat where round_seat.round_id in ${sql.list(roundIds)}
          group by round_seat.round_id, round_seat.kind`,
    );
    return rows.map((row) => ({ ...row, seats: Number(row.seats), done: Number(row.done) }));
  }

  /** Units of seats that still owe a ballot with whoever votes for them, in the order of the roll. */
  silent(roundIds: readonly string[]): Promise<{ roundId: string; unitName: string; holderName: string }[]> {
    return this.reader.rows(
      sql`select round_seat.round_id as "roundId", round_seat.unit_name as "unitName",
            coalesce(handed.to_name, round_seat.holder_name) as "holderName"
          from round_seat ${lastHandover}
          where round_seat.round_id in ${sql.list(roundIds)}
            and exists (select 1 from turnout where turnout.round_seat_id = round_seat.id and turnout.state = 'waiting')
          order by round_seat.position limit 200`,
    );
  }

  /** The latest mails that could not be delivered. */
  failedMails(): Promise<{ id: string; toName: string; subject: string; lastError: string | null }[]> {
    return this.reader.rows(
      sql`select id, to_name as "toName", subject, last_error as "lastError" from outbox_mail
          where state = 'failed' order by id desc limit 5`,
    );
  }

  /** How many people there are, how many are disabled, and how many never signed in. */
  async people(): Promise<{ all: number; disabled: number; strangers: number }> {
    const row = await this.reader.one<Record<'all' | 'disabled' | 'strangers', number | string>>(
      sql`select count(*) as "all", sum(case when disabled_at is null then 0 else 1 end) as disabled,
            sum(case when disabled_at is null and not exists (select 1 from session
              where session.person_id = person.id) then 1 else 0 end) as strangers
          from person`,
    );
    return {
      all: Number(row?.all ?? 0),
      disabled: Number(row?.disabled ?? 0),
      strangers: Number(row?.strangers ?? 0),
    };
  }
}
