import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import { shownShortCode } from '../domain/link/short-code';
import { Links } from '../links/links.service';
import type { RoundMailFacts, WayIn } from './round-invitation.mail';
import type { RoundSeat } from './round.entity';

/** A new way in for a seat: what its mail says, and the link that the mail has to be noted with. */
export interface SeatWay {
  readonly linkId: string;
  readonly ways: Pick<RoundMailFacts, WayIn>;
}

/** Makes voting links for mails to seats. */
@Injectable()
export class SeatWays {
  constructor(private readonly links: Links) {}

  /** Its tokens are stored nowhere: whoever is mailed again gets a further link, and the earlier ones go on working. */
  async open(tx: Tx, seat: RoundSeat, personId: string): Promise<SeatWay> {
    const { id, token, code } = await this.links.issue(tx, {
      purpose: 'ballot',
      personId,
      roundId: seat.roundId,
      roundSeatId: seat.id,
      expiresAt: null,
    });
    const ways = {
      url: this.links.voteUrl(token),
      code: shownShortCode(code),
      codeUrl: this.links.codeUrl(),
    };
    return { linkId: id, ways };
  }

  /** Notes which mail carries the link, so that it can be taken back with it. */
  async mailedBy(tx: Tx, { linkId }: SeatWay, mailId: string): Promise<void> {
    await this.links.mailedBy(tx, linkId, mailId);
  }
}
