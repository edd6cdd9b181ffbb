import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conclusion, ConsultationState, Stance } from '../domain/followup/consultation';
import type { Instant } from '../domain/shared/instant';
import type { FollowUpSource } from './deferral.entity';

/** A meeting on what a vote left open. */
@Entity('consultation')
export class Consultation {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'outcome_id', length: 26 }) outcomeId!: string;
  @Column('varchar', { length: 10 }) source!: FollowUpSource;
  @Column('varchar', { name: 'source_id', length: 26 }) sourceId!: string;
  /** Why there has to be one, in the words of whoever decided so. */
  @Column('text') reason!: string;
  @Column('varchar', { name: 'opened_at', length: 24 }) openedAt!: Instant;
  @Column('varchar', { name: 'due_at', length: 24 }) dueAt!: Instant;
  @Column('varchar', { length: 10 }) state!: ConsultationState;
  /** Null while no meeting has been called; a later call replaces the earlier one. */
  @Column('varchar', { name: 'meets_at', length: 24, nullable: true }) meetsAt!: Instant | null;
  @Column('varchar', { length: 60, nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('varchar', { length: 12, nullable: true }) result!: Conclusion | null;
  @Column('text', { nullable: true }) conclusion!: string | null;
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt!: Instant | null;
  @Column('varchar', { name: 'ended_by_id', length: 26, nullable: true }) endedById!: string | null;
  @Column('varchar', { name: 'ended_by_label', length: 140, nullable: true }) endedByLabel!: string | null;
}

/** Somebody invited, as they were called and where they worked then. */
@Entity('consultation_participant')
export class ConsultationParticipant {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'consultation_id', length: 26 }) consultationId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { length: 40 }) name!: string;
  @Column('varchar', { name: 'unit_name', length: 60 }) unitName!: string;
  @Column('varchar', { name: 'invited_at', length: 24 }) invitedAt!: Instant;
}

/** What a participant said. A changed mind is a new version; the last one counts and all of them stay. */
@Entity('consultation_opinion')
export class ConsultationOpinion {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'consultation_id', length: 26 }) consultationId!: string;
  @Column('varchar', { name: 'participant_id', length: 26 }) participantId!: string;
  @Column('integer') version!: number;
  @Column('varchar', { length: 10 }) stance!: Stance;
  @Column('text') opinion!: string;
  /** Whoever entered it: the participant, or the secretariat from the minutes. */
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}
