import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { BallotContent } from '../domain/ballot/ballot';
import type { LedgerActor } from '../ledger/ledger';
import { BallotBox, type Taken } from './ballot-box';

/** What two people of the secretariat have entered and compared, for whoever signed the paper. */
export interface ConfirmedPaper {
  readonly paperId: string;
  readonly roundId: string;
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly voterId: string;
  /** Judged when it was entered; rubric and figures of an open round do not change. */
  readonly content: BallotContent;
  readonly enteredBy: LedgerActor;
  readonly confirmedBy: LedgerActor;
}

/** Casts ballots that came on paper, by the same way and with the same receipt as those that come through a link. */
@Injectable()
export class SeatPapersService {
  constructor(private readonly box: BallotBox) {}

  /** Within the caller's unit. @throws Refused 409 or 410 when the seat takes no part or nothing is taken any more */
  cast(tx: Tx, paper: ConfirmedPaper): Promise<Taken> {
    const { paperId, roundId, itemId, roundSeatId, voterId, content, enteredBy, confirmedBy } = paper;
    return this.box.enter(
      tx,
      { roundId, roundSeatId, personId: voterId },
      {
        ...{ itemId, kind: 'cast', content, key: null, device: 'paper' },
        entered: { paperId, enteredBy, confirmedBy },
      },
    );
  }
}
