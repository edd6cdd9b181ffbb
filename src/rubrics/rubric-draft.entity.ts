import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/**
 * The form of a version that is being written, under that version's id. A rubric has one draft at the most. What can
 * be read of it stands in the version as its content; here stands what was typed, readable or not.
 */
@Entity('rubric_draft')
export class RubricDraftRow {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'rubric_id', length: 26, unique: true }) rubricId!: string;
  /** JSON of a RubricDraft. */
  @Column('text') typed!: string;
  /** The version it was begun from. */
  @Column('varchar', { name: 'based_on_id', length: 26, nullable: true }) basedOnId!: string | null;
  @Column('varchar', { name: 'saved_at', length: 24 }) savedAt!: Instant;
  @Column('varchar', { name: 'saved_by_label', length: 200 }) savedByLabel!: string;
}
