import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** One person reminded of one answer of one term. */
@Entity('answer_reminder')
export class AnswerReminder {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** The id of the host, or the element. */
  @Column('varchar', { length: 40 }) subject!: string;
  @Column('varchar', { length: 8 }) standing!: 'soon' | 'late';
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt!: Instant;
  @Column('varchar', { name: 'mail_id', length: 26 }) mailId!: string;
  @Column('varchar', { name: 'queued_at', length: 24 }) queuedAt!: Instant;
}
