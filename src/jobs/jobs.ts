import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Instant } from '../domain/shared/instant';
import { JobLeases } from './job-leases';

/**
 * Something that is done again and again by itself. It finds in the database what is due at `now`, does it in units
 * of work of its own, and has to be right when two instances run it at once: the lease makes that rare, not impossible.
 */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(now: Instant): Promise<unknown>;
}

/** How long a shutdown waits for a job in hand. */
const farewellMs = 5_000;

/** Recurring jobs. Features enter theirs when their module starts; a server begins them once it answers. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly owner: string;
  private readonly jobs = new Map<string, Job>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Map<string, Promise<boolean>>();
  private stopping = false;

  constructor(
    ids: Ids,
    private readonly clock: Clock,
    private readonly leases: JobLeases,
  ) {
    this.owner = ids.next();
  }

  /** @throws Error where the name is taken */
  register(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`${job.name} is registered twice`);
    this.jobs.set(job.name, job);
  }

  get names(): readonly string[] {
    return [...this.jobs.keys()];
  }

  /** For a server: each job at once, since something may have fallen due while nothing ran, and then at its rhythm. */
  start(): void {
    for (const job of this.jobs.values()) this.after(0, job);
  }

  /**
   * Runs a job now, whatever the rhythm.
   * @returns false where another instance has it in hand
   * @throws what the job throws
   */
  async runNow(name: string): Promise<boolean> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`there is no job ${name}`);
    return this.take(job, 0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    const ends = [...this.running.values()].map((run) => run.catch(() => false));
    if (ends.length === 0) return;
    await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, farewellMs).unref())]);
  }

  private after(ms: number, job: Job): void {
    if (this.stopping) return;
    this.timers.set(job.name, setTimeout(() => this.pass(job), ms).unref());
  }

  private pass(job: Job): void {
    const run = this.take(job, job.everySeconds);
    this.running.set(job.name, run);
    run
      .catch((error: Error) => this.log.error(`${job.name}: ${error.message}`))
      .finally(() => {
        this.running.delete(job.name);
        this.after(job.everySeconds * 1000, job);
      });
  }

  private async take(job: Job, everySeconds: number): Promise<boolean> {
    if (!(await this.leases.take(job.name, this.owner, everySeconds))) return false;
    let well = false;
    try {
      await job.run(this.clock.now());
      well = true;
    } finally {
      await this.leases.giveBack(job.name, this.owner, well);
    }
    return true;
  }
}
