import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** One seat reminded once. Where its mail was taken back before it left, it counts as not reminded. */
@Entity('reminder_sent')
export class ReminderSent {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** Who was written to: whoever voted for the seat then. */
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** The deadline it was about; after an extension the same hours come again. */
  @Column('varchar', { name: 'deadline_at', length: 24 }) deadlineAt!: Instant;
  /** Which of the rules' hours; null where a person had it sent. */
  @Column('integer', { name: 'hours_before', nullable: true }) hoursBefore!: number | null;
  @Column('varchar', { name: 'mail_id', length: 26 }) mailId!: string;
  @Column('varchar', { name: 'queued_at', length: 24 }) queuedAt!: Instant;
}
