import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The people of one revision, apart from what is sealed of it so that they can be erased. `mac` is HMAC-SHA-256 over
 * `people` with the salt as its key: while both are there it proves that nobody changed them, without the salt it
 * tells nothing of them.
 */
@Entity('lead_contact')
export class LeadContact {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'revision_id', length: 26, unique: true }) revisionId!: string;
  /** Canonical JSON of the people; null when erased. */
  @Column('text', { nullable: true }) people!: string | null;
  /** 64 hex digits of chance, for this row alone. */
  @Column('varchar', { length: 64, nullable: true }) salt!: string | null;
  @Column('varchar', { length: 64 }) mac!: string;
  @Column('varchar', { name: 'erased_at', length: 24, nullable: true }) erasedAt!: string | null;
  @Column('varchar', { name: 'erased_because', length: 200, nullable: true }) erasedBecause!: string | null;
}
