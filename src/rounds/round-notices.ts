import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { MailDraft } from '../mail/letter';
import { Outbox } from '../mail/outbox';
import { PanelsQueries } from '../panels/panels.queries';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { wordsFor, type Words } from '../words/words';
import { allVotedMail, roundLockedMail, secondPersonMail, type NoticeFacts } from './round-notice.mail';
import type { RoundRequest } from './round-request.entity';
import type { Round } from './round.entity';

/** Mails to those in charge of a round: the secretariat, and for what takes two people the chair of the panel too. */
@Injectable()
export class RoundNotices {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly panels: PanelsQueries,
    private readonly outbox: Outbox,
  ) {}

  /** Tells the secretariat when nobody is awaited any more. */
  async tellIfAllVoted(tx: Tx, round: Round): Promise<void> {
    if (!(await this.isAnybodyAwaited(tx, round.id))) await this.tellAllVoted(tx, round);
  }

  /**
   * Asked after the unit has taken its turn at the ledger: of two last votes that go side by side, the turn of one has
   * waited for the other's commit, and that one sees both.
   */
  async isAnybodyAwaited(tx: Tx, roundId: string): Promise<boolean> {
    const waiting = await tx.one(
      sql`select 1 as found from turnout where round_id = ${roundId} and state = 'waiting' limit 1`.planned(),
    );
    return waiting !== null;
  }

  async tellAllVoted(tx: Tx, round: Round): Promise<void> {
    const { deadlineAt } = round;
    await this.send(tx, round, await this.secretariat(tx), `/rounds/${round.id}`, (facts, words) =>
      allVotedMail({ ...facts, deadlineAt }, words),
    );
  }

  async tellOfLock(tx: Tx, round: Round, left: { awaited: number; itemsShort: number }): Promise<void> {
    await this.send(tx, round, await this.secretariat(tx), `/rounds/${round.id}`, (facts, words) =>
      roundLockedMail({ ...facts, ...left }, words),
    );
  }

  /** To everybody who may be the second: the secretariat without whoever asks, and the panel's chair. */
  async askForSecondPerson(tx: Tx, round: Round, request: RoundRequest): Promise<void> {
    const { kind, askedById, askedByLabel: by, reason } = request;
    const panel = await this.panels.panel(round.panelId, tx);
    const chair = panel && (await this.people.byId(panel.chairId, tx));
    const others = [...(await this.secretariat(tx)), ...(chair?.disabledAt === null ? [chair] : [])];
    const once = new Map(others.filter(({ id }) => id !== askedById).map((person) => [person.id, person]));
    const path = `/rounds/${round.id}/${kind === 'void' ? 'voiding' : 'reopening'}`;
    await this.send(tx, round, [...once.values()], path, (facts, words) =>
      secondPersonMail({ ...facts, kind, by, reason }, words),
    );
  }

  private secretariat(tx: Tx): Promise<PersonCard[]> {
    return this.people.withRole('secretariat', tx);
  }

  private async send(
    tx: Tx,
    round: Round,
    people: readonly PersonCard[],
    path: string,
    mail: (facts: NoticeFacts, words: Words) => MailDraft,
  ): Promise<void> {
    for (const person of people) {
      const facts = {
        person,
        roundId: round.id,
        roundNumber: round.number,
        url: `${this.config.BASE_URL}${path}`,
      };
      await this.outbox.enqueue(tx, mail(facts, wordsFor(person.locale ?? this.config.LOCALE)));
    }
  }
}
