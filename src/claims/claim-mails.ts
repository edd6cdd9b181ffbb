import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { wordsFor } from '../words/words';
import { claimMail, type ClaimMailKind } from './claim.mail';

export interface Told {
  readonly lead: string;
  /** In the language of whoever is told. */
  readonly detail: (words: Words) => string;
  /** From the root of the site. */
  readonly path: string;
}

/** Tells people about first reports, in their language. */
@Injectable()
export class ClaimMails {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: Tx, kind: ClaimMailKind, personIds: readonly string[], told: Told): Promise<void> {
    const people = await this.people.byIds(personIds, tx);
    for (const person of people.values()) {
      if (person.disabledAt !== null) continue;
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const facts = {
        person,
        lead: told.lead,
        detail: told.detail(words),
        url: `${this.config.BASE_URL}${told.path}`,
      };
      await this.outbox.enqueue(tx, claimMail(kind, facts, words));
    }
  }

  /** Everybody of the leading group. */
  async tellLeaders(tx: Tx, kind: ClaimMailKind, told: Told): Promise<void> {
    const leaders = await this.people.withRole('leadingGroup', tx);
    await this.tell(
      tx,
      kind,
      leaders.map(({ id }) => id),
      told,
    );
  }

  /** Everybody of the secretariat. */
  async tellSecretariat(tx: Tx, kind: ClaimMailKind, told: Told): Promise<void> {
    const office = await this.people.withRole('secretariat', tx);
    await this.tell(
      tx,
      kind,
      office.map(({ id }) => id),
      told,
    );
  }
}
