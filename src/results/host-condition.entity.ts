import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** What became of one condition under which a host accepted a lead, when the panel admitted it. */
@Entity('host_condition')
export class HostCondition {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  /** The host's own words, in its statement. */
  @Column('varchar', { name: 'term_id', length: 26 }) termId!: string;
  /** The condition of the admission that it became; null where it was set aside. */
  @Column('varchar', { name: 'condition_id', length: 26, nullable: true }) conditionId!: string | null;
  /** Why it was set aside. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** Null when it was carried over by rule. */
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}
