import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { SeatPapersService } from '../ballots/seat-papers.service';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { BallotContent } from '../domain/ballot/ballot';
import {
  checkSignedOn,
  mayEnter,
  paperMachine,
  SCAN_TYPES,
  type PaperState,
} from '../domain/ballot/paper-ballot';
import { canonical } from '../domain/shared/canonical';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { FilesService, type ReceivedFile } from '../files/files.service';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { PaperActs, type PaperMove } from '../rounds/paper-acts.service';
import type { Round } from '../rounds/round.entity';
import { PaperBallot, sealOfPaper } from './paper-ballot.entity';
import { PaperPlaces, type PaperAt, type Placed } from './paper-places';

/** What is entered beside the ballot itself, which the caller has judged. */
export interface PaperGiven {
  readonly content: BallotContent;
  readonly signedOn: string;
  readonly declaresNone: boolean;
  readonly scan: ReceivedFile | null;
}

/** What a confirmation has put into the ballot box. */
export interface ConfirmedCast {
  readonly roundId: string;
  readonly roundSeatId: string;
  readonly receiptCode: string;
}

const participle = { confirm: 'confirmPaper', reject: 'rejectPaper', withdraw: 'dropPaper' } as const;

/**
 * Ballots on paper: one person of the secretariat enters, another confirms or rejects. Entering casts nothing; a
 * confirmation casts the ballot in the same unit of work.
 */
