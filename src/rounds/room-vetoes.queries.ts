import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import type { VetoState } from '../domain/ballot/veto';
import type { VetoGround } from '../domain/rubric/rubric-content';
import type { Instant } from '../domain/shared/instant';

/** A veto as the round room shows it to the secretariat. */
export interface RoomVeto {
  readonly id: string;
  readonly itemId: string;
  readonly position: number;
  readonly title: string;
  readonly ground: Pick<VetoGround, 'code' | 'name' | 'confirmedBy'>;
  readonly state: VetoState;
  readonly raisedLabel: string;
  readonly raisedAt: Instant;
  /** Units on the roll that may settle it; empty where a body does, or nobody can. */
  readonly settlers: readonly string[];
}

type Read = (source: Source, roundId: string) => Promise<readonly RoomVeto[]>;

/** Where the feature that keeps vetoes tells the round room of them: it stands above the rounds. */
@Injectable()
export class RoomVetoes {
  private read: Read = () => Promise.resolve([]);

  register(read: Read): void {
    this.read = read;
  }

  ofRound(source: Source, roundId: string): Promise<readonly RoomVeto[]> {
    return this.read(source, roundId);
  }
}
