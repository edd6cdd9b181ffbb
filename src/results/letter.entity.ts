import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** A letter to a scout. Its content is finished sentences, frozen when it was written. */
@Entity('letter')
export class Letter {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** `〔2026〕3号` */
  @Column('varchar', { length: 24 }) number!: string;
  @Column('integer') year!: number;
  @Column('integer') serial!: number;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'outcome_id', length: 26 }) outcomeId!: string;
  /** Set where the letter tells of a decision taken after the announcement. */
  @Column('varchar', { name: 'decision_id', length: 26, nullable: true }) decisionId!: string | null;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'scout_id', length: 26 }) scoutId!: string;
  /** Canonical JSON of a `LetterContent`. */
  @Column('text') content!: string;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: Instant;
  @Column('varchar', { name: 'released_at', length: 24, nullable: true }) releasedAt!: Instant | null;
}
