import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { LedgerPoint } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import type { RoundSeat } from '../rounds/round.entity';
import { SeatVotersQueries, type HandoverRead } from '../rounds/seat-voters.queries';
import { wordsFor } from '../words/words';
import { ledgerHeadMail } from './ledger-head.mail';

/** Of whom the heads are told, and which: at closing none of an announcement. */
export interface ToldHeads {
  readonly round: { readonly id: string; readonly number: string };
  readonly roll: readonly Pick<RoundSeat, 'id' | 'holderId'>[];
  readonly closing: LedgerPoint | null;
  readonly announced: LedgerPoint | null;
}

/** A receipt of a ballot that counts: the position of its item, and the code. */
interface Receipt {
  readonly roundSeatId: string;
  readonly position: number;
  readonly code: string;
  readonly castBy: string;
}

/** Tells the panel where the ledger stands, and each seat its own receipts: nothing of another seat, no result. */
@Injectable()
export class HeadMails {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly voters: SeatVotersQueries,
  ) {}

  /** Queues one mail to each seat's holder and to whoever else has voted for it, within the unit of work. */
  async send(tx: Tx, { round, roll, closing, announced }: ToldHeads): Promise<void> {
    const receipts = await this.receipts(tx, round.id);
    const told = recipients(roll, receipts, await this.voters.handovers(tx, round.id));
    const people = await this.people.byIds(
      told.map(({ personId }) => personId),
      tx,
    );
    for (const { personId, roundSeatId } of told) {
      const person = people.get(personId);
      if (person === undefined) continue;
      const own = receipts.filter((receipt) => receipt.roundSeatId === roundSeatId);
      const facts = { person, roundNumber: round.number, closing, announced, receipts: own };
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      await this.outbox.enqueue(tx, ledgerHeadMail(facts, words));
    }
  }

  private receipts(source: Source, roundId: string): Promise<Receipt[]> {
    return source.rows<Receipt>(
      sql`select current_ballot.round_seat_id as "roundSeatId", round_item.position,
            ballot_version.receipt_code as code, ballot_version.cast_by as "castBy"
          from current_ballot
            join ballot_version on ballot_version.id = current_ballot.ballot_version_id
            join round_item on round_item.id = current_ballot.item_id
          where current_ballot.round_id = ${roundId}
          order by round_item.position`,
    );
  }
}

/** Each seat's holder, and whoever else has voted for it or cast for it. */
function recipients(
  roll: ToldHeads['roll'],
  receipts: readonly Receipt[],
  handed: readonly HandoverRead[],
): { personId: string; roundSeatId: string }[] {
  return roll.flatMap(({ id, holderId }) => {
    const casters = receipts.filter(({ roundSeatId }) => roundSeatId === id).map(({ castBy }) => castBy);
    const voters = handed.filter(({ roundSeatId }) => roundSeatId === id).map(({ toId }) => toId);
    return [...new Set([holderId, ...voters, ...casters])].map((personId) => ({ personId, roundSeatId: id }));
  });
}
