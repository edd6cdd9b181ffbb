import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { OpenRounds } from './open-rounds';
import { RoundInvitations } from './round-invitations';
import { RoundRecords } from './round-records';
import type { RoundSeat } from './round.entity';

/** What is done to the links of one seat while a round is open. */
@Injectable()
export class SeatLinksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly openRounds: OpenRounds,
    private readonly invitations: RoundInvitations,
    private readonly records: RoundRecords,
  ) {}

  /**
   * Takes a seat's links out of use without sending another: somebody else has the mailbox, or the mail went astray.
   * Sessions opened by them are dead with the next request; ballots stay, and a new link can be sent at any time.
   * @throws Refused 404 for a seat of another round, 409 when the round is not open or the seat has no link in use
   */
  withdraw(viewer: Viewer, roundId: string, roundSeatId: string): Promise<RoundSeat> {
    return this.work.run(async (tx) => {
      const { round, addressees } = await this.openRounds.lock(tx, roundId, 'withdrawLink');
      const seat = addressees.find((one) => one.seat.id === roundSeatId)?.seat;
      if (!seat) throw new Refused(refuse('notFound'), 404);
      await this.kill(tx, seat);
      await this.records.write(
        tx,
        round,
        {},
        { move: 'withdrawLink', viewer, details: { seat: seat.unitName } },
      );
      return seat;
    });
  }

  private async kill(tx: Tx, seat: RoundSeat): Promise<void> {
    if ((await this.invitations.withdrawLinks(tx, seat, 'withdrawn')) === 0)
      throw new Refused(refuse('noLinkInUse', { name: seat.holderName }), 409);
  }
}
