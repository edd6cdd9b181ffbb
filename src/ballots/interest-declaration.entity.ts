import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** That whoever votes for a seat has declared, before reading an item, to have no interest in it. */
@Entity('interest_declaration')
export class InterestDeclaration {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'declared_at', length: 24 }) declaredAt!: Instant;
  @Column('varchar', { length: 120 }) device!: string;
}

export function sealOfDeclaration(row: InterestDeclaration): CanonicalValue {
  return { ...row };
}
