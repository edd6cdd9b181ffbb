import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { performance } from 'node:perf_hooks';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { OpsQueries, WaitingState } from './ops.queries';

/** One answered request: the pattern of its route, never its address, which may hold a token. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the program counts about itself, in Prometheus' text format. Names nobody and holds no address. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Counter<'method' | 'route' | 'status'>;
  private readonly durations: Histogram<'route'>;

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: OpsQueries,
  ) {
    const registers = [this.registry];
    this.requests = new Counter({
      name: 'yushen_http_requests_total',
      help: 'Requests answered, by route and status',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'yushen_http_request_seconds',
      help: 'Time from request to answer, by route',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.outbox(registers);
    this.turn(registers);
    new Gauge({
      name: 'yushen_resident_memory_bytes',
      help: 'Memory of the process',
      registers,
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  note({ method, route, status, seconds }: Answered): void {
    this.requests.inc({ method, route, status: String(status) });
    this.durations.observe({ route }, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private outbox(registers: Registry[]): void {
    const { queries } = this;
    new Gauge({
      name: 'yushen_outbox_mails',
      help: 'Mails that have not left, by state',
      labelNames: ['state'],
      registers,
      async collect() {
        const depth = await queries.outbox();
        for (const state of Object.keys(depth) as WaitingState[]) this.set({ state }, depth[state]);
      },
    });
  }

  /** Measured on an empty unit when asked: a vote that came at this moment would have waited so long. */
  private turn(registers: Registry[]): void {
    const { work } = this;
    new Gauge({
      name: 'yushen_unit_of_work_wait_seconds',
      help: 'How long a write waits for its turn, measured now',
      registers,
      async collect() {
        const asked = performance.now();
        const waited = await work.run(async (tx) => {
          await tx.one(sql`select 1 as one`);
          return performance.now() - asked;
        });
        this.set(waited / 1000);
      },
    });
  }
}
