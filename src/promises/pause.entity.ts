import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseState } from '../domain/promise/pause';
import type { Day, Instant } from '../domain/shared/instant';

/** A pause of one promise of one lead: asked for by one person, approved by another, with its last day. */
@Entity('promise_pause')
export class PromisePause {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** Which of its promises, `intake`. */
  @Column('varchar', { length: 20 }) kind!: string;
  @Column('varchar', { length: 10 }) state!: PauseState;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'until_day', length: 10 }) until!: Day;
  @Column('varchar', { name: 'asked_at', length: 24 }) askedAt!: Instant;
  @Column('varchar', { name: 'asked_by_id', length: 26 }) askedById!: string;
  @Column('varchar', { name: 'asked_by_label', length: 140 }) askedByLabel!: string;
  /** Since when the promise does not run: the moment it was approved. */
  @Column('varchar', { name: 'begun_at', length: 24, nullable: true }) begunAt!: Instant | null;
  /** Approved, declined, or withdrawn by whoever asked. */
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt!: Instant | null;
  @Column('varchar', { name: 'decided_by_id', length: 26, nullable: true }) decidedById!: string | null;
  @Column('varchar', { name: 'decided_by_label', length: 140, nullable: true }) decidedByLabel!:
    string | null;
  /** Before its last day; a pause that reaches it ends without an act. */
  @Column('varchar', { name: 'resumed_at', length: 24, nullable: true }) resumedAt!: Instant | null;
  @Column('varchar', { name: 'resumed_by_id', length: 26, nullable: true }) resumedById!: string | null;
  @Column('varchar', { name: 'resumed_by_label', length: 140, nullable: true }) resumedByLabel!:
    string | null;
  /** Why it was declined or resumed. */
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
}
