import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChairPost } from '../domain/panel/chair';
import type { Instant } from '../domain/shared/instant';
import type { Override } from '../domain/followup/override';
import type { Ruling } from '../domain/rubric/rule-set';
import type { Outcome as ComputedOutcome } from '../domain/tally/tally-result';

/** What an item had come to before two people put the result of its round aside. It decides nothing any more. */
@Entity('earlier_outcome')
export class EarlierOutcome {
  /** As it was when it stood. */
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** Who put it aside, when and why. */
  @Column('varchar', { name: 'request_id', length: 26 }) requestId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) computed!: ComputedOutcome;
  @Column('varchar', { length: 24, nullable: true }) reason!: string | null;
  @Column('varchar', { length: 80, nullable: true }) score!: string | null;
  @Column('text') record!: string;
  @Column('varchar', { name: 'computed_at', length: 24 }) computedAt!: Instant;
  @Column('varchar', { length: 12, nullable: true }) ruling!: Ruling | null;
  @Column('text', { name: 'ruling_reason', nullable: true }) rulingReason!: string | null;
  @Column('varchar', { name: 'ruled_by_id', length: 26, nullable: true }) ruledById!: string | null;
  @Column('varchar', { name: 'ruled_by_label', length: 140, nullable: true }) ruledByLabel!: string | null;
  /** In whose place they ruled; null for rulings from before there were deputies, which the chair made. */
  @Column('varchar', { name: 'ruled_as', length: 8, nullable: true }) ruledAs!: ChairPost | null;
  @Column('varchar', { name: 'ruled_at', length: 24, nullable: true }) ruledAt!: Instant | null;
  @Column('varchar', { length: 12, nullable: true }) overridden!: Override | null;
  @Column('text', { nullable: true }) materials!: string | null;
  @Column('varchar', { name: 'put_aside_at', length: 24 }) putAsideAt!: Instant;
}
