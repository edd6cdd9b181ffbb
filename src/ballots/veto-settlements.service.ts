import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { checkSettlement, vetoMachine, type VetoState } from '../domain/ballot/veto';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { Round } from '../rounds/round.entity';
import { DeclarationsService } from './declarations.service';
import { sealOfVeto, Veto } from './veto.entity';
import { VetoMails } from './veto-mails.service';
import { mustDeclare, vetoStanding, type VetoRead, type Watcher } from './veto-standing';
import { VetoesQueries } from './vetoes.queries';
import { lastHandover } from '../rounds/seat-voters.queries';

export type SettlementMove = 'confirm' | 'dismiss';

/** What was chosen and typed. */
export interface Settlement {
  readonly move: SettlementMove;
  readonly reason: string;
  /** Declared to have no interest in the item; asked only of a seat that has not declared it before. */
  readonly hasNoInterest?: boolean;
  readonly device?: string;
}

const undeclared: FieldProblem = { field: 'interest', because: 'interestUndeclared' };

/** Done, or what is to be put right in the form. */
export type SettlementResult = readonly FieldProblem[];

/** The end of a veto: confirmed or dismissed by whom the veto list names, or taken back by whoever raised it. */
@Injectable()
export class VetoSettlementsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: VetoesQueries,
    private readonly people: PeopleQueries,
    private readonly mails: VetoMails,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly declarations: DeclarationsService,
  ) {}

  /**
   * Confirms or dismisses a veto: until the round is counted, once. Closing waits for it, or it finds the round closed.
   * @returns what is to be put right in the form; nothing is written then
   * @throws Refused 404 to whoever may not see it, 403 to whoever may only look, 409 when it is settled or too late
   */
  settle(watchers: readonly Watcher[], id: string, settlement: Settlement): Promise<SettlementResult> {
    const once = (): Promise<SettlementResult> => this.settleOnce(watchers, id, settlement);
    return once().catch((error: unknown) => {
      // The seat settled another veto on the item at the same instant, and has declared with that one.
      if (isUniqueViolation(error)) return once();
      throw error;
    });
  }

  private settleOnce(
    watchers: readonly Watcher[],
    id: string,
    { move, reason, hasNoInterest = false, device = '' }: Settlement,
  ): Promise<SettlementResult> {
    return this.work.run(async (tx) => {
      const { veto, watcher, standing } = await this.locked(tx, watchers, id);
      if (!standing.isConfirmer) throw new Refused(notYours(veto), 403);
      insist(standing.settle);
      const declares = watcher.as === 'seat' && mustDeclare(veto, watcher);
      const problems = [
        ...(declares && !hasNoInterest ? [undeclared] : []),
        ...checkSettlement(move, reason, veto.ground),
      ];
      if (problems.length > 0) return problems;
      if (declares) {
        const { round, itemId } = veto;
        const label = await this.labelOf(tx, veto, watcher);
        await this.declarations.note(tx, { roundId: round.id, itemId, ...watcher, label, device });
      }
      await this.write(tx, veto, watcher, { state: vetoMachine.to(move), reason });
      return [];
    });
  }

  /** @throws Refused 404 to whoever may not see it, 403 to whoever has not raised it, 409 when it is settled or too late */
  withdraw(watchers: readonly Watcher[], id: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { veto, watcher, standing } = await this.locked(tx, watchers, id);
      if (!standing.isRaiser || watcher.as !== 'seat') throw new Refused(refuse('vetoNotYours'), 403);
      insist(standing.withdraw);
      await this.write(tx, veto, watcher, { state: 'withdrawn', reason });
    });
  }

  /** The veto with its round held open, so that closing waits for this unit; what the watcher may do is asked anew. */
  private async locked(tx: Tx, watchers: readonly Watcher[], id: string) {
    const { veto, watcher } = await this.queries.one(watchers, id);
    const round = await tx.findOne(Round, sql`where id = ${veto.round.id}${tx.forShare}`);
    const row = await tx.findOne(Veto, sql`where id = ${id}${tx.forUpdate}`);
    if (round === null || row === null) throw new Refused(refuse('notFound'), 404);
    if (watcher.as === 'seat') await insistOnVoter(tx, watcher);
    const { state, deadlineAt } = round;
    const now: VetoRead = { ...veto, state: row.state, round: { ...veto.round, state, deadlineAt } };
    const standing = vetoStanding(now, watcher, this.clock.now());
    if (standing === null) throw new Refused(refuse('notFound'), 404);
    return { veto: now, watcher, standing };
  }

  private async write(
    tx: Tx,
    veto: VetoRead,
    watcher: Watcher,
    { state, reason }: { state: Exclude<VetoState, 'raised'>; reason: string },
  ): Promise<void> {
    const label = await this.labelOf(tx, veto, watcher);
    const changes = {
      state,
      settledAt: this.clock.now(),
      settledBy: watcher.personId,
      settledSeatId: watcher.as === 'seat' ? watcher.roundSeatId : null,
      settledLabel: label,
      settledReason: reason.trim(),
    };
    const where = sql`id = ${veto.id} and state = 'raised'`;
    if ((await tx.update(Veto, changes, where)) !== 1)
      throw new Refused(refuse('vetoSettled', { state }), 409);
    const row = await tx.findOne(Veto, sql`where id = ${veto.id}`);
    if (row === null) throw new Error(`veto ${veto.id} went missing`);
    await this.mails.tellOfSettled(tx, { ...veto, state }, watcher.personId);
    await this.ledger.seal(tx, 'veto', veto.id, sealOfVeto(row), {
      kind: `veto.${state}`,
      actor: { personId: watcher.personId, label },
      facts: { roundId: veto.round.id, itemId: veto.itemId, ground: veto.ground.code },
    });
  }

  /** A seat signs with the unit it votes for, a body's member with their own. */
  private async labelOf(tx: Tx, { roll }: VetoRead, watcher: Watcher): Promise<string> {
    const person = await this.people.byId(watcher.personId, tx);
    if (person === null) throw new Error(`nobody is ${watcher.personId}`);
    const seat = watcher.as === 'seat' ? roll.find(({ seatId }) => seatId === watcher.roundSeatId) : null;
    return `${person.name}（${seat?.unitName ?? person.unitName}）`.slice(0, 200);
  }
}

/** Whoever has handed the seat over settles nothing for it any more, not even with a page that was let in before. */
async function insistOnVoter(tx: Tx, { roundSeatId, personId }: { roundSeatId: string; personId: string }) {
  const voter = await tx.one<{ id: string; name: string }>(
    sql`select coalesce(handed.to_id, round_seat.holder_id) as id,
          coalesce(handed.to_name, round_seat.holder_name) as name
        from round_seat ${lastHandover} where round_seat.id = ${roundSeatId}`,
  );
  if (voter !== null && voter.id !== personId)
    throw new Refused(refuse('seatHandedOver', { name: voter.name }), 410);
}

function notYours({ ground }: VetoRead) {
  const { by, functions } = ground.confirmedBy;
  return refuse('notConfirmingSeat', { ground: ground.code, by, functions: functions.join(',') });
}
