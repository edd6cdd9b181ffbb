import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { digestOf } from '../ledger/chain';
import { BallotVersion, sealOfBallot } from './ballot.entity';
import type { Receipt } from './receipt';
import { readReceiptCode } from './receipt-code';

interface Place {
  roundNumber: string;
  position: number;
  currentId: string;
  currentVersion: number;
  seq: number;
  hash: string;
  facts: string;
}

/** Reads receipts for whoever holds a code. */
@Injectable()
export class ReceiptsQueries {
  constructor(private readonly reader: Reader) {}

  /** Null for a code that nobody was given, in two statements at the most. */
  async byCode(typed: string): Promise<Receipt | null> {
    const code = readReceiptCode(typed);
    if (code === null) return null;
    const row = await this.reader.findOne(BallotVersion, sql`where receipt_code = ${code}`);
    const place = row && (await this.place(row));
    if (!row || !place) return null;
    return {
      code,
      roundNumber: place.roundNumber,
      position: place.position,
      version: row.version,
      castAt: row.castAt,
      isCurrent: place.currentId === row.id,
      currentVersion: place.currentVersion,
      ledgerNumber: place.seq,
      ledgerHash: place.hash,
      unchanged: (JSON.parse(place.facts) as { digest?: string }).digest === digestOf(sealOfBallot(row)),
    };
  }

  private place(row: BallotVersion): Promise<Place | null> {
    return this.reader.one<Place>(
      sql`select round.number as "roundNumber", round_item.position, current.id as "currentId",
            current.version as "currentVersion", ledger_entry.seq, ledger_entry.hash, ledger_entry.facts
          from round_item join round on round.id = round_item.round_id
            join current_ballot on current_ballot.item_id = round_item.id
              and current_ballot.round_seat_id = ${row.roundSeatId}
            join ballot_version current on current.id = current_ballot.ballot_version_id
            join ledger_entry on ledger_entry.subject_type = 'ballotVersion' and ledger_entry.subject_id = ${row.id}
          where round_item.id = ${row.itemId} order by ledger_entry.seq desc limit 1`,
    );
  }
}
