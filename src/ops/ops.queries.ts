import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Instant } from '../domain/shared/instant';

export type WaitingState = 'queued' | 'sending' | 'failed';

/** What operations look at; every query is bounded by an index. */
@Injectable()
export class OpsQueries {
  constructor(private readonly reader: Reader) {}

  async appliedMigrations(): Promise<string[]> {
    return (await this.reader.rows<{ name: string }>(sql`select name from migration`)).map(
      ({ name }) => name,
    );
  }

  /** Mails that have not left, by state. */
  async outbox(): Promise<Record<WaitingState, number>> {
    const rows = await this.reader.rows<{ state: WaitingState; n: number | string }>(
      sql`select state, count(*) as n from outbox_mail where state in ('queued', 'sending', 'failed') group by state`,
    );
    const depth = { queued: 0, sending: 0, failed: 0 };
    for (const { state, n } of rows) depth[state] = Number(n);
    return depth;
  }

  /** Since when the mail that waits longest has been waiting; null when none waits. */
  async oldestWaiting(): Promise<Instant | null> {
    const row = await this.reader.one<{ at: Instant | null }>(
      sql`select min(created_at) as at from outbox_mail where state in ('queued', 'sending')`,
    );
    return row?.at ?? null;
  }
}
