import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { COUNTED_STATES, roundMachine } from '../domain/round/round-moves';
import { LeadsService } from '../leads/leads.service';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { RoundFollowers } from './round-followers.service';
import { RoundInvitations } from './round-invitations';
import { RoundRecords } from './round-records';
import type { RoundRequest } from './round-request.entity';
import { Turnout, type Round } from './round.entity';
import { RoundsQueries } from './rounds.queries';

/** What two people have decided on: the round is put to the vote again, or put aside. The caller holds the round. */
@Injectable()
export class RoundReturns {
  constructor(
    private readonly clock: Clock,
    private readonly leads: LeadsService,
    private readonly queries: RoundsQueries,
    private readonly followers: RoundFollowers,
    private readonly invitations: RoundInvitations,
    private readonly records: RoundRecords,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Opens a counted round again: its result is put aside and kept, each seat is told why and gets a new link (the old
   * ones died at the count), ballots stand and may be replaced until the new deadline.
   */
  async reopen(tx: Tx, viewer: Viewer, round: Round, request: RoundRequest): Promise<void> {
    const deadlineAt = request.deadlineAt ?? round.deadlineAt;
    await this.uncount(tx, viewer, round, request);
    const items = await this.queries.items(tx, round.id);
    const roll = await this.queries.roll(tx, round.id);
    const turnout = await tx.find(Turnout, sql`where round_id = ${round.id}`);
    const addressees = roll.map((seat) => {
      const own = turnout.filter(({ roundSeatId }) => roundSeatId === seat.id);
      return { seat, waiting: own.filter(({ state }) => state === 'waiting').length, items: own.length };
    });
    const changes: Partial<Round> = {
      state: roundMachine.to('reopen'),
      deadlineAt,
      lockedAt: null,
      closedAt: null,
    };
    const occasion = { round: { ...round, ...changes }, items: items.length, viewer };
    await this.invitations.reopen(tx, occasion, addressees, request.reason);
    const details = {
      from: round.deadlineAt,
      to: deadlineAt,
      seats: roll.length,
      askedBy: request.askedByLabel,
    };
    const { reason } = request;
    await this.records.write(tx, round, changes, { move: 'reopen', viewer, reason, details });
    await this.ledger.fixHead(tx, `round.reopened ${round.number}`);
  }

  /** Puts a round aside: its leads wait for another, its links are dead, a result is kept and counts for nothing. */
  async void(tx: Tx, viewer: Viewer, round: Round, request: RoundRequest): Promise<void> {
    await this.uncount(tx, viewer, round, request);
    const items = await this.queries.items(tx, round.id);
    const leadIds = items.map(({ leadId }) => leadId);
    await this.leads.leaveRound(tx, leadIds, actorOf(viewer), round.number);
    const roll = await this.queries.roll(tx, round.id);
    const { reason } = request;
    await this.invitations.callOff(tx, { round, items: items.length, viewer }, roll, { voided: reason });
    const changes: Partial<Round> = { state: roundMachine.to('void'), voidedAt: this.clock.now() };
    const details = { items: items.length, askedBy: request.askedByLabel };
    await this.records.write(tx, round, changes, { move: 'void', viewer, reason, details });
    await this.ledger.fixHead(tx, `round.voided ${round.number}`);
  }

  private async uncount(tx: Tx, viewer: Viewer, round: Round, request: RoundRequest): Promise<void> {
    if (!COUNTED_STATES.includes(round.state)) return;
    await this.followers.uncount(tx, { round, request, actor: actorOf(viewer) });
  }
}
