import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';

/** How many vetoes wait for their confirming seat, by the id of the item. */
export type VetoesOpen = (source: Source, roundId: string) => Promise<ReadonlyMap<string, number>>;

/** What only features uphill know of an open round; they enter themselves here when their module starts. */
@Injectable()
export class RoundConcerns {
  private readonly vetoes: VetoesOpen[] = [];

  registerVetoes(open: VetoesOpen): void {
    this.vetoes.push(open);
  }

  /** Items without one are not in the map. */
  async vetoesOpen(source: Source, roundId: string): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const open of this.vetoes) {
      for (const [itemId, n] of await open(source, roundId)) {
        if (n > 0) counts.set(itemId, (counts.get(itemId) ?? 0) + n);
      }
    }
    return counts;
  }
}
