import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** An attachment that was asked for and was not what had been uploaded. Goes when the right bytes are back. */
@Entity('file_alert')
export class FileAlert {
  /** The attachment's. */
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'first_at', length: 24 }) firstAt!: Instant;
  @Column('varchar', { name: 'last_at', length: 24 }) lastAt!: Instant;
  /** How often it was asked for since. */
  @Column('integer') times!: number;
}
