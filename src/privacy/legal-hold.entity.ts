import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';

/** A lead whose people must not be erased for now: a dispute, an inquiry. Set and lifted by people, with reasons. */
@Entity('legal_hold')
export class LegalHold {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 200 }) reason!: string;
  @Column('varchar', { name: 'set_by', length: 26 }) setBy!: string;
  @Column('varchar', { name: 'set_by_label', length: 140 }) setByLabel!: string;
  @Column('varchar', { name: 'set_at', length: 24 }) setAt!: string;
  @Column('varchar', { name: 'lifted_by', length: 26, nullable: true }) liftedBy!: string | null;
  @Column('varchar', { name: 'lifted_by_label', length: 140, nullable: true }) liftedByLabel!: string | null;
  @Column('varchar', { name: 'lifted_at', length: 24, nullable: true }) liftedAt!: string | null;
  @Column('varchar', { name: 'lifted_because', length: 200, nullable: true }) liftedBecause!: string | null;
}

/** Every column binds. */
export function holdSeal(row: LegalHold): CanonicalValue {
  return { ...row };
}

/** What one run of the retention job erased, and what it left because it is held back. */
@Entity('retention_run')
export class RetentionRun {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 24 }) at!: string;
  @Column('integer', { name: 'access_records' }) accessRecords!: number;
  @Column('integer') leads!: number;
  @Column('integer') revisions!: number;
  @Column('integer', { name: 'held_back' }) heldBack!: number;
  /** Rows of imported spreadsheets and the like in which people stood too. */
  @Column('integer', { default: 0 }) copies!: number;
}
