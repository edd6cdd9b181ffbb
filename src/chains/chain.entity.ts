import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FirmState, Place, Standing } from '../domain/chain/chain';
import type { CanonicalValue } from '../domain/shared/canonical';

/** A key chain of the city's list of a year. Leads and hosts name it by its code, which never changes. */
@Entity('chain')
export class Chain {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) code!: string;
  @Column('varchar', { name: 'name_zh', length: 40 }) nameZh!: string;
  @Column('varchar', { name: 'name_en', length: 60 }) nameEn!: string;
  /** Of the list it was last named in. */
  @Column('integer') year!: number;
  @Column('varchar', { length: 8 }) standing!: Standing;
  /** Who keeps an eye on it (一人盯一条产业链) and is told of new leads. */
  @Column('varchar', { name: 'keeper_id', length: 26, nullable: true }) keeperId!: string | null;
  @Column('integer') position!: number;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: string;
}

@Entity('chain_segment')
export class ChainSegment {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'chain_id', length: 26 }) chainId!: string;
  @Column('varchar', { length: 4 }) place!: Place;
  @Column('integer') position!: number;
  @Column('varchar', { length: 40 }) name!: string;
  /** Other words by which leads speak of it, with commas. */
  @Column('varchar', { length: 200 }) words!: string;
  @Column('smallint', { name: 'is_gap' }) isGap!: 0 | 1;
  /** What is looked for in a gap; may be empty otherwise. */
  @Column('varchar', { length: 200 }) wanted!: string;
}

/** A firm that the city would like to have on a chain. */
@Entity('target_firm')
export class TargetFirm {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'chain_id', length: 26 }) chainId!: string;
  @Column('varchar', { name: 'segment_id', length: 26, nullable: true }) segmentId!: string | null;
  @Column('varchar', { length: 100 }) name!: string;
  /** The name without what does not tell companies apart, as leads hold their investors' (lead-form 3.6). */
  @Column('varchar', { name: 'name_key', length: 400 }) nameKey!: string;
  @Column('varchar', { length: 18, nullable: true }) uscc!: string | null;
  @Column('varchar', { length: 60 }) region!: string;
  @Column('varchar', { length: 500 }) note!: string;
  @Column('varchar', { length: 10 }) state!: FirmState;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: string;
}

export const CHAIN_ACTS = [
  'chain.added',
  'chain.changed',
  'segment.added',
  'segment.changed',
  'segment.dropped',
  'firm.added',
  'firm.changed',
  'firms.imported',
] as const;
export type ChainActKind = (typeof CHAIN_ACTS)[number];

/** One change of the register: who, when, and how what was changed stands since. Sealed, never altered. */
@Entity('chain_act')
export class ChainAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'chain_id', length: 26 }) chainId!: string;
  @Column('integer') position!: number;
  @Column('varchar', { length: 20 }) kind!: ChainActKind;
  /** The name of what was changed; of an import how many were added and changed, `3,2`. */
  @Column('varchar', { length: 120 }) what!: string;
  /** Canonical: a list of rows as they stand since the act; a removed one has only its id. */
  @Column('text') content!: string;
  @Column('varchar', { length: 24 }) at!: string;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
}

export function sealOfChainAct(act: ChainAct): CanonicalValue {
  const { id, chainId, position, kind, what, content, at, byId, byLabel } = act;
  return { id, chainId, position, kind, what, content, at, byId: byId ?? '', byLabel };
}

/** The chain a submitted lead named, and what of its text is searched for the words of segments. */
@Entity('chain_lead')
export class ChainLead {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'chain_id', length: 26 }) chainId!: string;
  @Column('text', { name: 'text_key' }) textKey!: string;
}

/** A segment that a submitted lead speaks of. */
@Entity('chain_lead_segment')
export class ChainLeadSegment {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @PrimaryColumn('varchar', { name: 'segment_id', length: 26 }) segmentId!: string;
}
