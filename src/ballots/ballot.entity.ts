import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Vote } from '../domain/ballot/ballot';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** One version of one seat's ballot on one item. Written once; no program of ours changes or deletes it. */
@Entity('ballot_version')
export class BallotVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** From 1 for each seat and item, in the order of the ledger. */
  @Column('integer') version!: number;
  @Column('varchar', { length: 8 }) kind!: 'cast' | 'recusal';
  /** Null for a recusal. */
  @Column('varchar', { length: 12, nullable: true }) vote!: Vote | null;
  /** Canonical JSON `{criterion: score}`. */
  @Column('text') scores!: string;
  /** Canonical JSON `[criterion]`. */
  @Column('text') na!: string;
  /** Canonical JSON `{criterion: text}`. */
  @Column('text') reasons!: string;
  /** Canonical JSON `{criterion: {choice, input, stated}}` where scores follow from the form; null where none does. */
  @Column('text', { nullable: true }) computed!: string | null;
  /** May reach the scout, unsigned. */
  @Column('text') comment!: string;
  /** For the secretariat only; of a recusal, its reason. */
  @Column('text') note!: string;
  @Column('varchar', { name: 'cast_at', length: 24 }) castAt!: Instant;
  @Column('varchar', { name: 'cast_by', length: 26 }) castBy!: string;
  @Column('varchar', { length: 120 }) device!: string;
  /** SHA-256 over seat, item, the page's key and the content: the same press, sent again, makes no second version. */
  @Column('varchar', { name: 'idempotency_key', length: 64, unique: true }) idempotencyKey!: string;
  @Column('varchar', { name: 'receipt_code', length: 19, unique: true }) receiptCode!: string;
  /** The paper ballot that it was entered from by two people of the secretariat; null where the seat cast it itself. */
  @Column('varchar', { name: 'entered_for', length: 26, nullable: true }) enteredFor!: string | null;
}

/** Which version of a seat's ballot on an item counts. */
@Entity('current_ballot')
export class CurrentBallot {
  @PrimaryColumn('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @PrimaryColumn('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'ballot_version_id', length: 26 }) ballotVersionId!: string;
}

/** What a seat has written and not handed in, as it was typed. Binds nobody and is not sealed. */
@Entity('ballot_draft')
export class BallotDraft {
  @PrimaryColumn('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @PrimaryColumn('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** JSON of a `TypedForm`. */
  @Column('text') content!: string;
  @Column('varchar', { name: 'saved_at', length: 24 }) savedAt!: Instant;
  /** Who wrote it: nobody else may read it before they have declared to have no interest in the item. */
  @Column('varchar', { name: 'saved_by', length: 26, nullable: true }) savedBy!: string | null;
}

/** What the seal of a ballot version covers: every column; what came later only where it says something. */
export function sealOfBallot(row: BallotVersion): CanonicalValue {
  const { id, roundId, itemId, roundSeatId, version, kind, vote, scores, na, reasons, comment, note } = row;
  const { castAt, castBy, device, idempotencyKey, receiptCode } = row;
  // A ballot without it is sealed as ballots were before there was such a thing.
  const byHand = { vote, scores, na, reasons, comment, note };
  const content: Record<string, string | null> =
    row.computed === null ? byHand : { ...byHand, computed: row.computed };
  const act = { castAt, castBy, device, idempotencyKey, receiptCode };
  const paper: Record<string, string> = row.enteredFor === null ? {} : { enteredFor: row.enteredFor };
  return { id, roundId, itemId, roundSeatId, version, kind, ...content, ...act, ...paper };
}
