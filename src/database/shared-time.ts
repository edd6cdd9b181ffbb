import { Injectable, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { Clock, SystemClock } from '../clock/clock';
import { Reader } from './reader';
import { sql } from './sql';

const everyMilliseconds = 30_000;

/**
 * Several instances on one PostgreSQL have to agree on a deadline: each lets its clock follow the database's.
 * The difference is measured at start and every half minute, taking the middle of the round trip.
 */
@Injectable()
export class SharedTime implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly reader: Reader,
  ) {}

  async onModuleInit(): Promise<void> {
    const { clock } = this;
    if (this.reader.dialect !== 'postgres' || !(clock instanceof SystemClock)) return;
    await this.follow(clock);
    // Where the database does not answer, the last known difference serves on.
    this.timer = setInterval(() => void this.follow(clock).catch(() => undefined), everyMilliseconds);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async follow(clock: SystemClock): Promise<void> {
    const before = clock.own();
    const row = await this.reader.one<{ now: string }>(
      sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
    );
    const middle = (before + clock.own()) / 2;
    if (row) clock.follow(Math.round(Number(row.now) - middle));
  }
}
