import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Day, Instant } from '../domain/shared/instant';

/** Somebody is out-stationed with a team, from one day until another. */
@Entity('posting')
export class Posting {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'unit_id', length: 26 }) unitId!: string;
  @Column('varchar', { name: 'from_day', length: 10 }) fromDay!: Day;
  /** The last day; null while it is not known. */
  @Column('varchar', { name: 'until_day', length: 10, nullable: true }) untilDay!: Day | null;
  /** Why it was made, or its end was set anew. */
  @Column('varchar', { length: 200 }) reason!: string;
  @Column('varchar', { name: 'changed_by_id', length: 26 }) changedById!: string;
  @Column('varchar', { name: 'changed_by_label', length: 140 }) changedByLabel!: string;
  @Column('varchar', { name: 'changed_at', length: 24 }) changedAt!: Instant;
}

/** Every column binds; each change of the end is sealed anew, so that the ledger has them all. */
export function postingSeal(row: Posting): CanonicalValue {
  return { ...row };
}
