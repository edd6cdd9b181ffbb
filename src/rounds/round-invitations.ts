import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import type { SeatVoter } from '../domain/round/seat-voter';
import { Links } from '../links/links.service';
import type { MailDraft } from '../mail/letter';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor, type Words } from '../words/words';
import { DeadlineEntries, type DeadlineChange } from './deadline-entries';
import { roundCancelledMail } from './round-cancelled.mail';
import { roundExtendedMail } from './round-extended.mail';
import { seatHandedOverMail, seatTakenOverMail } from './round-handover.mail';
import { roundInvitationMail, type RoundMailFacts, type WayIn } from './round-invitation.mail';
import { obsoleteOnceEnded } from './round-mails';
import { roundReopenedMail } from './round-reopened.mail';
import { roundVoidedMail } from './round-voided.mail';
import type { Round, RoundSeat } from './round.entity';
import { SeatVotersQueries } from './seat-voters.queries';
import { SeatWays } from './seat-ways';

/** To whom a mail goes, and on how many items that seat has not voted yet. */
export interface Addressee {
  readonly seat: RoundSeat;
  readonly waiting: number;
  /** How many items it judges at all. */
  readonly items: number;
}

/** Why the links of one seat are dead while its round goes on. */
export type DeadSeatLink = 'reissued' | 'withdrawn' | 'handedOver';

interface Occasion {
  readonly round: Round;
  readonly items: number;
  /** Whoever asks: their unit signs. */
  readonly viewer: Viewer;
}

type SeatMail = (facts: RoundMailFacts & { waiting: number }, words: Words) => MailDraft;

