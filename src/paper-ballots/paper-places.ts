import { Injectable } from '@nestjs/common';
import { SeatPapersQueries, type PaperStanding } from '../ballots/seat-papers.queries';
import { Clock } from '../clock/clock';
import type { Source } from '../database/source';
import type { Viewer } from '../domain/access/viewer';
import type { PaperHand, PaperPlace } from '../domain/ballot/paper-ballot';
import { refuse, Refused } from '../domain/shared/refusal';
import type { RoundRead } from '../rounds/rounds.queries';

/** A seat, one of its items, and the person who has its paper in hand, as the rules ask for them. */
export interface Placed {
  readonly standing: PaperStanding;
  readonly place: PaperPlace;
  readonly hand: PaperHand;
}

/** The seat and item of a paper in its round. */
export interface PaperAt {
  readonly roundId: string;
  readonly itemId: string;
  readonly roundSeatId: string;
}

/** Gathers what the rules on paper ballots decide by, for pages and for acts alike. */
@Injectable()
export class PaperPlaces {
  constructor(
    private readonly seats: SeatPapersQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused 404 for a seat or item that is not of this round */
  async of(
    source: Source,
    { personId }: Viewer,
    round: Pick<RoundRead, 'state' | 'deadlineAt'>,
    at: PaperAt,
  ): Promise<Placed> {
    const standing = await this.seats.standing(source, at, personId);
    if (standing === null) throw new Refused(refuse('notFound'), 404);
    const { holderId, alternateId, voterId, isRecused, version, isFromPaper } = standing;
    const { state: roundState, deadlineAt } = round;
    return {
      standing,
      place: {
        ...{ roundState, deadlineAt, now: this.clock.now() },
        seatPeople: [...new Set([holderId, alternateId ?? holderId, voterId])],
        ...{ voterId, isRecused, version, isFromPaper },
      },
      hand: { personId, isKeptFrom: standing.isHandKept },
    };
  }
}
