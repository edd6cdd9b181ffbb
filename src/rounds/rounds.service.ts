import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { takesBallots } from '../domain/round/deadline';
import { roundMachine } from '../domain/round/round-moves';
import type { SeatVoter } from '../domain/round/seat-voter';
import type { Instant } from '../domain/shared/instant';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { OpenRounds } from './open-rounds';
import { ReminderMails } from './reminder-mails';
import { RoundEndings } from './round-endings';
import { RoundInvitations } from './round-invitations';
import { RoundNotices } from './round-notices';
import { RoundOpening } from './round-opening';
import { RoundPlans, type PlanProblem, type RoundDraft, type RoundPlan } from './round-plans';
import { latestExtension, tooLongAnExtension } from './round-extensions';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import { Round, Turnout, type TurnoutState } from './round.entity';
import type { RoundRead } from './rounds.queries';

/** What can be done to a round. Each method is one act, recorded with who, when and why. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly openRounds: OpenRounds,
    private readonly plans: RoundPlans,
    private readonly opening: RoundOpening,
    private readonly invitations: RoundInvitations,
    private readonly endings: RoundEndings,
    private readonly notices: RoundNotices,
    private readonly reminders: ReminderMails,
    private readonly records: RoundRecords,
  ) {}

  /** Plans a round. @throws Refused 422 with the first thing wrong with the plan */
  plan(viewer: Viewer, plan: RoundPlan): Promise<{ id: string; number: string }> {
    return this.work.run((tx) => this.plans.keep(tx, viewer, plan));
  }

  /** Plans a round, or says by field what is wrong with the plan. */
  async planOrSay(
    viewer: Viewer,
    { deadlineAt, ...rest }: RoundDraft,
  ): Promise<{ id: string; number: string } | { problems: readonly PlanProblem[] }> {
    return this.work.run(async (tx) => {
      const problems = await this.plans.problems(tx, { ...rest, deadlineAt });
      if (problems.length > 0 || deadlineAt === null) return { problems };
      return this.plans.keep(tx, viewer, { ...rest, deadlineAt });
    });
  }

  /**
   * Opens a planned round: freezes roll, rubric, rules and lead revisions and mails each seat that has something to
   * judge its link.
   * @returns how many seats were invited
   * @throws Refused 409 with the reason, 'roundAlreadyOpen' to whoever comes second
   */
  open(viewer: Viewer, roundId: string): Promise<number> {
    return this.work.run(async (tx) => {
      const planned = await this.records.lock(tx, roundId);
      const { round, items, seats, own } = await this.opening.open(tx, viewer, planned);
      const addressees = seats.flatMap((seat) => {
        const waiting = own.get(seat.id) ?? 0;
        return waiting === 0 ? [] : [{ seat, waiting, items: waiting }];
      });
      await this.invitations.invite(tx, { round, items, viewer }, addressees);
      return addressees.length;
    });
  }

  /**
   * Gives a round more time, also one that its deadline has locked, within the rules it was opened with, and tells whoever has not finished.
   * @throws Refused 409 when no extension is due, 422 when deadline or reason will not do
   */
  extend(
    viewer: Viewer,
    roundId: string,
    given: { deadlineAt: Instant | null; reason: string },
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const found = await this.openRounds.lock(tx, roundId, 'extend', ['open', 'locked']);
      const { round, items, silent, rules } = found;
      const reason = given.reason.trim();
      const now = this.clock.now();
      const used = round.extendedAt === null ? 0 : 1;
      const facts = { now, deadlineAt: round.deadlineAt, newDeadlineAt: given.deadlineAt, reason, rules };
      const refusal = roundMachine.check('extend', round.state, {
        ...facts,
        extensionsUsed: used,
        quorumShort: found.itemsShort > 0,
      });
      insist(refusal, refusal && ofTheForm.has(refusal.because) ? 422 : 409);
      const deadlineAt = given.deadlineAt ?? round.deadlineAt;
      const latest = latestExtension(
        now,
        round.deadlineAt,
        await this.calendars.current(tx),
        rules.extension,
      );
      insist(tooLongAnExtension(deadlineAt, latest, rules.extension), 422);
      const changes = { state: roundMachine.to('extend'), deadlineAt, extendedAt: now, lockedAt: null };
      await this.invitations.tellOfExtension(tx, { round: { ...round, ...changes }, items, viewer }, silent);
      const details = { from: round.deadlineAt, to: deadlineAt, seats: silent.length };
      await this.records.write(tx, round, changes, { move: 'extend', viewer, reason, details });
    });
  }

  /** Calls a planned or open round off: its leads wait again, its links are dead, ballots stay on record uncounted. */
  cancel(viewer: Viewer, roundId: string, given: { reason: string }): Promise<void> {
    return this.work.run((tx) => this.endings.cancel(tx, viewer, roundId, given));
  }

  /** Mails whoever votes for a seat a new link; earlier ones, and sessions opened by them, are dead at once. Ballots stay. */
  reissueLink(viewer: Viewer, roundId: string, roundSeatId: string): Promise<SeatVoter> {
    return this.work.run(async (tx) => {
      const { round, items, addressees, voters } = await this.openRounds.lock(tx, roundId, 'reissue');
      const addressee = addressees.find(({ seat }) => seat.id === roundSeatId);
      const voter = voters.get(roundSeatId);
      if (!addressee || !voter) throw new Refused(refuse('notFound'), 404);
      await this.invitations.replaceLink(tx, { round, items, viewer }, addressee);
      const details = { seat: addressee.seat.unitName };
      await this.records.write(tx, round, {}, { move: 'reissue', viewer, details });
      return voter;
    });
  }

  /**
   * For a vote within the caller's unit: the round, kept open until that unit ends. Votes go side by side; closing
   * waits for them.
   * @throws Refused 410 when the round is over or its deadline has passed, 409 when it is not open yet
   */
  async lockForVote(tx: Tx, roundId: string): Promise<RoundRead> {
    const round = await tx.findOne(Round, sql`where id = ${roundId}${tx.forShare}`.planned());
    if (round === null) throw new Refused(refuse('notFound'), 404);
    if (round.state === 'planned') throw new Refused(outOfTurn('vote', round.state), 409);
    if (round.state !== 'open') throw new Refused(outOfTurn('vote', round.state), 410);
    if (!takesBallots(this.clock.now(), round.deadlineAt)) throw new Refused(refuse('deadlinePassed'), 410);
    return round;
  }

  /**
   * Lets one paper of a seat and item at a time: another waits here until this unit has ended, and then sees what it
   * left. A statement of its own, because PostgreSQL reads the rows that a waiting statement joins as of its start.
   */
  async takeTurn(tx: Tx, roundSeatId: string, itemId: string): Promise<void> {
    if (tx.dialect === 'sqlite') return;
    await tx.rows(
      sql`select state from turnout where item_id = ${itemId} and round_seat_id = ${roundSeatId}${tx.forUpdate}`.planned(),
    );
  }

  /** A seat has cast on an item; the caller holds the round by `lockForVote`. @throws Refused 409 when it is recused */
  async noteCast(tx: Tx, roundSeatId: string, itemId: string, at: Instant): Promise<void> {
    await Promise.all([
      note(tx, roundSeatId, itemId, 'cast', at),
      this.reminders.takeBackIfDone(tx, roundSeatId),
    ]);
  }

  /** A seat has recused itself from an item. @throws Refused 409 when it is recused already */
  async noteRecusal(tx: Tx, roundSeatId: string, itemId: string, at: Instant): Promise<void> {
    await Promise.all([
      note(tx, roundSeatId, itemId, 'recused', at),
      this.reminders.takeBackIfDone(tx, roundSeatId),
    ]);
  }

  /**
   * Whether a vote is still awaited. To be asked once the unit has taken its turn at the ledger: turns are taken one by
   * one, so that of two last votes at once one sees them both, and tells.
   */
  isAnybodyAwaited(tx: Tx, roundId: string): Promise<boolean> {
    return this.notices.isAnybodyAwaited(tx, roundId);
  }

  /** Tells the secretariat that nobody is awaited any more. */
  tellAllVoted(tx: Tx, round: RoundRead): Promise<void> {
    return this.notices.tellAllVoted(tx, round);
  }

  /**
   * Closes a round within the caller's unit, which tallies it. Votes in flight are waited for.
   * @param viewer null where the rules let the clock count
   * @throws Refused 409 'alreadyClosed' to whoever comes second, 'ballotsAwaited' before the deadline
   */
  close(tx: Tx, viewer: Viewer | null, roundId: string): Promise<RoundRead> {
    return this.endings.close(tx, viewer, roundId);
  }

  /**
   * Marks a closed round as announced within the caller's unit, which releases what was decided.
   * `unruled` are the numbers of leads that the chair has not ruled on yet.
   * @throws Refused 409 'itemsUnruled', 'requestUnanswered', 'roundNotClosed', 'alreadyAnnounced'
   */
  announce(tx: Tx, viewer: Viewer, roundId: string, unruled: readonly string[] = []): Promise<RoundRead> {
    return this.endings.announce(tx, viewer, roundId, unruled);
  }
}

/** What the person can correct in the form; anything else depends on the round. */
const ofTheForm = new Set(['reasonMissing', 'deadlineUnreadable', 'deadlineNotLater', 'deadlineNotAhead']);

async function note(
  tx: Tx,
  roundSeatId: string,
  itemId: string,
  state: TurnoutState,
  at: Instant,
): Promise<void> {
  const where = sql`round_seat_id = ${roundSeatId} and item_id = ${itemId} and state <> 'recused'`.planned();
  if ((await tx.update(Turnout, { state, at }, where)) !== 1) throw new Refused(refuse('seatNotVoting'), 409);
}
