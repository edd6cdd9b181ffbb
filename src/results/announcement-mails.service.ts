import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import type { LedgerPoint } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { wordsFor } from '../words/words';
import type { DecidedItem } from './announcement-followers.service';
import { HeadMails } from './head-mails.service';
import { letterReleasedMail } from './letter-released.mail';
import type { LetterContent } from './letter-content';
import type { Letter } from './letter.entity';
import { leadUndecidedMail } from './lead-undecided.mail';
import type { RoundResults } from './results.queries';

/** What an announcement tells the people it concerns. */
export interface Announced {
  readonly results: RoundResults;
  readonly letters: readonly Letter[];
  readonly decided: readonly DecidedItem[];
  readonly head: LedgerPoint;
}

/** Mails what was announced: letters to scouts, heads and receipts to the panel. */
@Injectable()
export class AnnouncementMails {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly heads: HeadMails,
  ) {}

  /** Queues every mail of the announcement, within its unit of work. */
  async send(tx: Tx, announced: Announced): Promise<void> {
    const { results, head } = announced;
    const scouts = results.items.map(({ lead }) => lead.scoutId);
    await this.tellScouts(tx, announced, await this.people.byIds(scouts, tx));
    const { round, roll } = results.material;
    await this.heads.send(tx, { round, roll, closing: results.head, announced: head });
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
}
