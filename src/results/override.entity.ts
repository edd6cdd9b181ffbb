import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Override } from '../domain/followup/override';
import type { Instant } from '../domain/shared/instant';
import type { Outcome as ComputedOutcome } from '../domain/tally/tally-result';

/**
 * The leading group has put its own decision in the place of an outcome. `outcomeId` is no reference: a round that is
 * reopened before its announcement takes its outcomes back, and what was decided about them stays on record.
 */
@Entity('override_act')
export class OverrideAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'outcome_id', length: 26 }) outcomeId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 12 }) computed!: ComputedOutcome;
  /** What would have been, or had been, decided; null where the chair had not ruled. */
  @Column('varchar', { length: 12, nullable: true }) stood!: Override | null;
  @Column('varchar', { length: 12 }) result!: Override;
  /** The round had been announced: the decision has a letter of its own. */
  @Column('smallint') announced!: 0 | 1;
  @Column('varchar', { name: 'document_number', length: 60 }) documentNumber!: string;
  @Column('text') reason!: string;
  @Column('varchar', { name: 'file_id', length: 26 }) fileId!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}
