import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { Outbox } from '../mail/outbox';
import { Panel } from '../panels/panel.entity';
import { PeopleQueries } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { rulingWantedMail } from './ruling-wanted.mail';
import type { RoundMaterial } from './tallies';

/** What a closing tells anybody: the chair alone, and only where there is something to rule on. */
@Injectable()
export class ClosingMails {
  constructor(
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
  ) {}

  /** Asks the chair to rule on so many items. */
  async askForRulings(tx: Tx, { round, rules }: RoundMaterial, items: number): Promise<void> {
    const panel = await tx.findOne(Panel, sql`where id = ${round.panelId}`);
    const person = panel && (await this.people.byId(panel.chairId, tx));
    if (person === null || person.disabledAt !== null) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const calendar = await this.calendars.current(tx);
    const due = calendar.addWorkdays(round.closedAt ?? round.deadlineAt, rules.content.terms.letter, '18:00');
    const url = `${this.config.BASE_URL}/rounds/${round.id}/results`;
    const facts = { person, roundNumber: round.number, items, due: formatsFor(words).dateTimeFull(due), url };
    await this.outbox.enqueue(tx, { ...rulingWantedMail(facts, words), roundId: round.id });
  }
}
