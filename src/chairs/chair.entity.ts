import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChairPost } from '../domain/panel/chair';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** That somebody who would preside over an item has an interest in its lead. Written once, for good. */
@Entity('chair_recusal')
export class ChairRecusal {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'person_name', length: 40 }) personName!: string;
  /** What they were to the panel then. */
  @Column('varchar', { length: 8 }) post!: ChairPost;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'noted_at', length: 24 }) notedAt!: Instant;
  /** Themselves, or a member of the secretariat whom they have told. */
  @Column('varchar', { name: 'noted_by', length: 26 }) notedBy!: string;
  @Column('varchar', { name: 'noted_label', length: 200 }) notedLabel!: string;
}

/** That the secretariat has named somebody to preside over one item, because nobody appointed was left. */
@Entity('chair_stand_in')
export class ChairStandIn {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  /** From 1 for each item, in the order of naming; the newest who may presides. */
  @Column('integer') position!: number;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'person_name', length: 40 }) personName!: string;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'named_at', length: 24 }) namedAt!: Instant;
  @Column('varchar', { name: 'named_by', length: 26 }) namedBy!: string;
  @Column('varchar', { name: 'named_label', length: 200 }) namedLabel!: string;
}

export const sealOfChairRecusal = (row: ChairRecusal): CanonicalValue => ({ ...row });
export const sealOfStandIn = (row: ChairStandIn): CanonicalValue => ({ ...row });
