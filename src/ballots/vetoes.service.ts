import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { isUniqueViolation } from '../database/errors';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { checkVeto } from '../domain/ballot/veto';
import { isOffSystem, mayRaise } from '../domain/ballot/veto-rules';
import type { VetoGround } from '../domain/rubric/rubric-content';
import { canonical } from '../domain/shared/canonical';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger } from '../ledger/ledger';
import { RoundsService } from '../rounds/rounds.service';
import type { BallotRoom, RoomItem } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { isKeptFrom } from './own-interest';
import { RubricShelf } from './rubric-shelf';
import { sealOfVeto, Veto } from './veto.entity';
import type { TypedVeto } from './veto.form';
import { VetoMails } from './veto-mails.service';

export interface SentVeto extends TypedVeto {
  readonly itemId: string;
  /** The key of the page it was sent from; without one, each press is an act of its own. */
  readonly key: string | null;
}

export type RaiseResult =
  | { readonly id: string; readonly ground: VetoGround; readonly problems?: undefined }
  | { readonly id?: undefined; readonly problems: readonly FieldProblem[] };

/** A seat raises a veto on an item. */
@Injectable()
export class VetoesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly rooms: BallotRoomsQueries,
    private readonly rubrics: RubricShelf,
    private readonly rounds: RoundsService,
    private readonly mails: VetoMails,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Raises a veto and tells the seats or the body that settles it, and the secretariat; in one unit of work. The same
   * press sent again is answered as the first one was.
   * @throws Refused 404 for an item of another round, 409 or 410 when none is taken any more
   */
  async raise(seat: BallotViewer, sent: SentVeto): Promise<RaiseResult> {
    const room = await this.rooms.room(seat);
    const item = room?.items.find(({ id }) => id === sent.itemId);
    if (!room || !item) throw new Refused(refuse('notFound'), 404);
    const { vetoGrounds } = await this.rubrics.version(room.rubricVersionId);
    const problems = checkVeto(sent, { kind: room.seat.kind, grounds: vetoGrounds });
    const ground = vetoGrounds.find(({ code }) => code === sent.ground);
    if (problems.length > 0 || ground === undefined) return { problems };
    const row = this.rowOf(seat, room, sent, ground);
    try {
      await this.work.run((tx) => this.raiseIn(tx, seat, row, { room, item, ground }));
      return { id: row.id, ground };
    } catch (error) {
      const twin = isUniqueViolation(error);
      if (!twin && !(error instanceof Refused)) throw error;
      const recorded = await this.recorded(this.reader, row.idempotencyKey);
      if (recorded !== null) return { id: recorded, ground };
      throw twin ? new Refused(refuse('vetoRaisedAlready', { ground: ground.code }), 409) : error;
    }
  }

  /**
   * What a seat that recuses itself has raised on the item and nobody has settled is withdrawn with its ballot; within
   * the caller's unit, which holds the round.
   */
  async withdrawForRecusal(tx: Tx, seat: BallotViewer, itemId: string, label: string): Promise<void> {
    const standing = await tx.find(
      Veto,
      sql`where item_id = ${itemId} and round_seat_id = ${seat.roundSeatId} and state = 'raised'`,
    );
    for (const veto of standing) {
      const changes = {
        state: 'withdrawn',
        settledAt: this.clock.now(),
        settledBy: seat.personId,
        settledSeatId: seat.roundSeatId,
        settledLabel: label.slice(0, 200),
        settledReason: '',
      } as const;
      await tx.update(Veto, changes, sql`id = ${veto.id}`);
      await this.ledger.seal(tx, 'veto', veto.id, sealOfVeto({ ...veto, ...changes }), {
        kind: 'veto.withdrawn',
        actor: { personId: seat.personId, label },
        facts: { roundId: veto.roundId, itemId, roundSeatId: seat.roundSeatId },
      });
    }
  }

  private async raiseIn(
    tx: Tx,
    seat: BallotViewer,
    row: Veto,
    { room, item, ground }: { room: BallotRoom; item: RoomItem; ground: VetoGround },
  ): Promise<void> {
    const round = await this.rounds.lockForVote(tx, seat.roundId);
    const now = this.clock.now();
    const at = { state: round.state, now, deadlineAt: round.deadlineAt };
    insist(mayRaise(at, await isRecused(tx, seat, item.id)), 409);
    if (await isRevoked(tx, seat.linkId)) throw new Refused(refuse('ballotLinkReplaced'), 410);
    await tx.insert(Veto, { ...row, raisedAt: now });
    await this.mails.tellOfRaised(tx, { veto: { ...row, raisedAt: now }, room, item, ground });
    // Last, because appends of other units wait from here on.
    await this.ledger.seal(tx, 'veto', row.id, sealOfVeto({ ...row, raisedAt: now }), {
      kind: 'veto.raised',
      actor: { personId: seat.personId, label: row.raisedLabel },
      facts: { roundId: row.roundId, itemId: row.itemId, roundSeatId: row.roundSeatId, ground: row.ground },
    });
    insist(mayRaise({ ...at, now: this.clock.now() }, false), 410);
  }

  private rowOf(seat: BallotViewer, room: BallotRoom, sent: SentVeto, ground: VetoGround): Veto {
    const kept = isOffSystem(ground) ? { basis: '', text: '' } : sent;
    const said = { basis: kept.basis.trim(), text: kept.text.trim() };
    const press = sent.key ?? this.randomness.bytes(16).toString('hex');
    const what = canonical(['veto', seat.roundSeatId, sent.itemId, press, ground.code, said]);
    return {
      id: this.ids.next(),
      roundId: seat.roundId,
      itemId: sent.itemId,
      roundSeatId: seat.roundSeatId,
      ground: ground.code,
      basis: said.basis,
      facts: said.text,
      state: 'raised',
      raisedAt: this.clock.now(),
      raisedBy: seat.personId,
      raisedLabel: `${room.person.name}（${room.seat.unitName}）`.slice(0, 200),
      settledAt: null,
      settledBy: null,
      settledSeatId: null,
      settledLabel: null,
      settledReason: null,
      idempotencyKey: createHash('sha256').update(what).digest('hex'),
    };
  }

  private async recorded(source: Source, key: string): Promise<string | null> {
    const row = await source.one<{ id: string }>(sql`select id from veto where idempotency_key = ${key}`);
    return row?.id ?? null;
  }
}

async function isRecused(tx: Tx, { roundSeatId, personId }: BallotViewer, itemId: string): Promise<boolean> {
  const row = await tx.one<{ state: string }>(
    sql`select case when ${isKeptFrom(personId)} then 'recused' else turnout.state end as state from turnout
          join round_item item on item.id = turnout.item_id join lead on lead.id = item.lead_id
        where turnout.round_seat_id = ${roundSeatId} and turnout.item_id = ${itemId}`,
  );
  return row?.state === 'recused';
}

async function isRevoked(tx: Tx, linkId: string): Promise<boolean> {
  const row = await tx.one<{ at: string | null }>(
    sql`select revoked_at as at from mailed_link where id = ${linkId}`,
  );
  return row !== null && row.at !== null;
}
