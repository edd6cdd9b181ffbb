import { createReadStream } from 'node:fs';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config';
import { clamdPing, clamdPlace, clamdScan, ScannerUnavailable, type Patience } from './clamd';
import type { ScanState } from './file-scan.entity';

/** What is to be recorded of a file that was handed to the scanner. */
export interface ScanVerdict {
  readonly state: ScanState;
  readonly found: string | null;
}

const patience: Patience = { connectMs: 3_000, idleMs: 20_000 };

/** The virus scanner that SCAN_URL names, or none. */
@Injectable()
export class VirusScanner {
  private readonly log = new Logger('files');

  constructor(private readonly config: Config) {}

  get isConfigured(): boolean {
    return this.config.SCAN_URL !== '';
  }

  /**
   * Slow: never inside a unit of work.
   * @returns null without a scanner; `waiting` where it could not be asked
   */
  async scan(path: string): Promise<ScanVerdict | null> {
    if (!this.isConfigured) return null;
    try {
      const found = await clamdScan(clamdPlace(this.config.SCAN_URL), createReadStream(path), patience);
      return found === null ? { state: 'clean', found } : { state: 'infected', found: found.slice(0, 120) };
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      this.log.error(`the virus scanner could not be asked: ${error.message}`);
      return { state: 'waiting', found: null };
    }
  }

  /** Why it does not answer, or null where it does. Only where one is configured. */
  async trouble(): Promise<string | null> {
    try {
      await clamdPing(clamdPlace(this.config.SCAN_URL), patience);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }
}
