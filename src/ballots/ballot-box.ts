import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Randomness } from '../clock/randomness';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer } from '../domain/access/viewer';
import { ballotMachine, hasCast, type BallotState } from '../domain/ballot/ballot-moves';
import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import { insist, refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { InterestsService } from '../rounds/interests.service';
import { RoundsService } from '../rounds/rounds.service';
import { wordsFor } from '../words/words';
import { BallotVersion, sealOfBallot } from './ballot.entity';
import { placeOf, type Place } from './ballot-place';
import { pressKey, versionOf, type EnteredFor, type Paper } from './ballot-paper';
import { ballotReceiptMail } from './ballot-receipt.mail';
import { standingOf } from './ballot-room';
import { newReceiptCode, shownCode } from './receipt-code';
import { VetoesService } from './vetoes.service';

/** What stands in the record now. The same for every repetition of one press. */
export interface Taken {
  readonly receiptCode: string;
  readonly version: number;
  readonly castAt: Instant;
  /** False when this press was recorded before and another version counts since. */
  readonly isCurrent: boolean;
}

/** What its receipt has to say beside the paper itself. */
interface Told {
  readonly deadlineAt: Instant;
  readonly entered: EnteredFor | undefined;
}

/**
 * Takes ballots and recusals. One unit of work for each: round open and deadline ahead, version, pointer, turnout,
 * receipt mail, ledger; all of it or nothing, and the answer only after the commit.
 */
@Injectable()
export class BallotBox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly rounds: RoundsService,
    private readonly interests: InterestsService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly vetoes: VetoesService,
  ) {}

  /**
   * Puts a paper in. The same press sent again (same key, same content) is answered as the first one was, also after
   * the round has closed.
   * @throws Refused 404 for an item of another round, 409 or 410 when no paper is taken any more
   */
  async put(seat: BallotViewer, paper: Paper): Promise<Taken> {
    // Before it reaches a statement: one of the databases cannot even be asked for some texts.
    if (!/^[0-9a-z]{26}$/.test(paper.itemId)) throw new Refused(refuse('notFound'), 404);
    const key = pressKey(seat, paper, paper.key ?? this.randomness.bytes(16).toString('hex'));
    try {
      return await this.work.run((tx) => this.putIn(tx, seat, paper, key));
    } catch (error) {
      const recorded = error instanceof Refused ? await this.recorded(key) : null;
      if (!recorded) throw error;
      return recorded;
    }
  }

  /**
   * Puts in what two people have entered from a sheet of paper, within the caller's unit: whatever else they record
   * stands and falls with it. The seat's link has no part in it.
   * @throws Refused as `put` does
   */
  enter(
    tx: Tx,
    seat: Omit<BallotViewer, 'linkId'>,
    paper: Paper & { readonly entered: EnteredFor },
  ): Promise<Taken> {
    const bare = { ...seat, linkId: '' };
    return this.putIn(tx, bare, paper, pressKey(bare, paper, paper.entered.paperId));
  }

  private async putIn(tx: Tx, seat: BallotViewer, paper: Paper, key: string): Promise<Taken> {
    // Sent together and done one after the other: the place is read with round and turn held.
    const [round, , place] = await Promise.all([
      this.rounds.lockForVote(tx, seat.roundId),
      this.rounds.takeTurn(tx, seat.roundSeatId, paper.itemId),
      placeOf(tx, seat, paper.itemId, key),
    ]);
    const { entered } = paper;
    // Without a link there is only what two people have entered.
    if (!place || (place.linkId === null && !entered)) throw new Refused(refuse('notFound'), 404);
    if (place.linkRevokedAt !== null) throw new Refused(deadLink(seat, place), 410);
    const { againCode, againVersion, againAt } = place;
    if (againCode !== null && againVersion !== null && againAt !== null) {
      const isCurrent = place.currentVersion === againVersion;
      return { receiptCode: againCode, version: againVersion, castAt: againAt, isCurrent };
    }
    const castAt = this.clock.now();
    const isOut = Number(place.isOwnLead) === 1;
    const standing = standingOf(
      isOut ? 'recused' : place.turnout,
      place.currentVersion,
      place.savedAt !== null,
    );
    if (standing === 'recused') throw new Refused(refuse('ballotRecused'), 409);
    const facts = { roundState: round.state, now: castAt, deadlineAt: round.deadlineAt };
    insist(ballotMachine.check(moveOf(paper, standing), standing, facts), 410);
    const row = versionOf(seat, paper, {
      id: this.ids.next(),
      version: (place.currentVersion ?? 0) + 1,
      castAt,
      idempotencyKey: key,
      receiptCode: newReceiptCode(this.randomness),
    });
    const ofSeat = { personId: seat.personId, label: `${place.personName}（${place.unitName}）` };
    const actor = entered?.confirmedBy ?? ofSeat;
    const written = this.write(tx, seat, row, place, { deadlineAt: round.deadlineAt, entered });
    // Late, because appends of other units wait from here on; sent together with the writes, to keep that wait short.
    const atTheEnd = () => this.isLastAwaited(tx, place, round.id);
    const [, isLast] = await Promise.all([
      written,
      paper.kind === 'cast'
        ? atTheEnd()
        : written.then(() => this.stepBack(tx, seat, paper, actor)).then(atTheEnd),
    ]);
    await this.ledger.seal(tx, 'ballotVersion', row.id, sealOfBallot(row), {
      kind: paper.kind === 'cast' ? 'ballot.cast' : 'ballot.recused',
      actor,
      facts: {
        ...{ roundId: row.roundId, itemId: row.itemId, roundSeatId: row.roundSeatId, version: row.version },
        ...(entered ? factsOf(entered) : {}),
      },
    });
    if (isLast) await this.rounds.tellAllVoted(tx, round);
    // A unit that lasted over the deadline is taken back: no entry of the ledger is later than the deadline.
    if (!takesBallots(this.clock.now(), round.deadlineAt)) throw new Refused(refuse('deadlinePassed'), 410);
    return { receiptCode: row.receiptCode, version: row.version, castAt, isCurrent: true };
  }

  private async write(tx: Tx, seat: BallotViewer, row: BallotVersion, place: Place, told: Told) {
    const { kind, roundSeatId, itemId, castAt } = row;
    await Promise.all([
      tx.insert(BallotVersion, row),
      this.point(tx, row),
      kind === 'cast'
        ? this.rounds.noteCast(tx, roundSeatId, itemId, castAt)
        : this.rounds.noteRecusal(tx, roundSeatId, itemId, castAt),
      place.savedAt === null ? null : this.dropDraft(tx, row),
      this.outbox.enqueue(tx, this.receipt(seat, row, place, told)),
    ]);
  }

  /** What a recusal takes with it; both write to the ledger. */
  private async stepBack(tx: Tx, seat: BallotViewer, { itemId, content }: Paper, actor: LedgerActor) {
    await this.vetoes.withdrawForRecusal(tx, seat, itemId, actor.label);
    await this.interests.declare(tx, { ...seat, itemId }, content.note, actor);
  }

  /** Takes the turn at the ledger. @returns whether nobody is awaited any more since this paper */
  private async isLastAwaited(tx: Tx, { turnout }: Place, roundId: string): Promise<boolean> {
    const [, isAwaited] = await Promise.all([
      this.ledger.takeTurn(tx),
      turnout === 'waiting' ? this.rounds.isAnybodyAwaited(tx, roundId) : true,
    ]);
    return !isAwaited;
  }

  private point(tx: Tx, row: BallotVersion): Promise<void> {
    return tx.post(
      sql`insert into current_ballot (item_id, round_seat_id, round_id, ballot_version_id)
          values (${row.itemId}, ${row.roundSeatId}, ${row.roundId}, ${row.id})
          on conflict (item_id, round_seat_id) do update set ballot_version_id = excluded.ballot_version_id`.planned(),
    );
  }

  private dropDraft(tx: Tx, { itemId, roundSeatId }: BallotVersion): Promise<void> {
    return tx.post(
      sql`delete from ballot_draft where item_id = ${itemId} and round_seat_id = ${roundSeatId}`.planned(),
    );
  }

  private receipt(seat: BallotViewer, row: BallotVersion, place: Place, { deadlineAt, entered }: Told) {
    const { roundNumber, position, personName: name, email, unitName, handedFrom } = place;
    return ballotReceiptMail(
      {
        person: { id: seat.personId, name, email },
        roundId: row.roundId,
        roundNumber,
        position,
        seat: handedFrom === null ? null : { unit: unitName, voter: name, other: handedFrom },
        isRecusal: row.kind === 'recusal',
        version: row.version,
        castAt: row.castAt,
        deadlineAt,
        enteredBy: entered ? [entered.enteredBy.label, entered.confirmedBy.label] : null,
        code: shownCode(row.receiptCode),
        url: `${this.config.BASE_URL}/receipts/${row.receiptCode}`,
      },
      wordsFor(place.locale ?? this.config.LOCALE),
    );
  }

  private async recorded(key: string): Promise<Taken | null> {
    const row = await this.reader.one<Omit<Taken, 'isCurrent'> & { currentVersion: number }>(
      sql`select again.receipt_code as "receiptCode", again.version, again.cast_at as "castAt",
            current.version as "currentVersion"
          from ballot_version again
            join current_ballot on current_ballot.item_id = again.item_id
              and current_ballot.round_seat_id = again.round_seat_id
            join ballot_version current on current.id = current_ballot.ballot_version_id
          where again.idempotency_key = ${key}`,
    );
    if (!row) return null;
    const { currentVersion, ...taken } = row;
    return { ...taken, isCurrent: currentVersion === taken.version };
  }
}

/** Why a link that was good a moment ago takes no paper any more: to whoever handed the seat over, who votes now. */
function deadLink({ personId }: BallotViewer, { voterId, voterName: name }: Place): Refusal {
  return voterId === personId ? refuse('ballotLinkReplaced') : refuse('seatHandedOver', { name });
}

const factsOf = ({ paperId, enteredBy, confirmedBy }: EnteredFor): Record<string, string> => ({
  enteredFor: paperId,
  enteredBy: enteredBy.label,
  confirmedBy: confirmedBy.label,
});

function moveOf({ kind }: Paper, standing: BallotState): 'cast' | 'revise' | 'recuse' {
  if (kind === 'recusal') return 'recuse';
  return hasCast(standing) ? 'revise' : 'cast';
}
