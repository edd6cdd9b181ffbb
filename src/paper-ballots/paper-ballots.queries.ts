import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { PaperState } from '../domain/ballot/paper-ballot';
import type { Instant } from '../domain/shared/instant';
import type { WaitingPaper } from '../rounds/room-papers.queries';
import { PaperBallot } from './paper-ballot.entity';

/** An entry in a list: whose it is and where it stands, nothing of the vote. */
export interface ListedPaper extends WaitingPaper {
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly state: PaperState;
  readonly settledByLabel: string | null;
  readonly settledAt: Instant | null;
  readonly reason: string;
}

/** A ballot that counts and was entered from paper: by whom, for which seat and item. */
export interface CountedPaper {
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly position: number;
  readonly unitName: string;
  readonly enteredByLabel: string;
  readonly confirmedByLabel: string;
}

/** Reads paper ballots; what was voted is in none of the lists. */
@Injectable()
export class PaperBallotsQueries {
  constructor(private readonly reader: Reader) {}

  one(source: Source, id: string): Promise<PaperBallot | null> {
    return source.findOne(PaperBallot, sql`where id = ${id}`);
  }

  /** What a scan is called and of which kind it is. */
  scanName(scanId: string): Promise<{ name: string; mediaType: string } | null> {
    return this.reader.one(sql`select name, media_type as "mediaType" from stored_file where id = ${scanId}`);
  }

  /** The name of whoever signed. */
  async nameOf(personId: string): Promise<string> {
    const person = await this.reader.one<{ name: string }>(
      sql`select name from person where id = ${personId}`,
    );
    return person?.name ?? '';
  }

  /** What waits for its second person in a round, the oldest first; one statement. */
  waiting(source: Source, roundId: string): Promise<ListedPaper[]> {
    return source.rows<ListedPaper>(
      sql`${listed} where paper.round_id = ${roundId} and paper.state = 'entered' order by paper.entered_at, paper.id`,
    );
  }

  /** A page of what was entered in a round, what waits first, then the newest; and how many there are. */
  async ofRound(
    roundId: string,
    { page, size }: { readonly page: number; readonly size: number },
  ): Promise<{ total: number; rows: ListedPaper[] }> {
    const count = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from paper_ballot where round_id = ${roundId}`,
    );
    const rows = await this.reader.rows<ListedPaper>(
      sql`${listed} where paper.round_id = ${roundId}
          order by case when paper.state = 'entered' then 0 else 1 end, paper.entered_at desc, paper.id desc
          limit ${size} offset ${(page - 1) * size}`,
    );
    return { total: Number(count?.n ?? 0), rows };
  }

  /** What was entered for one seat, the newest first. */
  ofSeat(roundSeatId: string): Promise<ListedPaper[]> {
    return this.reader.rows<ListedPaper>(
      sql`${listed} where paper.round_seat_id = ${roundSeatId} order by paper.entered_at desc, paper.id desc`,
    );
  }

  /** The ballots of a round that count and were entered from paper. For rounds that take no more ballots, and for the items of one seat. */
  counted(source: Source, roundId: string): Promise<CountedPaper[]> {
    return source.rows<CountedPaper>(
      sql`select paper.item_id as "itemId", paper.round_seat_id as "roundSeatId", item.position,
            seat.unit_name as "unitName", paper.entered_by_label as "enteredByLabel",
            paper.settled_by_label as "confirmedByLabel"
          from paper_ballot paper
            join ballot_version on ballot_version.entered_for = paper.id
            join current_ballot on current_ballot.ballot_version_id = ballot_version.id
            join round_item item on item.id = paper.item_id
            join round_seat seat on seat.id = paper.round_seat_id
          where paper.round_id = ${roundId} and paper.state = 'confirmed' and ballot_version.kind = 'cast'
          order by item.position, seat.position`,
    );
  }
}

const listed = sql`select paper.id, paper.item_id as "itemId", paper.round_seat_id as "roundSeatId", item.position,
    seat.unit_name as "unitName", paper.state, paper.entered_by_label as "enteredByLabel",
    paper.entered_at as "enteredAt", paper.settled_by_label as "settledByLabel",
    paper.settled_at as "settledAt", paper.reason
  from paper_ballot paper join round_item item on item.id = paper.item_id
    join round_seat seat on seat.id = paper.round_seat_id`;