@Injectable()
export class PaperBallotsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly files: FilesService,
    private readonly acts: PaperActs,
    private readonly places: PaperPlaces,
    private readonly seats: SeatPapersService,
  ) {}

  /** Takes in a scan. Slow: outside of any unit of work. @throws Refused 422, FileTooLarge 413 */
  receive(bytes: Readable | Buffer, name: string): Promise<ReceivedFile> {
    return this.files.receive(bytes, name);
  }

  /**
   * Records what is on a sheet of paper, with its scan. @returns the id of the entry
   * @throws Refused 404 for a seat or item of another round; 409 where nothing may be entered; 422 for scan, day and
   *   declaration
   */
  enter(viewer: Viewer, at: PaperAt, given: PaperGiven): Promise<string> {
    return this.work.run(async (tx) => {
      const round = await this.acts.lock(tx, at.roundId);
      const placed = await this.places.of(tx, viewer, round, at);
      insist(mayEnter(placed.hand, placed.place), 409);
      await this.refuseSecond(tx, at);
      const { now } = placed.place;
      insist(checkSignedOn(given.signedOn, { openedAt: round.openedAt ?? round.createdAt, now }), 422);
      if (!given.declaresNone) throw new Refused(refuse('paperNotDeclared'), 422);
      const { scan } = given;
      if (scan === null) throw new Refused(refuse('paperScanMissing'), 422);
      if (!SCAN_TYPES.includes(scan.mediaType)) throw new Refused(refuse('paperScanKind'), 422);
      const id = this.ids.next();
      const subject = { type: 'paperBallot', id };
      const file = await this.files.record(tx, scan, { subject, actor: actorOf(viewer) });
      const row: PaperBallot = {
        ...{ id, ...at, voterId: placed.standing.voterId, state: 'entered', declared: 'none' },
        content: canonical(given.content),
        signedOn: given.signedOn,
        replaces: placed.standing.version,
        scanId: file.id,
        ...{ enteredById: viewer.personId, enteredByLabel: labelOf(viewer), enteredAt: now },
        ...{ settledById: null, settledByLabel: null, settledAt: null, reason: '' },
      };
      await tx.insert(PaperBallot, row);
      await this.record(tx, viewer, { round, row, placed, move: 'enterPaper' });
      return id;
    });
  }

  /**
   * The second person has compared entry and scan: the ballot is cast, with both names, in the same unit.
   * @throws Refused 404; 409 to whoever entered it, may not handle it, or comes second, where the seat has cast since,
   *   its voter has changed or it takes no part, and once the deadline has passed
   */
  confirm(viewer: Viewer, id: string): Promise<ConfirmedCast> {
    return this.settle(viewer, id, async (tx, found) => {
      const { row, placed } = found;
      insist(paperMachine.check('confirm', row.state, { paper: row, by: placed.hand, place: placed.place }));
      const after = await this.write(tx, viewer, found, 'confirm', '');
      const { id: paperId, roundId, itemId, roundSeatId, voterId } = after;
      const { receiptCode } = await this.seats.cast(tx, {
        ...{ paperId, roundId, itemId, roundSeatId, voterId },
        content: JSON.parse(after.content) as BallotContent,
        enteredBy: { personId: after.enteredById, label: after.enteredByLabel },
        confirmedBy: actorOf(viewer),
      });
      return { roundId, roundSeatId, receiptCode };
    });
  }

  /** The second person finds something else on the scan than in the entry. @throws Refused as `confirm`; for the reason 422 */
  reject(viewer: Viewer, id: string, reason: string): Promise<PaperAt> {
    return this.settle(viewer, id, async (tx, found) => {
      const { row, placed } = found;
      const facts = { paper: row, by: placed.hand, place: placed.place, reason };
      const refusal = paperMachine.check('reject', row.state, facts);
      insist(refusal, refusal && ofTheReason.has(refusal.because) ? 422 : 409);
      return this.write(tx, viewer, found, 'reject', reason.trim());
    });
  }

  /** Whoever entered it takes it back, to enter it anew. @throws Refused 404; 409 to anybody else */
  withdraw(viewer: Viewer, id: string): Promise<PaperAt> {
    return this.settle(viewer, id, (tx, found) => {
      const { row, placed } = found;
      insist(paperMachine.check('withdraw', row.state, { paper: row, by: placed.hand }));
      return this.write(tx, viewer, found, 'withdraw', '');
    });
  }

  /** With the round held, the entry as it is now: whoever comes second finds it settled. */
  private settle<Done>(
    viewer: Viewer,
    id: string,
    act: (tx: Tx, found: { round: Round; row: PaperBallot; placed: Placed }) => Promise<Done>,
  ): Promise<Done> {
    return this.work.run(async (tx) => {
      const before = await tx.findOne(PaperBallot, sql`where id = ${id}`);
      if (before === null) throw new Refused(refuse('notFound'), 404);
      const round = await this.acts.lock(tx, before.roundId);
      const row = await tx.findOne(PaperBallot, sql`where id = ${id}`);
      if (row?.state !== 'entered') throw new Refused(refuse('paperSettled'), 409);
      const { roundId, itemId, roundSeatId } = row;
      const placed = await this.places.of(tx, viewer, round, { roundId, itemId, roundSeatId });
      return act(tx, { round, row, placed });
    });
  }

  /** The only place that writes the state of an entry once it was made. */
  private async write(
    tx: Tx,
    viewer: Viewer,
    { round, row, placed }: { round: Round; row: PaperBallot; placed: Placed },
    move: 'confirm' | 'reject' | 'withdraw',
    reason: string,
  ): Promise<PaperBallot> {
    const state: PaperState = paperMachine.to(move);
    const settled = { settledById: viewer.personId, settledByLabel: labelOf(viewer) };
    const changes = { state, ...settled, settledAt: this.clock.now(), reason };
    if ((await tx.update(PaperBallot, changes, sql`id = ${row.id} and state = 'entered'`)) !== 1)
      throw new Refused(refuse('paperSettled'), 409);
    const after = { ...row, ...changes };
    await this.record(tx, viewer, { round, row: after, placed, move: participle[move] });
    return after;
  }

  /** The seal of the entry, and the act in the record of the round. */
  private async record(
    tx: Tx,
    viewer: Viewer,
    { round, row, placed, move }: { round: Round; row: PaperBallot; placed: Placed; move: PaperMove },
  ): Promise<void> {
    const { roundId, itemId, roundSeatId, scanId, enteredByLabel, reason } = row;
    await this.ledger.seal(tx, 'paperBallot', row.id, sealOfPaper(row), {
      kind: `paperBallot.${row.state}`,
      actor: actorOf(viewer),
      facts: { roundId, itemId, roundSeatId, scanId, enteredBy: enteredByLabel, reason },
    });
    const { unitName: seat, position: item } = placed.standing;
    await this.acts.note(tx, viewer, round, { move, reason, seat, item, from: enteredByLabel });
  }

  private async refuseSecond(tx: Tx, { itemId, roundSeatId }: PaperAt): Promise<void> {
    const waiting = await tx.one(
      sql`select id from paper_ballot where item_id = ${itemId} and round_seat_id = ${roundSeatId} and state = 'entered'`,
    );
    if (waiting !== null) throw new Refused(refuse('paperWaits'), 409);
  }
}

const ofTheReason = new Set(['paperReasonMissing', 'reasonTooLong']);

const labelOf = (viewer: Viewer): string => actorOf(viewer).label.slice(0, 200);
