import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { Instant } from '../domain/shared/instant';

/** A ballot on paper that waits for its second person, as the round room shows it: nothing of the vote. */
export interface WaitingPaper {
  readonly id: string;
  readonly position: number;
  readonly unitName: string;
  readonly enteredByLabel: string;
  readonly enteredAt: Instant;
}

type Read = (source: Source, roundId: string) => Promise<readonly WaitingPaper[]>;

/** Where the feature that takes ballots on paper tells the round room of them: it stands above the rounds. */
@Injectable()
export class RoomPapers {
  private read: Read = () => Promise.resolve([]);

  register(read: Read): void {
    this.read = read;
  }

  ofRound(source: Source, roundId: string): Promise<readonly WaitingPaper[]> {
    return this.read(source, roundId);
  }
}
