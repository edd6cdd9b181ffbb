import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A name that the investor of a submitted lead goes or went by, or its parent's, reduced to what tells firms apart.
 * Made anew with each submission from what the revision says; by it a lead is found that may be the same.
 */
@Entity('lead_name')
export class LeadName {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('varchar', { length: 8 }) kind!: 'current' | 'former' | 'parent';
  @Column('varchar', { name: 'name_key', length: 200 }) nameKey!: string;
  /** What it is looked up by. */
  @Column('varchar', { length: 20 }) brand!: string;
  /** The place it begins with. */
  @Column('varchar', { length: 40, nullable: true }) region!: string | null;
  /** 1: it carries a registered form, as a short form of a name does not. */
  @Column('smallint') registered!: 0 | 1;
}
