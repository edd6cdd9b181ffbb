import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { type Sql, sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { headerText, isMailAddress } from './address';
import { MailBodies, type MailAttachment } from './mail-body';
import { OutboxFurtherRound } from './outbox-further-round.entity';
import { OutboxMail } from './outbox-mail.entity';

/** A finished mail to one recipient; each has its text and its HTML form (`renderMail` makes both). */
export interface Mail {
  /** Which mail of the program it is, `ballot.receipt`. */
  readonly kind: string;
  readonly to: { readonly address: string; readonly name: string; readonly personId?: string | null };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
  /** Lets `dropForRound` find it. */
  readonly roundId?: string | null;
  /** Further rounds it is about: the end of each takes it back. */
  readonly moreRoundIds?: readonly string[];
}

/**
 * Where mails wait to be sent. A mail is queued in the unit of work of the act that causes it, so it exists if and
 * only if the act does; the worker sends it after the commit.
 */
@Injectable()
export class Outbox {
  private readonly host: string;
  private wake: () => void = () => undefined;

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly bodies: MailBodies,
  ) {
    this.host = new URL(config.BASE_URL).hostname;
  }

  /** Who is told after each commit that something waits. */
  onQueued(wake: () => void): void {
    this.wake = wake;
  }

  /**
   * Queues a mail. An address that cannot be written to never stops the act: the mail is kept as failed, and the
   * mail page shows it. @returns the mail's id
   */
  async enqueue(tx: Tx, mail: Mail): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    const fit = isMailAddress(mail.to.address);
    await tx.insert(OutboxMail, {
      id,
      kind: mail.kind,
      toAddress: headerText(mail.to.address, 254),
      toName: headerText(mail.to.name, 120),
      toPersonId: mail.to.personId ?? null,
      roundId: mail.roundId ?? null,
      subject: headerText(mail.subject, 200),
      bodySealed: fit ? this.bodies.seal(id, mail) : '',
      state: fit ? 'queued' : 'failed',
      attempts: 0,
      nextAt: now,
      messageId: `<${id}@${this.host}>`,
      lastError: fit ? null : 'address',
      createdAt: now,
    });
    const further = new Set(mail.moreRoundIds ?? []);
    for (const roundId of further) await tx.insert(OutboxFurtherRound, { mailId: id, roundId });
    tx.afterCommit(() => this.wake());
    return id;
  }

  /**
   * Takes back mails of a round that have not left yet: nobody shall be invited to a round that is closed.
   * One that is being handed to the mail server at this moment can no longer be taken back.
   * @returns how many were dropped
   */
  dropForRound(tx: Tx, roundId: string, kinds: readonly string[]): Promise<number> {
    const further = sql`id in (select mail_id from outbox_further_round where round_id = ${roundId})`;
    return this.drop(tx, sql`(round_id = ${roundId} or ${further}) and kind in ${sql.list(kinds)}`);
  }

  /** Takes back single mails that have not left yet, as `dropForRound` does. @returns how many were dropped */
  takeBack(tx: Tx, ids: readonly string[]): Promise<number> {
    return this.drop(tx, sql`id in ${sql.list(ids)}`);
  }

  /** As `takeBack`, of the mails whose ids a select gives; nobody is told how many. */
  async takeBackSelected(tx: Tx, ids: Sql): Promise<void> {
    const statement = this.dropping(sql`id in (${ids})`);
    await tx.post(ids.isPlanned ? statement.planned() : statement);
  }

  private drop(tx: Tx, which: Sql): Promise<number> {
    return tx.run(this.dropping(which));
  }

  private dropping(which: Sql): Sql {
    return sql`update outbox_mail set state = 'dropped', body_sealed = '', lease_owner = null, lease_until = null
          where ${which} and (state = 'queued' or (state = 'sending' and lease_until < ${this.clock.now()}))`;
  }
}
