import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { takesBallots } from '../domain/round/deadline';
import { dueReminder } from '../domain/round/reminders';
import { refuse, Refused } from '../domain/shared/refusal';
import { PeopleQueries } from '../people/people.queries';
import { OpenRounds } from './open-rounds';
import { ReminderMails, type Reminded } from './reminder-mails';
import { RemindersQueries } from './reminders.queries';
import { RoundRecords } from './round-records';

/** Reminds seats that still have something to vote on, and no other: by hand, or when the rules of a round say so. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly people: PeopleQueries,
    private readonly openRounds: OpenRounds,
    private readonly queries: RemindersQueries,
    private readonly mails: ReminderMails,
    private readonly records: RoundRecords,
  ) {}

  /**
   * @param chosen ids of seats of the round; null for all that have not finished
   * @returns how many seats were reminded, and how many of the chosen needed it no more
   * @throws Refused 409 once the deadline has passed, or where none of them has anything left to vote on
   */
  remind(
    viewer: Viewer,
    roundId: string,
    chosen: readonly string[] | null = null,
  ): Promise<{ seats: number; finished: number }> {
    return this.work.run(async (tx) => {
      const { round, silent, voters } = await this.openRounds.lock(tx, roundId, 'remind');
      if (!takesBallots(this.clock.now(), round.deadlineAt)) throw new Refused(refuse('deadlinePassed'), 409);
      if (silent.length === 0) throw new Refused(refuse('nobodyToRemind'), 409);
      const addressees = silent.filter(({ seat }) => chosen === null || chosen.includes(seat.id));
      if (addressees.length === 0) throw new Refused(refuse('chosenHaveVoted'), 409);
      const seats = addressees.length;
      await this.mails.send(tx, [{ round, addressees, voters, sender: viewer.unitName, hoursBefore: null }]);
      await this.records.write(tx, round, {}, { move: 'remind', viewer, details: { seats } });
      return { seats, finished: chosen === null ? 0 : chosen.length - seats };
    });
  }

  /**
   * Sends the reminders that are due in these rounds, as one unit, so that whoever votes in several gets one mail.
   * What was due is asked again with the rounds held: of two instances at once one finds nothing left, and whoever
   * casts meanwhile is either seen or waits. @returns how many seats were reminded
   */
  remindDue(roundIds: readonly string[]): Promise<number> {
    return this.work.run(async (tx) => {
      const due: Reminded[] = [];
      // Always in the same order: two units that hold several rounds must not wait for each other.
      for (const id of [...roundIds].sort()) due.push(...(await this.due(tx, id)));
      await this.mails.send(tx, due);
      for (const { round, addressees, hoursBefore } of due) {
        const details = { seats: addressees.length, hours: hoursBefore ?? 0 };
        await this.records.write(tx, round, {}, { move: 'remind', viewer: null, details });
      }
      return due.reduce((sum, { addressees }) => sum + addressees.length, 0);
    });
  }

  private async due(tx: Tx, roundId: string): Promise<Reminded[]> {
    const locked = await this.records.lock(tx, roundId);
    if (locked.state !== 'open') return [];
    const { round, rules, silent, voters } = await this.openRounds.standing(tx, locked);
    const now = this.clock.now();
    const since = await this.queries.since(tx, round);
    const moment = { now, since, deadlineAt: round.deadlineAt };
    const mark = dueReminder(moment, rules.reminders, await this.calendars.current(tx));
    if (mark === null) return [];
    const unreminded = await this.queries.unreminded(tx, round, mark);
    const addressees = silent.filter(({ seat }) => unreminded.has(seat.id));
    if (addressees.length === 0) return [];
    const planner = await this.people.byId(round.createdBy, tx);
    return [{ round, addressees, voters, sender: planner?.unitName ?? '', hoursBefore: mark.hoursBefore }];
  }
}
