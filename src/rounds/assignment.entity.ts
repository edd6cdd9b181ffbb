import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** How a round shares its items out among the seats of its panel. A round without one is judged by everybody. */
@Entity('assignment')
export class AssignmentRow {
  /** The round's. */
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** Seats of each kind for each item. */
  @Column('smallint') park!: number;
  @Column('smallint') support!: number;
  @Column('smallint') institute!: number;
  @Column('smallint') enterprise!: number;
  /** Items for each seat at the most; null for any number. */
  @Column('smallint', { nullable: true }) most!: number | null;
  /** Null while no assignment has been applied; the round cannot be opened before. */
  @Column('varchar', { name: 'applied_at', length: 24, nullable: true }) appliedAt!: Instant | null;
  @Column('varchar', { name: 'applied_by', length: 26, nullable: true }) appliedBy!: string | null;
}

/** That a seat judges an item. */
@Entity('assigned_seat')
export class AssignedSeat {
  @PrimaryColumn('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @PrimaryColumn('varchar', { name: 'seat_id', length: 26 }) seatId!: string;
  @Column('varchar', { name: 'assignment_id', length: 26 }) assignmentId!: string;
}

/** What the seal of an applied assignment covers: its rules, who applied it, and every pair. */
export function sealOfAssignment(
  { id, park, support, institute, enterprise, most, appliedAt, appliedBy }: AssignmentRow,
  pairs: readonly Pick<AssignedSeat, 'itemId' | 'seatId'>[],
): CanonicalValue {
  const names = pairs.map(({ itemId, seatId }) => `${itemId} ${seatId}`).sort();
  return { id, park, support, institute, enterprise, most, appliedAt, appliedBy, pairs: names };
}
