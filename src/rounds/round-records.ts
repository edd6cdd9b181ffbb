import { actorOf, theClock } from '../ledger/actor';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { canonical } from '../domain/shared/canonical';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import { outOfTurn } from './round-refusals';
import { sealOfRound } from './round-seals';
import { Round, RoundAct, type RoundMove } from './round.entity';

/** What is done to a round, by whom and why, and the figures worth keeping. */
export interface RoundDeed {
  readonly move: RoundMove;
  /** Null where nobody acts but the clock. */
  readonly viewer: Viewer | null;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

const participle: Readonly<Record<RoundMove, string>> = {
  plan: 'planned',
  share: 'shared',
  assign: 'assigned',
  drawPanel: 'panelDrawn',
  open: 'opened',
  remind: 'reminded',
  extend: 'extended',
  reissue: 'reissued',
  handOver: 'seatHandedOver',
  lock: 'locked',
  withdrawLink: 'linkWithdrawn',
  enterPaper: 'paperEntered',
  confirmPaper: 'paperConfirmed',
  rejectPaper: 'paperRejected',
  dropPaper: 'paperWithdrawn',
  close: 'closed',
  announce: 'announced',
  cancel: 'cancelled',
  askReopen: 'reopeningAsked',
  askVoid: 'voidingAsked',
  withdrawAsk: 'requestWithdrawn',
  reopen: 'reopened',
  void: 'voided',
};

/** The only place that writes the row of a round, and with it the record of the act and its seal. */
@Injectable()
export class RoundRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** The round, kept from every other act until this unit ends. @throws Refused 404 */
  async lock(tx: Tx, id: string): Promise<Round> {
    const round = await tx.findOne(Round, sql`where id = ${id}${tx.forUpdate}`);
    if (round === null) throw new Refused(refuse('notFound'), 404);
    return round;
  }

  /** Writes a new round with its first act. */
  async begin(tx: Tx, round: Round, deed: RoundDeed): Promise<void> {
    await tx.insert(Round, round);
    await this.seal(tx, round, deed);
  }

  /**
   * In this order: the row (only from the state it was locked in, so that of two who act at once one wins), the act,
   * the seal over both. Appends to the ledger wait from here on, so it comes last in a unit.
   * @returns the round as it is now
   * @throws Refused 409 to whoever came second
   */
  async write(tx: Tx, round: Round, changes: Partial<Round>, deed: RoundDeed): Promise<Round> {
    const after: Round = { ...round, ...changes };
    const where = sql`id = ${round.id} and state = ${round.state}`;
    const kept = Object.keys(changes).length === 0 ? 1 : await tx.update(Round, changes, where);
    if (kept !== 1) throw new Refused(outOfTurn(deed.move, after.state), 409);
    await this.seal(tx, after, deed);
    return after;
  }

  private async seal(
    tx: Tx,
    round: Round,
    { move, viewer, reason = '', details = {} }: RoundDeed,
  ): Promise<void> {
    const earlier = await tx.find(RoundAct, sql`where round_id = ${round.id}`);
    const actor = viewer === null ? theClock : actorOf(viewer);
    const act: RoundAct = {
      id: this.ids.next(),
      roundId: round.id,
      position: earlier.length + 1,
      move,
      byId: actor.personId,
      byLabel: actor.label.slice(0, 200),
      at: this.clock.now(),
      reason,
      details: canonical(details),
    };
    await tx.insert(RoundAct, act);
    await this.ledger.seal(tx, 'round', round.id, sealOfRound(round, [...earlier, act]), {
      kind: `round.${participle[move]}`,
      actor,
      facts: { number: round.number, ...details, ...(reason === '' ? {} : { reason }) },
    });
  }
}
