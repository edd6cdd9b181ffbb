import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';

/** How somebody came in: signed in as themselves, or through a voting link. */
export type CameInBy = 'signIn' | 'link';

export interface SessionOpening {
  opened(tx: Tx, personId: string, by: CameInBy): Promise<void>;
}

/** What else belongs to coming in. Features enter it when their module starts; it is part of the same unit of work. */
@Injectable()
export class SessionOpenings {
  private readonly openings: SessionOpening[] = [];

  register(opening: SessionOpening): void {
    this.openings.push(opening);
  }

  async opened(tx: Tx, personId: string, by: CameInBy): Promise<void> {
    for (const opening of this.openings) await opening.opened(tx, personId, by);
  }
}
