import { Column, Entity, PrimaryColumn } from 'typeorm';

export const HOST_KINDS = ['park', 'county', 'town'] as const;
export type HostKind = (typeof HOST_KINDS)[number];

/** A place that takes projects: a park, a county, a town. `unitId` is the unit whose people speak for it. */
@Entity('host')
export class Host {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) code!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @Column('varchar', { length: 8 }) kind!: HostKind;
  @Column('smallint', { name: 'chemical_park' }) chemicalPark!: 0 | 1;
  @Column('varchar', { length: 60 }) region!: string;
  /** Codes of the chains it leads in, as a JSON list. */
  @Column('text', { name: 'lead_chains' }) leadChains!: string;
  @Column('varchar', { name: 'unit_id', length: 26, nullable: true }) unitId!: string | null;
}
