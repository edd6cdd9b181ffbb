import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';
import type { AccessKind } from './access-kinds';

/**
 * One thing that somebody was shown, given or refused. Not a binding act: kept for some months and then erased, apart
 * from the ledger, which is kept for good.
 */
@Entity('access_record')
export class AccessRecord {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  /** Null where nobody was signed in, or nobody has the address that was tried. */
  @Column('varchar', { name: 'person_id', length: 26, nullable: true }) personId!: string | null;
  /** Name and unit as they were then; of a failed sign-in the mail address, masked. */
  @Column('varchar', { length: 140 }) label!: string;
  @Column('varchar', { length: 16 }) kind!: AccessKind;
  @Column('varchar', { name: 'subject_type', length: 40 }) subjectType!: string;
  @Column('varchar', { name: 'subject_id', length: 60 }) subjectId!: string;
  /** The network, not the machine: `10.2.3.*`. */
  @Column('varchar', { length: 45 }) address!: string;
  /** `windows/edge`. */
  @Column('varchar', { length: 40 }) device!: string;
  /** What else belongs to it, such as a route or a purpose; never what was seen. */
  @Column('varchar', { length: 200 }) detail!: string;
}
