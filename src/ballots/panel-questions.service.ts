import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { SeatQuestionsService } from '../questions/seat-questions.service';
import { RoundsService } from '../rounds/rounds.service';
import { isKeptFrom } from './own-interest';

/** A seat asks what it would like to know of an item; the clock does not stop for it. */
@Injectable()
export class PanelQuestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rounds: RoundsService,
    private readonly questions: SeatQuestionsService,
  ) {}

  /**
   * Takes a question until the deadline, from whoever may read the item.
   * @throws Refused 404 for an item of another round; 409 for a recused seat; 410 once nothing is taken any more; 422
   *   for the text
   */
  async ask(seat: BallotViewer, itemId: string, asked: { text: string; key: string }): Promise<void> {
    if (!/^[0-9a-z]{26}$/.test(itemId)) throw new Refused(refuse('notFound'), 404);
    try {
      await this.work.run(async (tx) => {
        await this.rounds.lockForVote(tx, seat.roundId);
        const { roundId, roundSeatId, personId } = seat;
        await this.rounds.takeTurn(tx, roundSeatId, itemId);
        const place = await tx.one<{ leadId: string; turnout: string; revokedAt: string | null }>(
          sql`select item.lead_id as "leadId", mailed_link.revoked_at as "revokedAt",
                case when ${isKeptFrom(personId)} then 'recused' else turnout.state end as turnout
              from round_item item join lead on lead.id = item.lead_id
                join mailed_link on mailed_link.id = ${seat.linkId}
                join turnout on turnout.item_id = item.id and turnout.round_seat_id = ${roundSeatId}
              where item.id = ${itemId} and item.round_id = ${roundId}`,
        );
        if (place === null) throw new Refused(refuse('notFound'), 404);
        if (place.revokedAt !== null) throw new Refused(refuse('ballotLinkReplaced'), 410);
        if (place.turnout === 'recused') throw new Refused(refuse('ballotRecused'), 409);
        const key = `${roundSeatId} ${asked.key}`.slice(0, 64);
        await this.questions.take(
          tx,
          { roundId, itemId, leadId: place.leadId, roundSeatId, personId },
          { ...asked, key },
        );
      });
    } catch (error) {
      // The same press twice at once: it is asked once, which is all that was meant.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
