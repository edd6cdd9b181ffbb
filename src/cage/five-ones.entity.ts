import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Slot } from '../domain/cage/five-ones';
import type { Instant } from '../domain/shared/instant';

/** A slot of the five-ones record as it stands. */
@Entity('five_ones_slot')
export class FiveOnesSlot {
  @PrimaryColumn('varchar', { name: 'project_id', length: 26 }) projectId!: string;
  @PrimaryColumn('varchar', { length: 14 }) slot!: Slot;
  @Column('integer') version!: number;
  @Column('text') content!: string;
  @Column('varchar', { name: 'filled_at', length: 24 }) filledAt!: Instant;
  @Column('varchar', { name: 'filled_by_label', length: 140 }) filledByLabel!: string;
  @Column('text', { nullable: true }) reason!: string | null;
}

/** Every version a slot has had; rows are only added. From the second on there is a reason. */
@Entity('five_ones_version')
export class FiveOnesVersion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'project_id', length: 26 }) projectId!: string;
  @Column('varchar', { length: 14 }) slot!: Slot;
  @Column('integer') version!: number;
  @Column('text') content!: string;
  @Column('varchar', { name: 'filled_at', length: 24 }) filledAt!: Instant;
  @Column('varchar', { name: 'filled_by_id', length: 26, nullable: true }) filledById!: string | null;
  @Column('varchar', { name: 'filled_by_label', length: 140 }) filledByLabel!: string;
  @Column('text', { nullable: true }) reason!: string | null;
}
