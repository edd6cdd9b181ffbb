import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** Where a follow-up comes from: the outcome a round announced, or a decision taken later. */
export type FollowUpSource = 'outcome' | 'decision';

/** A lead put off. It runs until it is called up again, lapses, or something else is decided. */
@Entity('deferral')
export class Deferral {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { length: 10 }) source!: FollowUpSource;
  @Column('varchar', { name: 'source_id', length: 26 }) sourceId!: string;
  @Column('varchar', { name: 'deferred_at', length: 24 }) deferredAt!: Instant;
  @Column('varchar', { name: 'lapses_at', length: 24 }) lapsesAt!: Instant;
  @Column('varchar', { length: 10 }) state!: 'running' | 'recalled' | 'lapsed' | 'superseded';
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt!: Instant | null;
  /** Why it was called up again. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 140, nullable: true }) byLabel!: string | null;
}
