import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectState } from '../domain/cage/stages';
import type { Day, Instant } from '../domain/shared/instant';

/** An admitted lead in the cage. Money is whole hundredths of 万元. */
@Entity('project')
export class Project {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** `C-2026-0009` */
  @Column('varchar', { name: 'cage_no', length: 16 }) cageNo!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** The revision the panel judged. */
  @Column('varchar', { name: 'lead_revision_id', length: 26 }) leadRevisionId!: string;
  @Column('varchar', { name: 'outcome_id', length: 26 }) outcomeId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { length: 200 }) title!: string;
  @Column('varchar', { name: 'investor_name', length: 200 }) investorName!: string;
  /** Number, title and investor in lower case, for the search box. */
  @Column('varchar', { name: 'search_text', length: 500 }) searchText!: string;
  @Column('varchar', { name: 'host_id', length: 26, nullable: true }) hostId!: string | null;
  @Column('integer', { name: 'total_investment', nullable: true }) totalInvestment!: number | null;
  @Column('integer', { name: 'fixed_asset', nullable: true }) fixedAsset!: number | null;
  @Column('varchar', { length: 12 }) stage!: ProjectState;
  @Column('varchar', { name: 'stage_entered_on', length: 10 }) stageEnteredOn!: Day;
  /** The last day on which it should move on; null where no date is set. */
  @Column('varchar', { name: 'stage_due_on', length: 10, nullable: true }) stageDueOn!: Day | null;
  @Column('varchar', { name: 'entered_at', length: 24 }) enteredAt!: Instant;
  @Column('varchar', { name: 'five_ones_due_at', length: 24 }) fiveOnesDueAt!: Instant;
  @Column('varchar', { name: 'five_ones_completed_at', length: 24, nullable: true })
  fiveOnesCompletedAt!: Instant | null;
  /** Since when it is back with the panel because a condition was missed; null while it is not. */
  @Column('varchar', { name: 'recalled_at', length: 24, nullable: true }) recalledAt!: Instant | null;
  @Column('varchar', { name: 'scout_id', length: 26 }) scoutId!: string;
  @Column('varchar', { name: 'sponsor_id', length: 26, nullable: true }) sponsorId!: string | null;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: Instant;
}
