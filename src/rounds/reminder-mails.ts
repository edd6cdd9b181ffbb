import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { SeatVoter } from '../domain/round/seat-voter';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { reminderDigestMail, type SeatReminder } from './reminder-digest.mail';
import { ReminderSent } from './reminder.entity';
import type { Addressee } from './round-invitations';
import type { Round } from './round.entity';
import { SeatWays, type SeatWay } from './seat-ways';

/** Seats of one round that are reminded. */
export interface Reminded {
  readonly round: Round;
  readonly addressees: readonly Addressee[];
  /** Who votes for each seat now. */
  readonly voters: ReadonlyMap<string, SeatVoter>;
  /** The unit that signs. */
  readonly sender: string;
  /** Which of the rules' hours it is; null where a person has it sent. */
  readonly hoursBefore: number | null;
}

interface Due extends Addressee, Omit<Reminded, 'addressees' | 'voters'> {}

/** Mails reminders, one to a person whatever the number of their seats and rounds, and notes each seat. */
@Injectable()
export class ReminderMails {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: PeopleQueries,
    private readonly ways: SeatWays,
    private readonly outbox: Outbox,
  ) {}

  /** The caller holds the rounds, so that nobody casts meanwhile. */
  async send(tx: Tx, reminded: readonly Reminded[]): Promise<void> {
    const byPerson = new Map<string, Due[]>();
    for (const { addressees, voters, ...of } of reminded) {
      for (const addressee of addressees) {
        const personId = voters.get(addressee.seat.id)?.personId ?? '';
        byPerson.set(personId, [...(byPerson.get(personId) ?? []), { ...addressee, ...of }]);
      }
    }
    const people = await this.people.byIds([...byPerson.keys()], tx);
    for (const [personId, dues] of byPerson) {
      const person = people.get(personId);
      if (!person) throw new Error('a seat without a person');
      const mailId = await this.mail(tx, person, dues);
      for (const due of dues) await this.note(tx, due, personId, mailId);
    }
  }

  /** A seat that has nothing left to vote on: a reminder that has not left yet never leaves. */
  takeBackIfDone(tx: Tx, roundSeatId: string): Promise<void> {
    return this.outbox.takeBackSelected(
      tx,
      sql`select mail.id from reminder_sent join outbox_mail mail on mail.id = reminder_sent.mail_id
          where reminder_sent.round_seat_id = ${roundSeatId} and mail.state in ('queued', 'sending')
            and not exists (select 1 from turnout
              where turnout.round_seat_id = ${roundSeatId} and turnout.state = 'waiting')`.planned(),
    );
  }

  private async mail(tx: Tx, person: PersonCard, dues: readonly Due[]): Promise<string> {
    const seats: SeatReminder[] = [];
    const opened: SeatWay[] = [];
    for (const { seat, round, waiting, items, sender } of dues) {
      const way = await this.ways.open(tx, seat, person.id);
      opened.push(way);
      seats.push({
        ...{ person, waiting, items, sender, ...way.ways },
        roundId: round.id,
        roundNumber: round.number,
        deadlineAt: round.deadlineAt,
        seatUnit: seat.unitName,
      });
    }
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const mailId = await this.outbox.enqueue(tx, reminderDigestMail(seats, words));
    for (const way of opened) await this.ways.mailedBy(tx, way, mailId);
    return mailId;
  }

  /** Where the same reminder was taken back before it left, this one is in its place. */
  private async note(tx: Tx, due: Due, personId: string, mailId: string): Promise<void> {
    const { seat, round, hoursBefore } = due;
    const queuedAt = this.clock.now();
    const again =
      hoursBefore === null
        ? 0
        : await tx.update(
            ReminderSent,
            { personId, mailId, queuedAt },
            sql`round_seat_id = ${seat.id} and deadline_at = ${round.deadlineAt} and hours_before = ${hoursBefore}`,
          );
    if (again > 0) return;
    await tx.insert(ReminderSent, {
      id: this.ids.next(),
      roundId: round.id,
      roundSeatId: seat.id,
      personId,
      deadlineAt: round.deadlineAt,
      hoursBefore,
      mailId,
      queuedAt,
    });
  }
}
