import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BatchAct } from '../domain/intake/batch';
import type { TransferTier } from '../domain/intake/transfer';
import type { Instant } from '../domain/shared/instant';

/** One decision asked for on several leads. The decisions themselves are acts of the leads. */
@Entity('intake_batch')
export class IntakeBatch {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 10 }) act!: BatchAct;
  @Column('text') reason!: string;
  /** Codes of return reasons with commas. */
  @Column('text') reasons!: string;
  @Column('varchar', { length: 10, nullable: true }) tier!: TransferTier | null;
  /** Of the page that asked: one press makes one batch. */
  @Column('varchar', { length: 64 }) key!: string;
  @Column('varchar', { name: 'made_at', length: 24 }) madeAt!: Instant;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
}

/** What became of one lead of a batch: decided by itself, never with the others. */
@Entity('intake_batch_item')
export class IntakeBatchItem {
  @PrimaryColumn('varchar', { name: 'batch_id', length: 26 }) batchId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 10 }) state!: 'waiting' | 'done' | 'refused';
  /** The refusal, with its details as JSON. */
  @Column('varchar', { length: 60, nullable: true }) because!: string | null;
  @Column('text', { nullable: true }) details!: string | null;
  @Column('varchar', { length: 24, nullable: true }) at!: Instant | null;
}
