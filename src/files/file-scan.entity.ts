import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** `waiting`: the scanner could not be asked yet; kept, but given to nobody. `infected`: given to nobody for good. */
export type ScanState = 'waiting' | 'clean' | 'infected';

/** What the virus scanner said last of an attachment. */
@Entity('file_scan')
export class FileScan {
  /** The attachment's. */
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 8 }) state!: ScanState;
  /** The scanner's own name of what it found. */
  @Column('varchar', { length: 120, nullable: true }) found!: string | null;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** Sealed, so that nobody lets a file out by changing the row. */
export function sealScan({ id, state, found, at }: FileScan): CanonicalValue {
  return { id, state, found, at };
}
