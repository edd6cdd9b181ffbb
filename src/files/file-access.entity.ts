import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** One attachment that was handed to one person. Not a binding act, so neither sealed nor in the ledger. */
@Entity('file_access')
export class FileAccess {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** Name and unit as they were then. */
  @Column('varchar', { length: 140 }) label!: string;
  /** `download` alone, `export` with others in an archive. */
  @Column('varchar', { length: 16 }) kind!: 'download' | 'export';
  @Column('varchar', { name: 'subject_type', length: 40 }) subjectType!: string;
  @Column('varchar', { name: 'subject_id', length: 60 }) subjectId!: string;
  /** The network, not the machine: `10.2.3.*`. */
  @Column('varchar', { length: 45 }) address!: string;
  /** The route it was taken by. */
  @Column('varchar', { length: 200 }) detail!: string;
}