/** Mails to the seats of a round, each with a link of its own. A link lives until the round ends or it is revoked. */
@Injectable()
export class RoundInvitations {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly links: Links,
    private readonly ways: SeatWays,
    private readonly entries: DeadlineEntries,
    private readonly outbox: Outbox,
    private readonly voters: SeatVotersQueries,
  ) {}

  invite(tx: Tx, occasion: Occasion, addressees: readonly Addressee[]): Promise<void> {
    return this.send(tx, occasion, addressees, (facts, words) => roundInvitationMail(facts, words));
  }

  /** The links of the seat that were mailed before are dead from this commit on, and so are sessions opened by them. */
  async replaceLink(tx: Tx, occasion: Occasion, addressee: Addressee): Promise<void> {
    await this.withdrawLinks(tx, addressee.seat, 'reissued');
    await this.send(tx, occasion, [addressee], (facts, words) =>
      roundInvitationMail({ ...facts, isReplacement: true }, words),
    );
  }

  /**
   * The seat's links are dead from this commit on, sessions opened by them and short codes too; a mail with one of
   * them that has not left yet never leaves. @returns how many links there were
   */
  async withdrawLinks(tx: Tx, seat: RoundSeat, because: DeadSeatLink): Promise<number> {
    const scope = { purpose: 'ballot', roundSeatId: seat.id } as const;
    await this.outbox.takeBack(tx, await this.links.mailsOf(tx, scope));
    return this.links.revoke(tx, scope, because);
  }

  /** Whoever voted for the seat is told who votes now; their links are dead, and that person gets one. */
  async handOver(
    tx: Tx,
    occasion: Occasion,
    addressee: Addressee,
    { from, to }: { readonly from: SeatVoter; readonly to: SeatVoter },
  ): Promise<void> {
    const { seat } = addressee;
    await this.withdrawLinks(tx, seat, 'handedOver');
    const person = await this.people.byId(from.personId, tx);
    if (person !== null) {
      const words = this.wordsOf(person.locale);
      const entryOf = await this.entries.of(tx, occasion.round, occasion.viewer.unitName, 'handedOver');
      const facts = { ...this.facts(occasion, seat, person), to, entry: entryOf(seat, words) };
      await this.outbox.enqueue(tx, seatHandedOverMail(facts, words));
    }
    const mail: SeatMail = (facts, words) => seatTakenOverMail({ ...facts, from, to }, words);
    await this.send(tx, occasion, [addressee], mail, 'moved');
  }

  tellOfExtension(tx: Tx, occasion: Occasion, addressees: readonly Addressee[]): Promise<void> {
    return this.send(tx, occasion, addressees, roundExtendedMail, 'moved');
  }

  /** A counted round takes ballots again: each seat is told why and gets a new link. */
  reopen(tx: Tx, occasion: Occasion, addressees: readonly Addressee[], reason: string): Promise<void> {
    const mail: SeatMail = (facts, words) => roundReopenedMail({ ...facts, reason }, words);
    return this.send(tx, occasion, addressees, mail, 'moved');
  }

  /**
   * The links die, mails that have not left are taken back, and everybody on the roll is told.
   * @param voided why two people have put the round aside; left out where it is cancelled
   */
  async callOff(
    tx: Tx,
    occasion: Occasion,
    seats: readonly RoundSeat[],
    { voided }: { readonly voided?: string } = {},
  ): Promise<void> {
    const { id } = occasion.round;
    const because = voided === undefined ? 'roundCancelled' : 'roundVoided';
    await this.links.revoke(tx, { purpose: 'ballot', roundId: id }, because);
    await this.outbox.dropForRound(tx, id, obsoleteOnceEnded);
    const voters = await this.voters.of(tx, id, seats);
    // A holder who has handed the seat over had a part in the round too.
    const told = seats.flatMap((seat) =>
      [...new Set([seat.holderId, voters.get(seat.id)?.personId ?? seat.holderId])].map((personId) => ({
        seat,
        personId,
      })),
    );
    const people = await this.people.byIds(
      told.map(({ personId }) => personId),
      tx,
    );
    const entryOf = await this.entries.of(tx, occasion.round, occasion.viewer.unitName, 'calledOff');
    for (const { seat, personId } of told) {
      const person = people.get(personId);
      if (!person) continue;
      const words = this.wordsOf(person.locale);
      const facts = { ...this.facts(occasion, seat, person), entry: entryOf(seat, words) };
      const mail =
        voided === undefined
          ? roundCancelledMail(facts, words)
          : roundVoidedMail({ ...facts, reason: voided }, words);
      await this.outbox.enqueue(tx, mail);
    }
  }

  private async send(
    tx: Tx,
    occasion: Occasion,
    addressees: readonly Addressee[],
    mail: SeatMail,
    change: DeadlineChange = 'none',
  ): Promise<void> {
    const roll = addressees.map(({ seat }) => seat);
    const voters = await this.voters.of(tx, occasion.round.id, roll);
    const entryOf = await this.entries.of(tx, occasion.round, occasion.viewer.unitName, change);
    const people = await this.people.byIds(
      [...voters.values()].map(({ personId }) => personId),
      tx,
    );
    for (const { seat, waiting, items } of addressees) {
      const person = people.get(voters.get(seat.id)?.personId ?? '');
      if (!person) throw new Error(`round ${occasion.round.number} has a seat without a person`);
      const way = await this.ways.open(tx, seat, person.id);
      const words = this.wordsOf(person.locale);
      const entry = entryOf(seat, words);
      const facts = { ...this.facts({ ...occasion, items }, seat, person), ...way.ways, waiting, entry };
      const mailId = await this.outbox.enqueue(tx, mail(facts, words));
      await this.ways.mailedBy(tx, way, mailId);
    }
  }

  private facts(
    { round, items, viewer }: Occasion,
    seat: RoundSeat,
    person: RoundMailFacts['person'],
  ): Omit<RoundMailFacts, WayIn> {
    return {
      person,
      roundId: round.id,
      roundNumber: round.number,
      items,
      deadlineAt: round.deadlineAt,
      sender: viewer.unitName,
      seatUnit: seat.unitName,
    };
  }

  private wordsOf(locale: 'zh-CN' | 'en' | null): Words {
    return wordsFor(locale ?? this.config.LOCALE);
  }
}
