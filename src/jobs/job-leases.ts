import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql, type Sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { msOf, toInstant, type Instant } from '../domain/shared/instant';
import { JobRow } from './job.entity';

/** An instance that died gives its job back after this long. */
export const LEASE_MS = 45_000;

/** Lets one instance at a time have a job, by a row that it holds for a while. */
@Injectable()
export class JobLeases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a job for `owner`. Asks without taking the write turn whether somebody else has it, or has just had it:
   * several instances that wake at the same rhythm run it once in `everySeconds`, not once each.
   * @returns whether it is the owner's now
   */
  async take(name: string, owner: string, everySeconds: number): Promise<boolean> {
    const now = this.clock.now();
    const row = await this.reader.findOne(JobRow, sql`where name = ${name}`);
    if (row && (heldByAnother(row, owner, now) || ranJustNow(row, now, everySeconds))) return false;
    return this.work.run(async (tx) => {
      await tx.run(sql`insert into job (name) values (${name}) on conflict (name) do nothing`);
      const leaseUntil = toInstant(msOf(now) + LEASE_MS);
      const unchanged = row?.startedAt ? sql`started_at = ${row.startedAt}` : sql`started_at is null`;
      const where = sql`name = ${name} and ${unchanged} and ${free(owner, now)}`;
      return (await tx.update(JobRow, { leaseOwner: owner, leaseUntil, startedAt: now }, where)) === 1;
    });
  }

  /** Gives a job back with a note of how it ended. Somebody who took it over meanwhile keeps it. */
  giveBack(name: string, owner: string, well: boolean): Promise<number> {
    const now = this.clock.now();
    const note = well ? sql`finished_at = ${now}` : sql`failed_at = ${now}`;
    return this.work.run((tx: Tx) =>
      tx.run(
        sql`update job set lease_owner = null, lease_until = null, ${note}
            where name = ${name} and lease_owner = ${owner}`,
      ),
    );
  }
}

/** A lease that reaches farther than any can was given before the clock was set back: it holds nobody up. */
function heldByAnother({ leaseOwner, leaseUntil }: JobRow, owner: string, now: Instant): boolean {
  if (leaseOwner === null || leaseOwner === owner || leaseUntil === null) return false;
  return leaseUntil > now && msOf(leaseUntil) <= msOf(now) + LEASE_MS;
}

function free(owner: string, now: Instant): Sql {
  const farthest = toInstant(msOf(now) + LEASE_MS);
  return sql`(lease_owner is null or lease_owner = ${owner} or lease_until <= ${now} or lease_until > ${farthest})`;
}

/** A tenth of the rhythm is left to timers that do not fire to the millisecond. */
function ranJustNow({ startedAt, failedAt }: JobRow, now: Instant, everySeconds: number): boolean {
  if (startedAt === null || startedAt > now) return false;
  if (failedAt !== null && failedAt >= startedAt) return false;
  return msOf(now) - msOf(startedAt) < everySeconds * 900;
}
