import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** A lead sent back for material: by whom it was judged, what is asked for until when, and which revision answered. */
@Entity('resubmission')
export class Resubmission {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  /** What sent it back: the outcome a round announced, or a decision taken later. */
  @Column('varchar', { length: 10 }) source!: 'outcome' | 'decision';
  @Column('varchar', { name: 'source_id', length: 26 }) sourceId!: string;
  @Column('varchar', { name: 'round_number', length: 16 }) roundNumber!: string;
  /** 1 for the first time this lead is sent back. */
  @Column('integer', { name: 'time_no' }) timeNo!: number;
  /** The revision that was judged: what comes back is compared with it. */
  @Column('varchar', { name: 'judged_revision_id', length: 26, nullable: true })
  judgedRevisionId!: string | null;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt!: Instant;
  @Column('varchar', { length: 10 }) state!: 'asked' | 'answered' | 'superseded';
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
  @Column('varchar', { name: 'answered_revision_id', length: 26, nullable: true })
  answeredRevisionId!: string | null;
}

/** One thing asked for, and what the scout says to it. */
@Entity('resubmission_item')
export class ResubmissionItem {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'resubmission_id', length: 26 }) resubmissionId!: string;
  @Column('integer') position!: number;
  @Column('text') wanted!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
}
