import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { ChairsQueries } from '../chairs/chairs.queries';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { rulingWantedMail } from './ruling-wanted.mail';
import type { RoundMaterial } from './tallies';

/** What a closing tells anybody: those who preside, and only where there is something to rule on. */
@Injectable()
export class ClosingMails {
  constructor(
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly chairs: ChairsQueries,
  ) {}

  /** Asks whoever presides over these items to rule on them, each of these people once. */
  async askForRulings(tx: Tx, material: RoundMaterial, itemIds: readonly string[]): Promise<void> {
    const chairs = await this.chairs.ofRound(material.round, tx);
    const byPerson = new Map<string, number>();
    for (const itemId of itemIds) {
      const personId = chairs.get(itemId)?.presiding?.personId;
      if (personId !== undefined) byPerson.set(personId, (byPerson.get(personId) ?? 0) + 1);
    }
    for (const [personId, items] of byPerson) await this.ask(tx, material, personId, items);
  }

  private async ask(tx: Tx, { round, rules }: RoundMaterial, personId: string, items: number): Promise<void> {
    const person = await this.people.byId(personId, tx);
    if (person === null) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const calendar = await this.calendars.current(tx);
    const due = calendar.addWorkdays(round.closedAt ?? round.deadlineAt, rules.content.terms.letter, '18:00');
    const url = `${this.config.BASE_URL}/rounds/${round.id}/results`;
    const facts = { person, roundNumber: round.number, items, due: formatsFor(words).dateTimeFull(due), url };
    await this.outbox.enqueue(tx, { ...rulingWantedMail(facts, words), roundId: round.id });
  }
}
