import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** Rules being written, from a published version on; at most one draft grows out of each version. */
@Entity('rule_set_draft')
export class RuleSetDraft {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'based_on_id', length: 26, unique: true }) basedOnId!: string;
  /** JSON of a TypedRules: what stands in the boxes of the form, right or wrong. */
  @Column('text') typed!: string;
  /** Counts the savings, so that two tabs do not overwrite each other unseen. */
  @Column('integer') revision!: number;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: Instant;
  @Column('varchar', { name: 'edited_at', length: 24 }) editedAt!: Instant;
  @Column('varchar', { name: 'edited_by_label', length: 200 }) editedByLabel!: string;
}
