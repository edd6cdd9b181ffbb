import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { takesBallots } from '../domain/round/deadline';
import { roundMachine } from '../domain/round/round-moves';
import { insist } from '../domain/shared/refusal';
import { LeadsService } from '../leads/leads.service';
import { actorOf } from '../ledger/actor';
import { Outbox } from '../mail/outbox';
import { InterestsService } from './interests.service';
import { OpenRounds } from './open-rounds';
import { RoundInvitations } from './round-invitations';
import { obsoleteOnceEnded } from './round-mails';
import { RoundNotices } from './round-notices';
import { RoundRecords } from './round-records';
import { inRoundWords } from './round-refusals';
import type { Round } from './round.entity';
import { RoundsQueries, type RoundRead } from './rounds.queries';
import { TwoPersonRequests } from './two-person-requests';

/** How the voting of a round ends: locked by its deadline, counted, announced, or called off. */
@Injectable()
export class RoundEndings {
  constructor(
    private readonly clock: Clock,
    private readonly leads: LeadsService,
    private readonly queries: RoundsQueries,
    private readonly openRounds: OpenRounds,
    private readonly notices: RoundNotices,
    private readonly invitations: RoundInvitations,
    private readonly requests: TwoPersonRequests,
    private readonly records: RoundRecords,
    private readonly outbox: Outbox,
    private readonly interests: InterestsService,
  ) {}

  /**
   * Locks an open round whose deadline has come; mails that have not left are taken back, the secretariat is told.
   * @returns the locked round; null where it is not open any more or has been given more time
   */
  async lock(tx: Tx, roundId: string): Promise<RoundRead | null> {
    const round = await this.records.lock(tx, roundId);
    const now = this.clock.now();
    const { state, deadlineAt } = round;
    if (roundMachine.check('lock', state, { now, deadlineAt }) !== null) return null;
    await this.outbox.dropForRound(tx, roundId, obsoleteOnceEnded);
    const { awaited, itemsShort } = await this.openRounds.standing(tx, round);
    await this.notices.tellOfLock(tx, round, { awaited, itemsShort });
    const changes: Partial<Round> = { state: roundMachine.to('lock'), lockedAt: now };
    return this.records.write(tx, round, changes, { move: 'lock', viewer: null, details: { awaited } });
  }

  /**
   * Closes a round for the count. Votes in flight are waited for; mails that invite to it never leave any more.
   * @param viewer null where the rules let the clock count
   * @throws Refused 409 'alreadyClosed' to whoever comes second, 'ballotsAwaited' before the deadline
   */
  async close(tx: Tx, viewer: Viewer | null, roundId: string): Promise<RoundRead> {
    const round = await this.records.lock(tx, roundId);
    const awaited = await this.awaited(tx, roundId);
    const now = this.clock.now();
    const { state, deadlineAt } = round;
    const facts = { now, deadlineAt, awaited, isLocked: state === 'locked' };
    insist(inRoundWords(roundMachine.check('close', state, facts), 'close', state));
    await this.outbox.dropForRound(tx, roundId, obsoleteOnceEnded);
    const changes: Partial<Round> = { state: roundMachine.to('close'), closedAt: now };
    return this.records.write(tx, round, changes, { move: 'close', viewer, details: { awaited } });
  }

  /** @throws Refused 409 'itemsUnruled', 'requestUnanswered', 'roundNotClosed', 'alreadyAnnounced' */
  async announce(tx: Tx, viewer: Viewer, roundId: string, unruled: readonly string[]): Promise<RoundRead> {
    const round = await this.records.lock(tx, roundId);
    const isAsked = (await this.requests.unanswered(tx, roundId)) !== null;
    const refusal = roundMachine.check('announce', round.state, { unruled, isAsked });
    insist(inRoundWords(refusal, 'announce', round.state));
    const changes: Partial<Round> = { state: roundMachine.to('announce'), announcedAt: this.clock.now() };
    return this.records.write(tx, round, changes, { move: 'announce', viewer });
  }

  /** @throws Refused 422 'reasonMissing', 409 'voidInstead' once the voting is over, or that it has ended already */
  async cancel(tx: Tx, viewer: Viewer, roundId: string, given: { reason: string }): Promise<void> {
    const round = await this.records.lock(tx, roundId);
    const reason = given.reason.trim();
    const isOpen = round.state === 'open';
    const isAsked = (await this.requests.unanswered(tx, roundId)) !== null;
    const isVotingOver = isOpen && !takesBallots(this.clock.now(), round.deadlineAt);
    const refusal = roundMachine.check('cancel', round.state, { reason, isVotingOver, isAsked });
    insist(inRoundWords(refusal, 'cancel', round.state), refusal?.because === 'reasonMissing' ? 422 : 409);
    const items = await this.queries.items(tx, roundId);
    if (isOpen) {
      const seats = await this.queries.roll(tx, roundId);
      await this.leads.leaveRound(
        tx,
        items.map(({ leadId }) => leadId),
        actorOf(viewer),
        round.number,
      );
      await this.invitations.callOff(tx, { round, items: items.length, viewer }, seats);
    }
    await this.interests.letGo(tx, viewer, roundId);
    const changes: Partial<Round> = { state: roundMachine.to('cancel'), cancelledAt: this.clock.now() };
    const details = { items: items.length };
    await this.records.write(tx, round, changes, { move: 'cancel', viewer, reason, details });
  }

  private async awaited(tx: Tx, roundId: string): Promise<number> {
    const waiting = await tx.one<{ n: number | string }>(
      sql`select count(*) as n from turnout where round_id = ${roundId} and state = 'waiting'`,
    );
    return Number(waiting?.n ?? 0);
  }
}
