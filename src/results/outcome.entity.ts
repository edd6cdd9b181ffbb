import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChairPost } from '../domain/panel/chair';
import type { Instant } from '../domain/shared/instant';
import type { Override } from '../domain/followup/override';
import type { Ruling } from '../domain/rubric/rule-set';
import type { Outcome as ComputedOutcome } from '../domain/tally/tally-result';

/** What was decided in the end: computed, or chosen by the chair where the computation left it open. */
export type Decided = 'admit' | 'reject' | 'void' | Ruling;

/** What the votes of one item came to, and what was decided upon it. */
@Entity('outcome')
export class OutcomeRow {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** Rank within the round, from 1. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) computed!: ComputedOutcome;
  /** The first reason; null exactly when admitted. */
  @Column('varchar', { length: 24, nullable: true }) reason!: string | null;
  /** 0 to 100 as an exact fraction `n/d`; null when incomplete. */
  @Column('varchar', { length: 80, nullable: true }) score!: string | null;
  /** The whole result as canonical JSON (`recordText`). */
  @Column('text') record!: string;
  @Column('varchar', { name: 'computed_at', length: 24 }) computedAt!: Instant;
  @Column('varchar', { length: 12, nullable: true }) ruling!: Ruling | null;
  @Column('text', { name: 'ruling_reason', nullable: true }) rulingReason!: string | null;
  @Column('varchar', { name: 'ruled_by_id', length: 26, nullable: true }) ruledById!: string | null;
  @Column('varchar', { name: 'ruled_by_label', length: 140, nullable: true }) ruledByLabel!: string | null;
  /** In whose place they ruled; null for rulings from before there were deputies, which the chair made. */
  @Column('varchar', { name: 'ruled_as', length: 8, nullable: true }) ruledAs!: ChairPost | null;
  @Column('varchar', { name: 'ruled_at', length: 24, nullable: true }) ruledAt!: Instant | null;
  /** What the leading group decided instead, before the announcement; the act itself is an `OverrideAct`. */
  @Column('varchar', { length: 12, nullable: true }) overridden!: Override | null;
  /** What the lead is sent back for, a canonical JSON list; null unless it was ruled so. */
  @Column('text', { nullable: true }) materials!: string | null;
  /** Null until the round is announced. */
  @Column('varchar', { length: 12, nullable: true }) decided!: Decided | null;
  @Column('varchar', { name: 'cage_no', length: 16, nullable: true }) cageNo!: string | null;
}

/** By override, else computed, else ruled by the chair; null while a ruling is missing. */
export function decidedOf({
  computed,
  ruling,
  overridden,
}: Pick<OutcomeRow, 'computed' | 'ruling' | 'overridden'>): Decided | null {
  return overridden ?? (computed === 'borderline' ? ruling : computed);
}
