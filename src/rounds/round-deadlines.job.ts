import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Instant } from '../domain/shared/instant';
import { Jobs } from '../jobs/jobs';
import { RoundEndings } from './round-endings';

/** Instances that wake every so often, and take over from a dead one within its lease: a minute at the most. */
const everySeconds = 15;

/**
 * Locks rounds whose deadline has come, also deadlines that passed while nothing ran. Ballots are refused from the
 * deadline on whether or not the lock has been written down: this only makes it known.
 */
@Injectable()
export class RoundDeadlines implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
    private readonly endings: RoundEndings,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'lockRounds', everySeconds, run: (now) => this.lockDue(now) });
  }

  /** Each in a unit of its own, so that one that cannot be locked holds up no other. @returns how many were locked */
  async lockDue(now: Instant): Promise<number> {
    const due = await this.reader.rows<{ id: string }>(
      sql`select id from round where state = 'open' and deadline_at <= ${now} order by deadline_at, id`,
    );
    const locked = [];
    for (const { id } of due) locked.push(await this.work.run((tx) => this.endings.lock(tx, id)));
    return locked.filter((round) => round !== null).length;
  }
}
