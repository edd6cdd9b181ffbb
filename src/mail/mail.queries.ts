import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql, Sql } from '../database/sql';
import type { Instant } from '../domain/shared/instant';
import { MailBodies, MailBody } from './mail-body';
import { MailState, OutboxMail } from './outbox-mail.entity';

/** A mail as lists show it: nothing of what it says. */
export type MailHead = Omit<OutboxMail, 'bodySealed' | 'leaseOwner' | 'leaseUntil' | 'messageId'>;

export type MailCounts = Readonly<Record<MailState, number>>;

const head =
  sql.raw(`select id, kind, to_address as "toAddress", to_name as "toName", to_person_id as "toPersonId",
  round_id as "roundId", subject, state, attempts, next_at as "nextAt", last_error as "lastError",
  created_at as "createdAt", sent_at as "sentAt" from outbox_mail`);

/** Reading the outbox. Bodies are opened for the development mailbox only. */
@Injectable()
export class MailQueries {
  constructor(
    private readonly reader: Reader,
    private readonly bodies: MailBodies,
    private readonly config: Config,
  ) {}

  async counts(): Promise<MailCounts> {
    const rows = await this.reader.rows<{ state: MailState; count: number }>(
      sql`select state, cast(count(*) as integer) as count from outbox_mail group by state`,
    );
    const counts = { queued: 0, sending: 0, sent: 0, failed: 0, dropped: 0 };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** When the mail that has waited longest was queued, or null. */
  async oldestWaiting(): Promise<Instant | null> {
    const row = await this.reader.one<{ at: Instant | null }>(
      sql`select min(created_at) as at from outbox_mail where state in ('queued', 'sending')`,
    );
    return row?.at ?? null;
  }

  /** Mails that failed, or are waiting for another try; newest first. */
  async problems(page: number, size: number): Promise<{ mails: MailHead[]; total: number }> {
    return this.list(sql` where state = 'failed' or (state = 'queued' and attempts > 0)`, page, size);
  }

  /** The latest mail of a kind to each person, for "was the invitation delivered". */
  ofRound(roundId: string, kind: string): Promise<MailHead[]> {
    return this.reader.rows<MailHead>(
      sql`${head} where round_id = ${roundId} and kind = ${kind} order by id desc`,
    );
  }

  /** The development mailbox: every mail, newest first; `wanted` is a part of a recipient's name or address. */
  async mailbox(wanted: string, page: number, size: number): Promise<{ mails: MailHead[]; total: number }> {
    const part = `%${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const filter = sql` where (lower(to_address) like lower(${part}) escape '\\' or to_name like ${part} escape '\\')`;
    return this.list(wanted === '' ? sql.empty : filter, page, size);
  }

  /** One mail with what it says, where MAIL_URL is `mailbox:`; null elsewhere and for an unknown id. */
  async opened(id: string): Promise<{ mail: MailHead; body: MailBody | null } | null> {
    if (!this.config.usesMailbox) return null;
    const mail = await this.reader.findOne(OutboxMail, sql`where id = ${id}`);
    return mail && { mail, body: this.bodies.open(mail.id, mail.bodySealed) };
  }

  private async list(where: Sql, page: number, size: number): Promise<{ mails: MailHead[]; total: number }> {
    const [mails, count] = await Promise.all([
      this.reader.rows<MailHead>(
        sql`${head}${where} order by created_at desc, id desc limit ${size} offset ${(page - 1) * size}`,
      ),
      this.reader.one<{ count: number }>(
        sql`select cast(count(*) as integer) as count from outbox_mail${where}`,
      ),
    ]);
    return { mails, total: count?.count ?? 0 };
  }
}
