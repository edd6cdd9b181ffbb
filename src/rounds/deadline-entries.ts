import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { readMailbox } from '../mail/address';
import type { MailAttachment } from '../mail/mail-body';
import type { Words } from '../words/words';
import { deadlineEntry } from './deadline-entry';
import type { Round, RoundSeat } from './round.entity';

/**
 * What happens to the deadline by the act that causes the mail, which is not on record yet. Whoever hands a seat over
 * loses the entry; whoever gets it back must be given a newer one.
 */
export type DeadlineChange = 'none' | 'moved' | 'calledOff' | 'handedOver';

/** Makes the calendar entries that the mails of one act carry, one for each seat. */
export type EntryMaker = (seat: RoundSeat, words: Words) => MailAttachment;

/** Calendar entries for the deadlines of rounds. */
@Injectable()
export class DeadlineEntries {
  private readonly host: string;
  private readonly address: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.host = new URL(config.BASE_URL).hostname;
    this.address = readMailbox(config.MAIL_FROM).address;
  }

  /** @param round with the deadline it has from this act on */
  async of(tx: Tx, round: Round, sender: string, change: DeadlineChange): Promise<EntryMaker> {
    const moved = await tx.one<{ n: number | string }>(
      sql`select count(*) as n from round_act where round_id = ${round.id} and move in ('extend', 'reopen', 'handOver')`,
    );
    const sequence = Number(moved?.n ?? 0) + (change === 'none' ? 0 : 1);
    const writtenAt = this.clock.now();
    return (seat, words) =>
      deadlineEntry(
        {
          ...{ sequence, writtenAt },
          uid: `deadline-${seat.id}@${this.host}`,
          deadlineAt: round.deadlineAt,
          roundNumber: round.number,
          seatUnit: seat.unitName,
          organizer: { name: sender, address: this.address },
          takenOut: change === 'calledOff' || change === 'handedOver' ? change : null,
        },
        words,
      );
  }
}
