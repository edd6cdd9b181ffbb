import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { refuse, Refused } from '../domain/shared/refusal';
import type { LeadSheet, LeadSheetRow } from './lead-sheet';
import type { SheetReport, SheetTask } from './sheet-thread';

/** Memory of one thread, in MB: what 20,000 full rows and 48 MB of shared text need. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
/** The largest sheet takes some seconds; what takes this long was made to. */
const longestMs = 60_000;
/** A thread that died is replaced once; a file that kills two of them is not tried again. */
const tries = 2;
/** Files read at the same time; the next one waits. Each may use a core and its memory. */
const threadsAtOnce = 2;

/** What is compiled beside us; tests run the sources and take what `npm test` compiled. */
const threadFile = join(
  __filename.endsWith('.ts') ? join(__dirname, '..', '..', 'dist', 'exchange') : __dirname,
  'sheet-thread.js',
);

/** A thread ended before it had said what is in the file. */
class ThreadEnded extends Error {}

/** Reads sheets beside the server: unpacking and parsing ten thousand rows would keep everybody else waiting. */
@Injectable()
export class SheetThreads implements BeforeApplicationShutdown {
  /** Those that read at the moment. */
  readonly running = new Set<Worker>();
  private readonly log = new Logger('sheets');
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.running].map((thread) => thread.terminate()));
  }

  /**
   * Reads a file in a thread of its own, a second time where the thread died.
   * @throws Refused (422) saying in words why the file is not taken, 'importReaderEnded' where the reading failed
   */
  async read(path: string, hosts: ReadonlyMap<string, string>): Promise<LeadSheet> {
    if (this.taken >= threadsAtOnce) await new Promise<void>((free) => this.waiting.push(free));
    else this.taken += 1;
    try {
      for (let n = 1; n <= tries; n += 1) {
        try {
          return await this.readOnce({ path, hosts });
        } catch (error) {
          if (error instanceof Refused) throw error;
          this.log.warn(`a sheet was not read to its end: ${(error as Error).message}`);
        }
      }
      throw new Refused(refuse('importReaderEnded'), 422);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }

  private readOnce(task: SheetTask): Promise<LeadSheet> {
    const thread = new Worker(threadFile, { workerData: task, resourceLimits: memory });
    this.running.add(thread);
    const rows: LeadSheetRow[] = [];
    return new Promise<LeadSheet>((read, failed) => {
      const late = setTimeout(() => failed(new ThreadEnded(`not read after ${longestMs} ms`)), longestMs);
      thread.on('message', (report: SheetReport) => {
        if (report.kind === 'rows') rows.push(...report.rows);
        else if (report.kind === 'head') read({ head: report.head, rows });
        else failed(new Refused(report.refusal, report.status));
      });
      thread.on('error', failed);
      thread.on('exit', (code) => {
        clearTimeout(late);
        this.running.delete(thread);
        failed(new ThreadEnded(`the thread ended with ${code}`));
      });
    }).finally(() => thread.terminate());
  }
}
