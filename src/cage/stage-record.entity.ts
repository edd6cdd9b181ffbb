import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectState } from '../domain/cage/stages';
import type { Day, Instant } from '../domain/shared/instant';

/** A project entered a stage; rows are only added. */
@Entity('stage_record')
export class StageRecord {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'project_id', length: 26 }) projectId!: string;
  @Column('varchar', { length: 12 }) stage!: ProjectState;
  @Column('varchar', { name: 'occurred_on', length: 10 }) occurredOn!: Day;
  @Column('varchar', { name: 'recorded_at', length: 24 }) recordedAt!: Instant;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
}
