import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { SeatVoter } from '../domain/round/seat-voter';
import { refuse, Refused } from '../domain/shared/refusal';
import { OpenRounds } from './open-rounds';
import { RoundInvitations } from './round-invitations';
import { RoundRecords } from './round-records';

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
   * Takes the links of whoever votes for a seat out of use without sending another: somebody else has the mailbox, or the mail went astray.
   * Sessions opened by them are dead with the next request; ballots stay, and a new link can be sent at any time.
   * @throws Refused 404 for a seat of another round, 409 when the round is not open or the seat has no link in use
   */
  withdraw(viewer: Viewer, roundId: string, roundSeatId: string): Promise<SeatVoter> {
    return this.work.run(async (tx) => {
      const { round, addressees, voters } = await this.openRounds.lock(tx, roundId, 'withdrawLink');
      const seat = addressees.find((one) => one.seat.id === roundSeatId)?.seat;
      const voter = voters.get(roundSeatId);
      if (!seat || !voter) throw new Refused(refuse('notFound'), 404);
      if ((await this.invitations.withdrawLinks(tx, seat, 'withdrawn')) === 0)
        throw new Refused(refuse('noLinkInUse', { name: voter.name }), 409);
      await this.records.write(
        tx,
        round,
        {},
        { move: 'withdrawLink', viewer, details: { seat: seat.unitName } },
      );
      return voter;
    });
  }
}
