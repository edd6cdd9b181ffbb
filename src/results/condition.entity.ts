import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConditionState } from '../domain/followup/conditions';
import type { Day, Instant } from '../domain/shared/instant';

/** Something an admission depends on: what, who answers for it, until when, and what became of it. */
@Entity('admission_condition')
export class AdmissionCondition {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('integer') position!: number;
  @Column('text') wanted!: string;
  @Column('varchar', { name: 'owner_id', length: 26 }) ownerId!: string;
  @Column('varchar', { name: 'owner_label', length: 140 }) ownerLabel!: string;
  /** The last day on which it may be fulfilled. */
  @Column('varchar', { name: 'due_on', length: 10 }) dueOn!: Day;
  @Column('varchar', { length: 10 }) state!: ConditionState;
  @Column('varchar', { name: 'set_by_id', length: 26 }) setById!: string;
  @Column('varchar', { name: 'set_by_label', length: 140 }) setByLabel!: string;
  @Column('varchar', { name: 'set_at', length: 24 }) setAt!: Instant;
  /** When the admission it belongs to took effect. */
  @Column('varchar', { name: 'begun_at', length: 24, nullable: true }) begunAt!: Instant | null;
  @Column('varchar', { name: 'reported_at', length: 24, nullable: true }) reportedAt!: Instant | null;
  @Column('varchar', { name: 'reported_by_id', length: 26, nullable: true }) reportedById!: string | null;
  @Column('varchar', { name: 'reported_by_label', length: 140, nullable: true })
  reportedByLabel!: string | null;
  /** How it was fulfilled, in the words of whoever reported it. */
  @Column('text', { nullable: true }) report!: string | null;
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt!: Instant | null;
  @Column('varchar', { name: 'ended_by_id', length: 26, nullable: true }) endedById!: string | null;
  @Column('varchar', { name: 'ended_by_label', length: 140, nullable: true }) endedByLabel!: string | null;
  /** Why it was last sent back, or what the second person found. */
  @Column('text', { nullable: true }) note!: string | null;
}
