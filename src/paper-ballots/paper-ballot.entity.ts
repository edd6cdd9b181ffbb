import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperState } from '../domain/ballot/paper-ballot';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Day, Instant } from '../domain/shared/instant';

/** A ballot of one seat on one item that came on a sheet of paper: what one person entered and another compared. */
@Entity('paper_ballot')
export class PaperBallot {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** Who votes for the seat, and has signed the sheet. */
  @Column('varchar', { name: 'voter_id', length: 26 }) voterId!: string;
  @Column('varchar', { length: 10 }) state!: PaperState;
  /** Canonical JSON of a `BallotContent`, judged when it was entered. */
  @Column('text') content!: string;
  /** What the voter declared on the sheet: no interest in the item. Whoever has one takes no part. */
  @Column('varchar', { length: 8 }) declared!: 'none';
  /** Beside the signature; a Beijing day. */
  @Column('varchar', { name: 'signed_on', length: 10 }) signedOn!: Day;
  /** The version of the seat's ballot that counted when it was entered; 0 for none. */
  @Column('integer') replaces!: number;
  @Column('varchar', { name: 'scan_id', length: 26, unique: true }) scanId!: string;
  @Column('varchar', { name: 'entered_by_id', length: 26 }) enteredById!: string;
  @Column('varchar', { name: 'entered_by_label', length: 200 }) enteredByLabel!: string;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt!: Instant;
  @Column('varchar', { name: 'settled_by_id', length: 26, nullable: true }) settledById!: string | null;
  @Column('varchar', { name: 'settled_by_label', length: 200, nullable: true })
  settledByLabel!: string | null;
  @Column('varchar', { name: 'settled_at', length: 24, nullable: true }) settledAt!: Instant | null;
  /** Why it was rejected; '' otherwise. */
  @Column('text') reason!: string;
}

/** What the seal covers: every column. */
export function sealOfPaper(row: PaperBallot): CanonicalValue {
  return { ...row };
}
