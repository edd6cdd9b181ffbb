import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** What a panel was called, who chaired it and who was the deputy until a change. The present ones are the panel's own. */
@Entity('panel_term')
export class PanelTerm {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'panel_id', length: 26 }) panelId!: string;
  /** From 1 for each panel, in the order of the changes. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 60 }) name!: string;
  @Column('varchar', { name: 'chair_id', length: 26 }) chairId!: string;
  @Column('varchar', { name: 'chair_name', length: 40 }) chairName!: string;
  @Column('varchar', { name: 'deputy_id', length: 26, nullable: true }) deputyId!: string | null;
  @Column('varchar', { name: 'deputy_name', length: 40, nullable: true }) deputyName!: string | null;
  @Column('varchar', { name: 'until_at', length: 24 }) untilAt!: Instant;
  @Column('varchar', { name: 'changed_by', length: 200 }) changedBy!: string;
}

/** What the seal of a term covers: every column; a term without a deputy is sealed as before there was one. */
export function sealOfTerm({ deputyId, deputyName, ...term }: PanelTerm): CanonicalValue {
  return { ...term, ...(deputyId === null ? {} : { deputyId, deputyName }) };
}
