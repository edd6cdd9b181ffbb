import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { DrawnOn } from '../domain/elements/drawn';

/** The element ledger lies uphill and enters here what is drawn on hosts, so that the fit knows what they have left. */
@Injectable()
export class HostDraws {
  private known: ((source: Source) => Promise<DrawnOn>) | null = null;

  register(drawn: (source: Source) => Promise<DrawnOn>): void {
    this.known = drawn;
  }

  /** What leads draw on hosts, as the source sees it. */
  async on(source: Source): Promise<DrawnOn> {
    return this.known ? this.known(source) : () => new Map();
  }
}
