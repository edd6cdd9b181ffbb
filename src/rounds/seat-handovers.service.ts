import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import {
  inPost,
  mayHandOver,
  otherPost,
  type HandoverFacts,
  type SeatPost,
  type SeatVoter,
} from '../domain/round/seat-voter';
import { canonical } from '../domain/shared/canonical';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { HandoverRecusals } from './handover-recusals';
import { OpenRounds, type OpenRound } from './open-rounds';
import { RoundInvitations } from './round-invitations';
import { RoundNotices } from './round-notices';
import { RoundRecords } from './round-records';
import type { RoundSeat } from './round.entity';
import { SeatHandover, sealOfHandover } from './seat-handover.entity';
import { SeatVotersQueries } from './seat-voters.queries';

/** Hands a seat over while its round is open: to the approved alternate, or back to its holder. */
@Injectable()
export class SeatHandoversService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly openRounds: OpenRounds,
    private readonly voters: SeatVotersQueries,
    private readonly invitations: RoundInvitations,
    private readonly notices: RoundNotices,
    private readonly records: RoundRecords,
    private readonly recusals: HandoverRecusals,
  ) {}

  /**
   * In this order: the round is held (votes in flight are waited for, later ones wait), the rule is asked, the hand-over
   * is written, the seat goes out of the items whose lead the new person reported and comes back into those that only
   * the one before had to leave, the links and sessions of the one before are dead, both are mailed, it is sealed. A
   * ballot that was cast stays and may be replaced by whoever votes now.
   * @param given.to left out: to whoever of the two does not vote now
   * @returns who votes now
   * @throws Refused 404 for a seat of another round, 409 with the reason, 422 for a reason that will not do
   */
  handOver(
    viewer: Viewer,
    roundId: string,
    roundSeatId: string,
    given: { readonly to: SeatPost | null; readonly reason: string },
  ): Promise<SeatVoter> {
    return this.work.run(async (tx) => {
      const open = await this.openRounds.lock(tx, roundId, 'handOver');
      const addressee = open.addressees.find(({ seat }) => seat.id === roundSeatId);
      if (!addressee) throw new Refused(refuse('notFound'), 404);
      const { seat } = addressee;
      const facts = await this.facts(tx, open, seat, given);
      const refusal = mayHandOver(facts);
      insist(refusal, refusal?.because.startsWith('reason') ? 422 : 409);
      const { present, next } = facts;
      if (next === null) throw new Error('a seat was handed over to nobody');
      const own = await this.voters.ofSeat(tx, seat.id);
      const recused = await this.recusals.change(tx, seat, next.personId, own.at(-1) ?? null);
      const row = this.rowOf(viewer, seat, own.length + 1, facts.reason, present, next, recused.out);
      await tx.insert(SeatHandover, row);
      const { round, items } = open;
      const waiting = addressee.waiting - recused.out.length + recused.back.length;
      const handed = { from: present, to: next };
      await this.invitations.handOver(tx, { round, items, viewer }, { ...addressee, waiting }, handed);
      await this.seal(tx, viewer, open, row, seat);
      if (addressee.waiting > 0 && waiting === 0) await this.notices.tellIfAllVoted(tx, round);
      return next;
    });
  }

  private async facts(
    tx: Tx,
    { round, addressees, voters }: OpenRound,
    seat: RoundSeat,
    { to, reason }: { readonly to: SeatPost | null; readonly reason: string },
  ): Promise<HandoverFacts & { present: SeatVoter; next: SeatVoter | null }> {
    const present = voters.get(seat.id);
    if (!present) throw new Error(`round ${round.number} has a seat without a voter`);
    const next = inPost(seat, to ?? otherPost(present.post));
    const person = next && (await this.people.byId(next.personId, tx));
    const other = addressees.find(
      (one) => one.seat.id !== seat.id && voters.get(one.seat.id)?.personId === next?.personId,
    );
    return {
      now: this.clock.now(),
      deadlineAt: round.deadlineAt,
      present,
      next,
      isInUse: person?.disabledAt === null,
      votesFor: other?.seat.unitName ?? null,
      reason: reason.trim(),
    };
  }

  private rowOf(
    viewer: Viewer,
    seat: RoundSeat,
    position: number,
    reason: string,
    present: SeatVoter,
    next: SeatVoter,
    recused: readonly string[],
  ): SeatHandover {
    const { personId: byId, label } = actorOf(viewer);
    return {
      id: this.ids.next(),
      roundId: seat.roundId,
      roundSeatId: seat.id,
      position,
      toPost: next.post,
      fromId: present.personId,
      fromName: present.name,
      toId: next.personId,
      toName: next.name,
      reason,
      recused: canonical(recused),
      at: this.clock.now(),
      byId: byId ?? viewer.personId,
      byLabel: label.slice(0, 200),
    };
  }

  private async seal(
    tx: Tx,
    viewer: Viewer,
    { round }: OpenRound,
    row: SeatHandover,
    { unitName }: RoundSeat,
  ): Promise<void> {
    const { fromName: from, toName: name, reason, toPost } = row;
    await this.ledger.seal(tx, 'seatHandover', row.id, sealOfHandover(row), {
      kind: 'roundSeat.handedOver',
      actor: actorOf(viewer),
      facts: { round: round.number, seat: unitName, from, to: name, post: toPost, reason },
    });
    const details = { seat: unitName, from, name };
    await this.records.write(tx, round, {}, { move: 'handOver', viewer, reason, details });
  }
}
