import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FetchMethod } from '../domain/link/link-trace';
import type { Instant } from '../domain/shared/instant';

/** How often one source fetched the page of one link. It says nothing of who, and counts for nothing. */
@Entity('link_fetch')
export class LinkFetchRow {
  @PrimaryColumn('varchar', { name: 'link_id', length: 26 }) linkId!: string;
  @PrimaryColumn('varchar', { length: 4 }) method!: FetchMethod;
  /** A keyed hash of address and program. */
  @PrimaryColumn('varchar', { length: 32 }) source!: string;
  /** The program's word where it is none that a person reads with. */
  @Column('varchar', { length: 20, nullable: true }) scanner!: string | null;
  /** Coarse, `windows/edge`. */
  @Column('varchar', { length: 40 }) device!: string;
  @Column('varchar', { name: 'first_at', length: 24 }) firstAt!: Instant;
  @Column('varchar', { name: 'last_at', length: 24 }) lastAt!: Instant;
  @Column('integer') times!: number;
}
