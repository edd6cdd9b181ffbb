import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A panel was drawn for a round: from whom, by what, with which seed, and what was changed by hand. */
@Entity('panel_draw')
export class PanelDraw {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  /** The panel that was made by it. */
  @Column('varchar', { name: 'panel_id', length: 26 }) panelId!: string;
  /** The panel that the round had until then. */
  @Column('varchar', { name: 'before_id', length: 26 }) beforeId!: string;
  /** 64 hex digits: the hash of the ledger's entry of the round's planning, which nobody can choose. */
  @Column('varchar', { length: 64 }) seed!: string;
  /** Canonical JSON of `DrawCriteria`. */
  @Column('text') criteria!: string;
  /** Canonical JSON of every `Candidate` as it stood, by person id. */
  @Column('text') candidates!: string;
  /** Canonical JSON `[personId]`, sorted: what the draw gave. */
  @Column('text') proposed!: string;
  /** The same of those who were given a seat. */
  @Column('text') seated!: string;
  /** Why it was changed by hand; empty where it was not. */
  @Column('text') reason!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 200 }) byLabel!: string;
}

/** What the seal of a draw covers: every column. */
export function sealOfDraw(row: PanelDraw): CanonicalValue {
  return { ...row };
}
