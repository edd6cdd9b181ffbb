import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ReminderMark } from '../domain/round/reminders';
import type { Instant } from '../domain/shared/instant';
import type { Round } from './round.entity';

/** When a seat was reminded last, and whether by a person or by the rules. */
export interface LastReminder {
  readonly roundSeatId: string;
  readonly at: Instant;
  readonly times: number;
}

/** Reads who was reminded when. A mail that was taken back before it left reminded nobody. */
@Injectable()
export class RemindersQueries {
  /** When the seats of a round were last written to about the deadline it has now. */
  async since(source: Source, { id, openedAt, createdAt }: Round): Promise<Instant> {
    const row = await source.one<{ at: Instant | null }>(
      sql`select max(at) as at from round_act where round_id = ${id} and move in ('open', 'extend', 'reopen')`,
    );
    return row?.at ?? openedAt ?? createdAt;
  }

  /** Seats that still have to vote and have not had this reminder. */
  async unreminded(
    source: Source,
    { id, deadlineAt }: Round,
    { hoursBefore }: ReminderMark,
  ): Promise<Set<string>> {
    const rows = await source.rows<{ id: string }>(
      sql`select distinct turnout.round_seat_id as id from turnout
          where turnout.round_id = ${id} and turnout.state = 'waiting' and not exists (
            select 1 from reminder_sent join outbox_mail on outbox_mail.id = reminder_sent.mail_id
            where reminder_sent.round_seat_id = turnout.round_seat_id and reminder_sent.deadline_at = ${deadlineAt}
              and reminder_sent.hours_before = ${hoursBefore} and outbox_mail.state <> 'dropped')`,
    );
    return new Set(rows.map((row) => row.id));
  }

  /** By seat. */
  async last(source: Source, roundId: string): Promise<Map<string, LastReminder>> {
    const rows = await source.rows<LastReminder>(
      sql`select reminder_sent.round_seat_id as "roundSeatId", max(reminder_sent.queued_at) as at,
            cast(count(*) as integer) as times
          from reminder_sent join outbox_mail on outbox_mail.id = reminder_sent.mail_id
          where reminder_sent.round_id = ${roundId} and outbox_mail.state <> 'dropped'
          group by reminder_sent.round_seat_id`,
    );
    return new Map(rows.map((row) => [row.roundSeatId, row]));
  }
}
