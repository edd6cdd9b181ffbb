import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EscalationStep } from '../domain/promise/escalation';
import type { Day, Instant } from '../domain/shared/instant';

/** The one mail about promises that a person gets on a day. */
@Entity('promise_digest')
export class PromiseDigest {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'on_day', length: 10 }) onDay!: Day;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('varchar', { name: 'mail_id', length: 26 }) mailId!: string;
}

/** A step that was taken: this person was told of this period of this promise, once. */
@Entity('promise_escalation')
export class PromiseEscalation {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'digest_id', length: 26 }) digestId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { length: 20 }) kind!: string;
  @Column('varchar', { name: 'subject_id', length: 40 }) subjectId!: string;
  @Column('varchar', { name: 'begun_at', length: 24 }) begunAt!: Instant;
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt!: Instant;
  @Column('varchar', { length: 10 }) step!: EscalationStep;
  @Column('varchar', { length: 24 }) at!: Instant;
}
