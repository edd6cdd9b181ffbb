import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatPost } from '../domain/round/seat-voter';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A seat of an open round was handed over to its alternate, or back. Written once, changed never. */
@Entity('seat_handover')
export class SeatHandover {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** From 1 for each seat; the odd ones go to the alternate, the even ones back. */
  @Column('integer') position!: number;
  @Column('varchar', { name: 'to_post', length: 1 }) toPost!: SeatPost;
  @Column('varchar', { name: 'from_id', length: 26 }) fromId!: string;
  @Column('varchar', { name: 'from_name', length: 40 }) fromName!: string;
  @Column('varchar', { name: 'to_id', length: 26 }) toId!: string;
  @Column('varchar', { name: 'to_name', length: 40 }) toName!: string;
  @Column('text') reason!: string;
  /** Canonical JSON `[itemId]`: items the seat is out of while this person votes, because they reported the lead. */
  @Column('text') recused!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 200 }) byLabel!: string;
}

/** What the seal of a hand-over covers: every column. */
export function sealOfHandover(row: SeatHandover): CanonicalValue {
  return { ...row };
}
