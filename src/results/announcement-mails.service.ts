import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { LedgerPoint } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { SeatVotersQueries, type HandoverRead } from '../rounds/seat-voters.queries';
import { wordsFor } from '../words/words';
import type { DecidedItem } from './announcement-followers.service';
import { letterReleasedMail } from './letter-released.mail';
import type { LetterContent } from './letter-content';
import type { Letter } from './letter.entity';
import { ledgerHeadMail } from './ledger-head.mail';
import { leadUndecidedMail } from './lead-undecided.mail';
import type { RoundResults } from './results.queries';

/** What an announcement tells the people it concerns. */
export interface Announced {
  readonly results: RoundResults;
  readonly letters: readonly Letter[];
  readonly decided: readonly DecidedItem[];
  readonly head: LedgerPoint;
}

/** A receipt of a ballot that counted: the position of its item, and the code. */
export interface Receipt {
  readonly roundSeatId: string;
  readonly position: number;
  readonly code: string;
  readonly castBy: string;
}

/** Mails what was announced: letters to scouts, heads and receipts to the panel. */
@Injectable()
export class AnnouncementMails {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly voters: SeatVotersQueries,
  ) {}

  /** Queues every mail of the announcement, within its unit of work. */
  async send(tx: Tx, announced: Announced): Promise<void> {
    const { id: roundId } = announced.results.material.round;
    const receipts = await this.receipts(tx, roundId);
    const handed = await this.voters.handovers(tx, roundId);
    const bySeat = this.recipients(announced.results, receipts, handed);
    const scouts = announced.results.items.map(({ lead }) => lead.scoutId);
    const people = await this.people.byIds([...scouts, ...bySeat.map(({ personId }) => personId)], tx);
    await this.tellScouts(tx, announced, people);
    for (const { personId, roundSeatId } of bySeat) {
      const person = people.get(personId);
      if (person === undefined) continue;
      const own = receipts.filter((receipt) => receipt.roundSeatId === roundSeatId);
      const { results, head } = announced;
      const facts = {
        person,
        roundNumber: results.material.round.number,
        closing: results.head,
        head,
        receipts: own,
      };
      await this.outbox.enqueue(tx, ledgerHeadMail(facts, this.wordsOf(person)));
    }
  }

  private async tellScouts(
    tx: Tx,
    announced: Announced,
    people: ReadonlyMap<string, PersonCard>,
  ): Promise<void> {
    const { results, letters, decided } = announced;
    for (const letter of letters) {
      const person = people.get(letter.scoutId);
      if (person === undefined) continue;
      const content = JSON.parse(letter.content) as LetterContent;
      const url = `${this.config.BASE_URL}/letters/${letter.id}`;
      await this.outbox.enqueue(tx, letterReleasedMail({ person, content, url }, this.wordsOf(person)));
    }
    for (const { leadId } of decided.filter((item) => item.decided === 'void')) {
      const lead = results.items.find((item) => item.lead.id === leadId)?.lead;
      const person = lead && people.get(lead.scoutId);
      if (lead === undefined || person === undefined) continue;
      const url = `${this.config.BASE_URL}/leads/${leadId}`;
      const facts = { person, leadNumber: lead.number, roundNumber: results.material.round.number, url };
      await this.outbox.enqueue(tx, leadUndecidedMail(facts, this.wordsOf(person)));
    }
  }

  private wordsOf(person: PersonCard): ReturnType<typeof wordsFor> {
    return wordsFor(person.locale ?? this.config.LOCALE);
  }

  /** Each seat's holder, and whoever else has voted for it or cast for it. */
  private recipients(
    { material }: RoundResults,
    receipts: readonly Receipt[],
    handed: readonly HandoverRead[],
  ): { personId: string; roundSeatId: string }[] {
    return material.roll.flatMap(({ id, holderId }) => {
      const casters = receipts.filter(({ roundSeatId }) => roundSeatId === id).map(({ castBy }) => castBy);
      const voters = handed.filter(({ roundSeatId }) => roundSeatId === id).map(({ toId }) => toId);
      return [...new Set([holderId, ...voters, ...casters])].map((personId) => ({
        personId,
        roundSeatId: id,
      }));
    });
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
