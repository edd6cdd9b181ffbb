import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { FetchMethod } from '../domain/link/link-trace';
import { scannerOf } from '../domain/link/scanners';
import { keyedHash } from './keyed-hash';
import { LinkFetchRow } from './link-fetch.entity';

/** A request for the page of a link, as far as it is looked at. */
export interface FetchSeen {
  readonly linkId: string;
  readonly method: FetchMethod;
  readonly address: string;
  readonly userAgent: string;
  /** `Sec-Purpose` or `Purpose`. */
  readonly purpose: string;
  readonly device: string;
}

/** Between two writings; what was fetched since is lost when the process is killed, and nothing else is. */
const flushMs = 10_000;
/** Links and sources that are remembered between two writings. Whoever floods us makes us forget, not grow. */
const mostHeld = 5_000;

/**
 * Remembers who fetched the page of a link without pressing its button. A request only adds to what is held in memory;
 * a timer of each instance writes it down, apart from every request, so that reading a page changes no row.
 */
@Injectable()
export class LinkFetches implements BeforeApplicationShutdown {
  private readonly log = new Logger('links');
  private held = new Map<string, LinkFetchRow>();
  private forgotten = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly work: UnitOfWork,
  ) {}

  /** For a server. */
  start(): void {
    this.timer ??= setInterval(() => void this.flushOrSay(), flushMs).unref();
  }

  /** Takes note; writes nothing. */
  note(seen: FetchSeen): void {
    const { linkId, method, address, userAgent, device } = seen;
    const now = this.clock.now();
    const source = keyedHash(this.config.SECRET_KEY, 'link fetch', `${address}\n${userAgent}`).slice(0, 32);
    const key = `${linkId} ${method} ${source}`;
    const before = this.held.get(key);
    if (!before && this.held.size >= mostHeld) {
      this.forgotten += 1;
      return;
    }
    this.held.set(key, {
      linkId,
      method,
      source,
      scanner: scannerOf(userAgent, seen.purpose),
      device: device.slice(0, 40),
      firstAt: before?.firstAt ?? now,
      lastAt: now,
      times: (before?.times ?? 0) + 1,
    });
  }

  /** What was fetched of these links, what this instance still holds included. */
  async of(linkIds: readonly string[]): Promise<LinkFetchRow[]> {
    const wanted = new Set(linkIds);
    const written = await this.reader.find(LinkFetchRow, sql`where link_id in ${sql.list(linkIds)}`);
    const all = new Map(written.map((row) => [keyOf(row), row]));
    for (const row of this.held.values()) {
      const before = all.get(keyOf(row));
      if (wanted.has(row.linkId)) all.set(keyOf(row), before ? together(before, row) : row);
    }
    return [...all.values()];
  }

  /** Writes down what is held. @returns how many rows that took */
  async flush(): Promise<number> {
    const rows = [...this.held.values()];
    if (this.forgotten > 0) this.log.warn(`${this.forgotten} fetches of links were too many to be counted`);
    this.held = new Map();
    this.forgotten = 0;
    if (rows.length === 0) return 0;
    try {
      await this.work.run(async (tx) => {
        for (const row of rows) await add(tx, row);
      });
    } catch (error) {
      for (const row of rows) this.held.set(keyOf(row), mergedWith(this.held.get(keyOf(row)), row));
      throw error;
    }
    return rows.length;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flushOrSay();
  }

  private async flushOrSay(): Promise<void> {
    await this.flush().catch((error: Error) =>
      this.log.warn(`fetches of links were not written down: ${error.message}`),
    );
  }
}

const keyOf = ({ linkId, method, source }: LinkFetchRow): string => `${linkId} ${method} ${source}`;

const mergedWith = (other: LinkFetchRow | undefined, row: LinkFetchRow): LinkFetchRow =>
  other ? together(other, row) : row;

function together(a: LinkFetchRow, b: LinkFetchRow): LinkFetchRow {
  return {
    ...a,
    firstAt: a.firstAt < b.firstAt ? a.firstAt : b.firstAt,
    lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
    times: a.times + b.times,
  };
}

function add(tx: Tx, { linkId, method, source, scanner, device, firstAt, lastAt, times }: LinkFetchRow) {
  return tx.run(
    sql`insert into link_fetch (link_id, method, source, scanner, device, first_at, last_at, times)
        values (${linkId}, ${method}, ${source}, ${scanner}, ${device}, ${firstAt}, ${lastAt}, ${times})
        on conflict (link_id, method, source) do update set times = link_fetch.times + excluded.times,
          last_at = case when excluded.last_at > link_fetch.last_at then excluded.last_at else link_fetch.last_at end`,
  );
}
