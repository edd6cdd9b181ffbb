import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';
import type { CanonicalValue } from '../domain/shared/canonical';

/** Why the office hands out what it holds about somebody. */
export const DISCLOSURE_BASES = ['ownRequest', 'authority', 'inquiry'] as const;
export type DisclosureBasis = (typeof DISCLOSURE_BASES)[number];

/** What the office holds about one person was looked up and handed out, on a request that is on paper. */
@Entity('disclosure')
export class Disclosure {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** Whoever has an account; null for somebody known by a contact only. */
  @Column('varchar', { name: 'person_id', length: 26, nullable: true }) personId!: string | null;
  /** The name, number or address looked for; taken out again once the page has run out. */
  @Column('varchar', { name: 'asked_for', length: 120, nullable: true }) askedFor!: string | null;
  @Column('varchar', { length: 12 }) basis!: DisclosureBasis;
  /** Of the application, or of the letter of whoever asks by law. */
  @Column('varchar', { name: 'document_no', length: 80 }) documentNo!: string;
  @Column('varchar', { length: 200 }) reason!: string;
  @Column('varchar', { name: 'made_by', length: 26 }) madeBy!: string;
  @Column('varchar', { name: 'made_by_label', length: 140 }) madeByLabel!: string;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt!: Instant;
}

/** Everything but what goes again. */
export function disclosureSeal({ askedFor: _, ...row }: Disclosure): CanonicalValue {
  return row;
}
