import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Randomness } from '../clock/randomness';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { msOf, toInstant } from '../domain/shared/instant';
import { OutboxMail } from './outbox-mail.entity';
import { nextTry } from './retry';
import { Delivery, MailTransport } from './transport';

/** Longer than the slowest batch can take; a worker that died gives its mails back after it. */
const leaseMs = 5 * 60_000;

/** What became of a leased mail; `released` was not tried at all. */
export type Ending = Delivery | { readonly outcome: 'released' } | { readonly outcome: 'unreadable' };

/** Takes mails for one worker and writes down what became of them, each in a short unit of work. */
@Injectable()
export class MailLeases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly transport: MailTransport,
  ) {}

  /** Up to `count` due mails, now belonging to `owner`. Asks without taking the write turn when nothing is due. */
  async take(owner: string, count: number): Promise<OutboxMail[]> {
    const now = this.clock.now();
    const due = sql`(state = 'queued' and next_at <= ${now}) or (state = 'sending' and lease_until < ${now})`;
    if (!(await this.reader.one(sql`select id from outbox_mail where ${due} limit 1`))) return [];
    return this.work.run(async (tx) => {
      await tx.run(
        sql`update outbox_mail set state = 'queued', lease_owner = null, lease_until = null
            where state = 'sending' and lease_until < ${now}`,
      );
      // Two instances on PostgreSQL pass each other's rows instead of waiting for them.
      const lock = tx.dialect === 'postgres' ? sql.raw(' for update skip locked') : sql.empty;
      const rest = sql`where state = 'queued' and next_at <= ${now} order by next_at, id limit ${count}${lock}`;
      const mails = await tx.find(OutboxMail, rest);
      const leaseUntil = toInstant(msOf(now) + leaseMs);
      await tx.run(
        sql`update outbox_mail set state = 'sending', attempts = attempts + 1,
            lease_owner = ${owner}, lease_until = ${leaseUntil}
            where id in ${sql.list(mails.map(({ id }) => id))}`,
      );
      return mails.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
    });
  }

  /** Writes down several endings in one unit. A mail that another worker has taken meanwhile is left alone. */
  finish(owner: string, endings: readonly (readonly [OutboxMail, Ending])[]): Promise<void> {
    return this.work.run(async (tx) => {
      for (const [mail, ending] of endings) {
        const own = sql`id = ${mail.id} and state = 'sending' and lease_owner = ${owner}`;
        await tx.run(
          sql`update outbox_mail set lease_owner = null, lease_until = null, ${this.changes(mail, ending)} where ${own}`,
        );
      }
    });
  }

  private changes(mail: OutboxMail, ending: Ending): ReturnType<typeof sql> {
    const now = this.clock.now();
    switch (ending.outcome) {
      case 'sent':
        return this.transport.keepsBodies
          ? sql`state = 'sent', sent_at = ${now}, last_error = null`
          : sql`state = 'sent', sent_at = ${now}, last_error = null, body_sealed = ''`;
      case 'released':
        return sql`state = 'queued', attempts = ${mail.attempts - 1}`;
      case 'unreadable':
        return failed('body');
      case 'refused':
        return failed(ending.said);
      default: {
        const nextAt = nextTry(mail, now, this.randomness);
        if (nextAt === null) return failed(`expired ${ending.said}`.slice(0, 300));
        return sql`state = 'queued', next_at = ${nextAt}, last_error = ${ending.said}`;
      }
    }
  }
}

/** No usable token stays behind a mail that will never leave. */
function failed(said: string): ReturnType<typeof sql> {
  return sql`state = 'failed', last_error = ${said}, body_sealed = ''`;
}
