import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';

/** Which of these leads have left the cage again, and draw on nobody any more. */
export type ExitsOf = (source: Source, leadIds: readonly string[]) => Promise<readonly string[]>;

/** What only features uphill know of an admitted lead; they enter themselves here when their module starts. */
@Injectable()
export class LeadExits {
  private readonly known: ExitsOf[] = [];

  register(exits: ExitsOf): void {
    this.known.push(exits);
  }

  async of(source: Source, leadIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (leadIds.length === 0) return new Set();
    const found: string[] = [];
    for (const exits of this.known) found.push(...(await exits(source, leadIds)));
    return new Set(found);
  }
}
