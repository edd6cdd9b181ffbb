import { Injectable, Logger, ServiceUnavailableException } from '@nestjs/common';
import {
  HealthCheckResult,
  HealthCheckService,
  HealthIndicatorResult,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Config } from '../config/config';
import { allMigrations } from '../database/registry';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { freeShare, LEAST_FREE } from './free-space';
import { OpsQueries } from './ops.queries';

/** How long a check may take before it counts as failed. */
const patienceMs = 5_000;

/** Whether the program could take a vote at this moment. */
@Injectable()
export class Readiness {
  private readonly log = new Logger('readiness');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly work: UnitOfWork,
    private readonly queries: OpsQueries,
    private readonly config: Config,
  ) {}

  /** The names of the checks that fail; none when all is well. The reasons are in the log only. */
  async failing(): Promise<string[]> {
    const { details } = await this.result();
    return Object.entries(details)
      .filter(([, { status }]) => status !== 'up')
      .map(([name]) => name);
  }

  private async result(): Promise<HealthCheckResult> {
    try {
      return await this.health.check([
        () => this.indicate('database', () => this.canWrite()),
        () => this.indicate('migrations', () => this.isUpToDate()),
        () => this.indicate('disk', () => this.hasRoom()),
      ]);
    } catch (error) {
      if (error instanceof ServiceUnavailableException) return error.getResponse() as HealthCheckResult;
      throw error;
    }
  }

  private async indicate(name: string, check: () => Promise<void>): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      await inTime(check());
      return indicator.up();
    } catch (error) {
      this.log.warn(`${name}: ${(error as Error).message}`);
      return indicator.down();
    }
  }

  /** A write that changes no row, the way every vote goes: through the unit of work to the writable database. */
  private async canWrite(): Promise<void> {
    await this.work.run((tx) => tx.run(sql`update sequence set last = last where year = 0`));
  }

  private async isUpToDate(): Promise<void> {
    const applied = new Set(await this.queries.appliedMigrations());
    const missing = allMigrations().filter(({ name }) => !applied.has(name));
    if (missing.length > 0) throw new Error(`${missing.length} migrations have not been applied`);
  }

  private async hasRoom(): Promise<void> {
    const free = await freeShare(this.config.DATA_DIR);
    if (free < LEAST_FREE) throw new Error(`less than ${LEAST_FREE * 100} % of the disk is free`);
  }
}

async function inTime(check: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    await Promise.race([check, late]);
  } finally {
    clearTimeout(timer);
  }
}
