import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Override } from '../domain/followup/override';
import type { Instant } from '../domain/shared/instant';

export type DecisionCause = 'consultation' | 'override';

/** What was decided of a lead after its round was announced. The outcome it follows stays as it was announced. */
@Entity('decision')
export class Decision {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'outcome_id', length: 26 }) outcomeId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 14 }) cause!: DecisionCause;
  @Column('varchar', { name: 'cause_id', length: 26 }) causeId!: string;
  @Column('varchar', { length: 12 }) result!: Override;
  @Column('text') reason!: string;
  /** Of an override. */
  @Column('varchar', { name: 'document_number', length: 60, nullable: true }) documentNumber!: string | null;
  /** What a lead is sent back for, a canonical JSON list; null for every other result. */
  @Column('text', { nullable: true }) materials!: string | null;
  @Column('varchar', { name: 'cage_no', length: 16, nullable: true }) cageNo!: string | null;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}
