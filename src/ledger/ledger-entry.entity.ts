import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** One binding act. Rows are only ever added; `hash` covers every other column and, through it, all earlier rows. */
@Entity('ledger_entry')
export class LedgerEntry {
  /** 1, 2, 3 … without gaps: the order in which acts took effect, whatever the clock said. */
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ type: 'varchar', length: 24 })
  at!: Instant;

  /** `round.closed`: a noun and a participle. */
  @Column({ type: 'varchar', length: 60 })
  kind!: string;

  @Column({ name: 'actor_id', type: 'varchar', length: 26, nullable: true })
  actorId!: string | null;

  /** The actor as readers of the ledger shall see them, kept although the person may change or go. */
  @Column({ name: 'actor_label', type: 'varchar', length: 200 })
  actorLabel!: string;

  @Column({ name: 'subject_type', type: 'varchar', length: 40 })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 60 })
  subjectId!: string;

  /** Canonical JSON of an object; a seal has the digest of the sealed content under `digest`. */
  @Column({ type: 'text' })
  facts!: string;

  @Column({ name: 'previous_hash', type: 'varchar', length: 64 })
  previousHash!: string;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
